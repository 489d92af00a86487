import type { ChunkResult, TrainingMemory } from '../../kernel/kernel.js';
import { mergeReplicas } from '../../train/merge-replicas.js';
import { chunkCount, type Stretch, type TrainingSchedule } from '../../train/train-epoch.js';
import { epochStart, type TrainingPosition } from '../../train/training-position.js';
import { Thread } from '../threads/thread.js';
import type { TrainWorkerData } from './train-worker.js';

/** Chunks each thread trains on between two merges of replicas. */
const CHUNKS_BETWEEN_MERGES = 16;

/** Vectors in the layout of a kernel. */
export type TrainedVectors = Pick<TrainingMemory, 'stride' | 'inputVectors' | 'nodeVectors'>;

/**
 * The threads of a training. With one memory all of them update it without locks (Hogwild, Niu et al. 2011), which is
 * fast and never twice the same. With a memory for each they train replicas, merged at fixed places.
 */
export class TrainThreads {
  readonly #memories: readonly TrainingMemory[];
  readonly #threads: Thread<Stretch, void>[];
  readonly #stop = new Int32Array(new SharedArrayBuffer(4));
  readonly #totals: Float64Array;
  readonly #places: Int32Array;
  readonly #chunks: number;
  /** The vectors of the last merge, and where it was; the replicas are ahead of it while they train. */
  readonly #merged: TrainedVectors | undefined;
  #position = epochStart(0);
  #pausing = false;
  #stopping = false;

  /** @param memories one for all threads, or one for each, all alike */
  constructor(
    memories: readonly TrainingMemory[],
    schedule: TrainingSchedule,
    tokenFile: TrainWorkerData['tokenFile'],
  ) {
    this.#memories = memories;
    this.#totals = new Float64Array(new SharedArrayBuffer(schedule.threads * 4 * 8));
    this.#places = new Int32Array(new SharedArrayBuffer(schedule.threads * 4));
    this.#chunks = chunkCount(tokenFile, schedule.chunkLength);
    const [{ stride, inputVectors, nodeVectors }] = memories;
    if (memories.length > 1) {
      this.#merged = { stride, inputVectors: inputVectors.slice(), nodeVectors: nodeVectors.slice() };
    }
    this.#threads = Array.from({ length: schedule.threads }, (_, thread) => {
      const workerData: TrainWorkerData = {
        handle: (memories[thread] ?? memories[0]).handle,
        threadOfMemory: memories.length > 1 ? 0 : thread,
        schedule,
        thread,
        tokenFile,
        stop: this.#stop,
        totals: this.#totals,
        places: this.#places,
      };
      return new Thread(new URL('./train-worker.js', import.meta.url), workerData);
    });
  }

  /**
   * Runs an epoch on all threads, or what is left of it.
   *
   * @param onPause called when the threads rest after {@link pause}
   * @returns sums over the whole epoch; fewer than all its tokens after {@link stop}
   */
  async runEpoch(from: TrainingPosition, onPause: () => Promise<void> = async () => {}): Promise<ChunkResult> {
    this.#begin(from);
    while (!this.#stopping && this.#places.some((place) => place < this.#chunks)) {
      const first = this.#places.reduce((least, place) => Math.min(least, place));
      const stretch = this.#merged ? CHUNKS_BETWEEN_MERGES * this.#threads.length : this.#chunks;
      const to = Math.min(first + stretch, this.#chunks);
      await Promise.all(
        this.#threads.map((thread, t) => thread.ask({ epoch: from.epoch, from: this.#places[t] - t, to })),
      );
      // Replicas that stopped half-way are not merged: the last merge is where a training can go on from.
      if (this.#stopping && this.#merged) break;
      this.#merge();
      this.#position = { ...this.#position, places: [...this.#places], done: this.totals() };
      if (this.#pausing && !this.#stopping) {
        this.#pausing = false;
        Atomics.store(this.#stop, 0, 0);
        await onPause();
      }
    }
    return this.totals();
  }

  /** Where a training can go on from, with {@link vectors}. Only while the threads rest. */
  get position(): TrainingPosition {
    return this.#position;
  }

  /** The vectors at {@link position}. */
  get vectors(): TrainedVectors {
    return this.#merged ?? this.#memories[0];
  }

  /** Sums over the threads of the running epoch. */
  totals(): ChunkResult {
    const sum = (column: number) => {
      let total = 0;
      for (let at = column; at < this.#totals.length; at += 4) total += this.#totals[at];
      return total;
    };
    return { tokens: sum(0), pairs: sum(1), loss: sum(2), lossPairs: sum(3) };
  }

  /** Makes the threads rest soon: after the chunk at hand, replicas at their next merge. */
  pause(): void {
    this.#pausing = true;
    if (!this.#merged) Atomics.store(this.#stop, 0, 1);
  }

  /** Makes every thread end its epoch after the chunk at hand. */
  stop(): void {
    this.#stopping = true;
    Atomics.store(this.#stop, 0, 1);
  }

  async close(): Promise<void> {
    await Promise.all(this.#threads.map((thread) => thread.close()));
  }

  #begin(from: TrainingPosition): void {
    const { places, done } = from;
    this.#position = from;
    this.#places.set(places.length ? places : this.#threads.map((_, thread) => thread));
    this.#totals.fill(0);
    this.#totals.set([done.tokens, done.pairs, done.loss, done.lossPairs]);
  }

  #merge(): void {
    if (!this.#merged) return;
    const { inputVectors, nodeVectors, stride } = this.#merged;
    mergeReplicas(
      inputVectors,
      this.#memories.map((memory) => memory.inputVectors),
      stride,
    );
    mergeReplicas(
      nodeVectors,
      this.#memories.map((memory) => memory.nodeVectors),
      stride,
    );
  }
}
