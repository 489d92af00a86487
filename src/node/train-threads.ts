import type { ChunkResult, TrainingMemory } from '../kernel/kernel.js';
import { mergeReplicas } from '../train/merge-replicas.js';
import { chunkCount, type Stretch, type TrainingSchedule } from '../train/train-epoch.js';
import { Thread } from './thread.js';
import type { TrainWorkerData } from './train-worker.js';

/** Chunks each thread trains on between two merges of replicas. */
const CHUNKS_BETWEEN_MERGES = 16;

/**
 * The threads of a training. With one memory all of them update it without locks (Hogwild, Niu et al. 2011), which is
 * fast and never twice the same. With a memory for each they train replicas, merged at fixed places.
 */
export class TrainThreads {
  readonly #threads: Thread<Stretch, void>[];
  readonly #stop = new Int32Array(new SharedArrayBuffer(4));
  readonly #totals: Float64Array;
  readonly #chunks: number;
  readonly #replicas: { bases: Float32Array[]; memories: readonly TrainingMemory[] } | undefined;

  /** @param memories one for all threads, or one for each, all alike */
  constructor(
    memories: readonly TrainingMemory[],
    schedule: TrainingSchedule,
    tokenFile: TrainWorkerData['tokenFile'],
  ) {
    this.#totals = new Float64Array(new SharedArrayBuffer(schedule.threads * 4 * 8));
    this.#chunks = chunkCount(tokenFile, schedule.chunkLength);
    const [{ inputVectors, nodeVectors }] = memories;
    if (memories.length > 1) this.#replicas = { memories, bases: [inputVectors.slice(), nodeVectors.slice()] };
    this.#threads = Array.from({ length: schedule.threads }, (_, thread) => {
      const workerData: TrainWorkerData = {
        handle: (memories[thread] ?? memories[0]).handle,
        threadOfMemory: memories.length > 1 ? 0 : thread,
        schedule,
        thread,
        tokenFile,
        stop: this.#stop,
        totals: this.#totals,
      };
      return new Thread(new URL('./train-worker.js', import.meta.url), workerData);
    });
  }

  /** Runs one epoch on all threads. */
  async runEpoch(epoch: number): Promise<ChunkResult> {
    this.#totals.fill(0);
    const stretch = this.#replicas ? CHUNKS_BETWEEN_MERGES * this.#threads.length : this.#chunks;
    for (let from = 0; from < this.#chunks && Atomics.load(this.#stop, 0) === 0; from += stretch) {
      const to = Math.min(from + stretch, this.#chunks);
      await Promise.all(this.#threads.map((thread) => thread.ask({ epoch, from, to })));
      this.#merge();
    }
    return this.totals();
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

  /** Makes every thread end its epoch after the chunk at hand. */
  stop(): void {
    Atomics.store(this.#stop, 0, 1);
  }

  async close(): Promise<void> {
    await Promise.all(this.#threads.map((thread) => thread.close()));
  }

  #merge(): void {
    if (!this.#replicas) return;
    const { bases, memories } = this.#replicas;
    const [{ stride }] = memories;
    mergeReplicas(
      bases[0],
      memories.map(({ inputVectors }) => inputVectors),
      stride,
    );
    mergeReplicas(
      bases[1],
      memories.map(({ nodeVectors }) => nodeVectors),
      stride,
    );
  }
}
