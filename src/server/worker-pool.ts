import { KeywordError } from '../errors.js';
import type { SharedModels } from '../node/shared-models.js';
import { Thread } from '../node/thread.js';
import type { Job, JobResult } from './jobs.js';

/** Jobs a thread has at a time: one under way, and one at hand so that it need not wait for the event loop. */
const AT_HAND = 2;

/** A job that waits for a thread. */
interface Waiting {
  readonly job: Job;
  resolve(result: JobResult): void;
  reject(error: Error): void;
}

/** A place for a thread, which is started when there is first something to do, and again when it has died. */
interface Slot {
  thread: Thread<Job, JobResult> | undefined;
  busy: number;
}

/** Limits of a {@link WorkerPool}. */
export interface PoolLimits {
  readonly threads: number;
  /** Jobs that may wait beside those the threads have. */
  readonly maxQueue: number;
  /** Seconds from being asked to being answered. */
  readonly timeLimit: number;
}

/** Threads over one shared copy of each model, and a bounded queue before them. A thread that dies is replaced. */
export class WorkerPool {
  readonly #program = new URL('./worker.js', import.meta.url);
  readonly #limits: PoolLimits;
  #slots: Slot[] = [];
  readonly #queue: Waiting[] = [];
  #shared: SharedModels;

  constructor(shared: SharedModels, limits: PoolLimits) {
    this.#shared = shared;
    this.#limits = limits;
    this.#slots = this.#emptySlots();
  }

  /** Jobs that wait for a thread. */
  get queueLength(): number {
    return this.#queue.length;
  }

  /** Jobs that threads have. */
  get busy(): number {
    return this.#slots.reduce((sum, { busy }) => sum + busy, 0);
  }

  /**
   * Has a job done by the next free thread.
   *
   * @throws KeywordError OVERLOADED at once when the queue is full, or when the time limit is over; Error when the
   *   thread died over it
   */
  async run(job: Job): Promise<JobResult> {
    if (this.#queue.length >= this.#limits.maxQueue && !this.#freeSlot()) {
      throw new KeywordError('OVERLOADED', `${this.#queue.length} texts wait already. Send it again later.`);
    }
    let timer: NodeJS.Timeout | undefined;
    try {
      return await new Promise<JobResult>((resolve, reject) => {
        const waiting: Waiting = { job, resolve, reject };
        timer = setTimeout(() => {
          const place = this.#queue.indexOf(waiting);
          if (place >= 0) this.#queue.splice(place, 1);
          const { timeLimit } = this.#limits;
          reject(new KeywordError('OVERLOADED', `The text was not done after ${timeLimit} s. Send it again later.`));
        }, this.#limits.timeLimit * 1000);
        this.#queue.push(waiting);
        this.#handOut();
      });
    } finally {
      clearTimeout(timer);
    }
  }

  /** Puts threads with other models in the place of these; what the old ones have is finished first. */
  async replaceModels(shared: SharedModels): Promise<void> {
    this.#shared = shared;
    const old = this.#slots;
    this.#slots = this.#emptySlots();
    this.#handOut();
    await endThreads(old);
  }

  /** Ends the threads when they have done what they have. */
  async close(): Promise<void> {
    await endThreads(this.#slots);
  }

  #emptySlots(): Slot[] {
    return Array.from({ length: this.#limits.threads }, () => ({ thread: undefined, busy: 0 }));
  }

  #threadOf(slot: Slot): Thread<Job, JobResult> {
    slot.thread ??= new Thread<Job, JobResult>(this.#program, this.#shared, () => {
      slot.thread = undefined;
    });
    return slot.thread;
  }

  #freeSlot() {
    const [slot] = [...this.#slots].sort((a, b) => a.busy - b.busy);
    return slot.busy < AT_HAND ? slot : undefined;
  }

  #handOut(): void {
    for (let slot = this.#freeSlot(); slot && this.#queue.length > 0; slot = this.#freeSlot()) {
      const { job, resolve, reject } = this.#queue.shift()!;
      const taken = slot;
      taken.busy++;
      this.#threadOf(taken)
        .ask(job)
        .then(resolve, reject)
        .finally(() => {
          taken.busy--;
          this.#handOut();
        });
    }
  }
}

async function endThreads(slots: readonly Slot[]): Promise<void> {
  await Promise.all(slots.map(({ thread }) => thread?.idle().then(() => thread.close())));
}
