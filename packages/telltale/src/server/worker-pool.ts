import { counted, KeywordError } from '@telltale/core/internal/errors.js';
import { Thread } from '@telltale/core/internal/node/threads/thread.js';
import type { Job, JobOutcome, JobResult } from './jobs.js';
import type { Served } from './tag-lists.js';

/** Batches a thread has at a time: one under way, and one at hand so that it need not wait for the event loop. */
const AT_HAND = 2;

/**
 * Characters of a batch of several texts. Where threads share cores, each turn of one finds the caches full of what the
 * other needs, which costs more than all that HTTP does; so what waits goes out in pieces of 10 ms or so.
 */
const BATCH_CHARACTERS = 8192;

/** Milliseconds until a thread that could not start is started again. */
const RESTART = 1000;

/** A job that waits for a thread, or for its answer. */
interface Waiting {
  readonly job: Job;
  /** Whether somebody still waits for the answer. */
  readonly isWanted: () => boolean;
  resolve(result: JobResult): void;
  reject(error: Error): void;
}

/** A thread, and what it has been given. */
interface Slot {
  readonly thread: Thread<readonly Job[], JobOutcome[]>;
  readonly started: Promise<void>;
  readonly batches: Waiting[][];
  /** Runs from when the thread begins a batch. */
  readonly watch: NodeJS.Timeout;
  isReady: boolean;
  /** The batch that a lost thread was lost over. */
  lostOver?: Waiting[];
}

/** Limits of a {@link WorkerPool}. */
export interface PoolLimits {
  readonly threads: number;
  /** Jobs that may wait beside those the threads have. */
  readonly maxQueue: number;
  /** Seconds from being asked to being answered. */
  readonly timeLimit: number;
  /** Megabytes of a thread's heap, models aside; as Node has it if undefined. */
  readonly threadMemory?: number | undefined;
}

/**
 * Threads over one shared copy of each model, and a bounded queue before them. A thread that dies, or is at one batch for
 * longer than the time limit, is replaced.
 */
export class WorkerPool {
  readonly #program = new URL('./worker.js', import.meta.url);
  readonly #limits: PoolLimits;
  readonly #queue: Waiting[] = [];
  #slots: Slot[] = [];
  #shared: Served;
  #isDue = false;
  #done = 0;
  #room: (() => void)[] = [];

  private constructor(shared: Served, limits: PoolLimits) {
    this.#shared = shared;
    this.#limits = limits;
  }

  /** Starts the threads and waits until they have made their models ready. */
  static async open(shared: Served, limits: PoolLimits): Promise<WorkerPool> {
    const pool = new WorkerPool(shared, limits);
    await pool.replaceModels(shared);
    return pool;
  }

  /** How many threads there are. */
  get threads(): number {
    return this.#limits.threads;
  }

  /** Jobs that wait for a thread. */
  get queueLength(): number {
    return this.#queue.length;
  }

  /** Jobs that threads have. */
  get busy(): number {
    return this.#slots.reduce((sum, { batches }) => sum + batches.reduce((jobs, { length }) => jobs + length, 0), 0);
  }

  /** Jobs that threads have done. */
  get done(): number {
    return this.#done;
  }

  /**
   * Has a job done by the next free thread.
   *
   * @param isWanted asked before a thread is given the job: nobody waits for it where the client has gone
   * @throws KeywordError INTERRUPTED when it was not wanted any more; OVERLOADED at once when the queue is full, or when
   *   the time limit is over; Error when the thread died over it
   */
  run(job: Job, isWanted: () => boolean): Promise<JobResult> {
    return new Promise<JobResult>((resolve, reject) => {
      this.checkRoom();
      const waiting: Waiting = {
        job,
        isWanted,
        resolve(result) {
          clearTimeout(timer);
          resolve(result);
        },
        reject(error) {
          clearTimeout(timer);
          reject(error);
        },
      };
      const timer = setTimeout(() => {
        const place = this.#queue.indexOf(waiting);
        if (place >= 0) this.#queue.splice(place, 1);
        reject(this.#late());
      }, this.#limits.timeLimit * 1000);
      this.#queue.push(waiting);
      this.#handOutSoon();
    });
  }

  /** @throws KeywordError OVERLOADED when the queue is full */
  checkRoom(): void {
    if (this.#hasRoom(this.#limits.maxQueue)) return;
    this.#dropUnwanted();
    if (this.#hasRoom(this.#limits.maxQueue)) return;
    throw new KeywordError(
      'OVERLOADED',
      `The queue is full: ${counted(this.#queue.length, 'text is', 'texts are')} waiting. Send the request again later.`,
    );
  }

  /** As {@link run} for who can wait: until the queue is half empty, so that there is room for those who cannot. */
  async runWhenRoom(job: Job, isWanted: () => boolean): Promise<JobResult> {
    while (!this.#hasRoom(this.#limits.maxQueue / 2)) await new Promise<void>((resolve) => this.#room.push(resolve));
    return this.run(job, isWanted);
  }

  /**
   * Puts threads with other models in the place of these as soon as they are ready; what the old ones have is finished.
   *
   * @throws as loading the models; then everything stays as it was
   */
  async replaceModels(shared: Served): Promise<void> {
    const fresh = Array.from({ length: this.#limits.threads }, () => this.#start(shared));
    try {
      await Promise.all(fresh.map(({ started }) => started));
    } catch (error) {
      await endThreads(fresh);
      throw ranOutOfMemory(error) ? tooLittleMemory(this.#limits.threadMemory) : error;
    }
    this.#shared = shared;
    const old = this.#slots;
    this.#slots = fresh;
    this.#handOut();
    await endThreads(old);
  }

  /** Ends the threads when they have done what somebody still waits for. */
  async close(): Promise<void> {
    const isWanted = ({ batches }: Slot) => batches.some((batch) => batch.some((waiting) => waiting.isWanted()));
    const idle = this.#slots.filter((slot) => !isWanted(slot));
    await Promise.all([...idle.map(endThread), endThreads(this.#slots.filter(isWanted))]);
  }

  /** Whether fewer than so many jobs wait, not counting those that threads are about to be given. */
  #hasRoom(most: number): boolean {
    const places = this.#slots.reduce((sum, { batches }) => sum + AT_HAND - batches.length, 0);
    return this.#queue.length < most + places;
  }

  #start(shared: Served): Slot {
    const { threadMemory: maxOldGenerationSizeMb } = this.#limits;
    const limits = maxOldGenerationSizeMb === undefined ? {} : { maxOldGenerationSizeMb };
    const thread = new Thread<readonly Job[], JobOutcome[]>(this.#program, shared, () => this.#lose(slot), limits);
    const slot: Slot = {
      thread,
      // It answers when it has loaded its models.
      started: thread.ask([]).then(() => {
        slot.isReady = true;
      }),
      batches: [],
      watch: setTimeout(() => {
        if (slot.batches.length > 0) this.#lose(slot);
      }, this.#limits.timeLimit * 1000).unref(),
      isReady: false,
    };
    slot.started.catch(() => {});
    return slot;
  }

  /** Replaces a thread that died, or is ended here because it does not come to an end. */
  #lose(slot: Slot): void {
    slot.lostOver ??= slot.batches[0];
    void slot.thread.close();
    clearTimeout(slot.watch);
    const replace = () => {
      const place = this.#slots.indexOf(slot);
      if (place < 0) return;
      const fresh = this.#start(this.#shared);
      this.#slots[place] = fresh;
      fresh.started.then(
        () => this.#handOut(),
        () => {},
      );
    };
    if (slot.isReady) replace();
    else setTimeout(replace, RESTART).unref();
    slot.isReady = false;
  }

  /** After all requests that have come by now are read: they go out together. */
  #handOutSoon(): void {
    if (this.#isDue) return;
    this.#isDue = true;
    setImmediate(() => {
      this.#isDue = false;
      this.#handOut();
    });
  }

  #handOut(): void {
    this.#dropUnwanted();
    for (let free = this.#free(); free.length > 0 && this.#queue.length > 0; free = this.#free()) {
      this.#give(free[0], this.#take(Math.ceil(this.#queue.length / free.length)));
    }
    for (const wake of this.#room.splice(0)) wake();
  }

  /** Threads that can be given something, those that have least first. */
  #free(): Slot[] {
    return this.#slots
      .filter(({ isReady, batches }) => isReady && batches.length < AT_HAND)
      .sort((a, b) => a.batches.length - b.batches.length);
  }

  /** The jobs longest in the queue, as many as make a batch. */
  #take(most: number): Waiting[] {
    const charactersOf = ({ job }: Waiting) => ('text' in job ? job.text.length : BATCH_CHARACTERS);
    let count = 0;
    let characters = 0;
    do characters += charactersOf(this.#queue[count++]);
    while (
      count < Math.min(most, this.#queue.length) &&
      characters + charactersOf(this.#queue[count]) <= BATCH_CHARACTERS
    );
    return this.#queue.splice(0, count);
  }

  async #give(slot: Slot, batch: Waiting[]): Promise<void> {
    if (slot.batches.push(batch) === 1) slot.watch.refresh();
    try {
      const outcomes = await slot.thread.ask(batch.map(({ job }) => job));
      this.#done += batch.length;
      outcomes.forEach((outcome, i) => {
        if ('failure' in outcome) batch[i].reject(Object.assign(new Error(), outcome.failure));
        else batch[i].resolve(outcome);
      });
    } catch (error) {
      // What only waited behind the batch that the thread was lost over can be done by another.
      if (slot.lostOver === batch) for (const { reject } of batch) reject(lossOf(error as Error));
      else this.#queue.unshift(...batch);
    }
    slot.batches.shift();
    if (slot.batches.length > 0) slot.watch.refresh();
    this.#handOut();
  }

  #dropUnwanted(): void {
    for (let i = this.#queue.length - 1; i >= 0; i--) {
      if (this.#queue[i].isWanted()) continue;
      const [{ reject }] = this.#queue.splice(i, 1);
      reject(new KeywordError('INTERRUPTED', 'The client disconnected before its text was processed.'));
    }
  }

  #late(): KeywordError {
    return new KeywordError(
      'OVERLOADED',
      `The text was not finished after ${this.#limits.timeLimit} s. Send it again later.`,
    );
  }
}

function ranOutOfMemory(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY';
}

function tooLittleMemory(megabytes: number | undefined): KeywordError {
  const isGiven = megabytes !== undefined;
  const given = isGiven ? `threadMemory of ${megabytes} MB` : 'The memory of a thread';
  return new KeywordError('OUT_OF_MEMORY', `${given} is too little to load the models; give more.`, {
    option: isGiven ? 'threadMemory' : undefined,
  });
}

/** What is told of a text over which a thread was lost: the next one may have room for it, or for those beside it. */
function lossOf(error: Error): Error {
  if (!ranOutOfMemory(error)) return error;
  return new KeywordError(
    'OVERLOADED',
    'The thread that had the text ran out of memory. Send it again later, or less at a time.',
  );
}

async function endThreads(slots: readonly Slot[]): Promise<void> {
  await Promise.all(
    slots.map(async (slot) => {
      await slot.thread.idle();
      await endThread(slot);
    }),
  );
}

async function endThread({ thread, watch }: Slot): Promise<void> {
  clearTimeout(watch);
  await thread.close();
}
