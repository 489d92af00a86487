import { Worker } from 'node:worker_threads';
import type { ChunkResult, TrainingHandle } from '../kernel/kernel.js';
import type { TrainingSchedule } from '../train/train-epoch.js';
import type { TrainWorkerData } from './train-worker.js';

/** The threads of a training: worker_threads over one shared memory, updating it without locks (Hogwild, Niu et al. 2011). */
export class TrainThreads {
  readonly #workers: Worker[];
  readonly #stop = new Int32Array(new SharedArrayBuffer(4));
  readonly #totals: Float64Array;

  constructor(handle: TrainingHandle, schedule: TrainingSchedule, tokenFile: TrainWorkerData['tokenFile']) {
    this.#totals = new Float64Array(new SharedArrayBuffer(schedule.threads * 4 * 8));
    this.#workers = Array.from({ length: schedule.threads }, (_, thread) => {
      const workerData: TrainWorkerData = {
        handle,
        schedule,
        thread,
        tokenFile,
        stop: this.#stop,
        totals: this.#totals,
      };
      return new Worker(new URL('./train-worker.js', import.meta.url), { workerData });
    });
  }

  /** Runs one epoch on all threads. */
  async runEpoch(epoch: number): Promise<ChunkResult> {
    this.#totals.fill(0);
    await Promise.all(
      this.#workers.map(
        (worker) =>
          new Promise<void>((resolve, reject) => {
            const settle = (error?: Error) => {
              worker.off('message', done);
              worker.off('error', settle);
              if (error) reject(error);
              else resolve();
            };
            const done = () => settle();
            worker.on('message', done);
            worker.on('error', settle);
            worker.postMessage(epoch);
          }),
      ),
    );
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
    await Promise.all(this.#workers.map((worker) => worker.terminate()));
  }
}
