import { parentPort, workerData } from 'node:worker_threads';
import type { TrainingHandle } from '../kernel/kernel.js';
import { type TrainingSchedule, trainEpochShare } from '../train/train-epoch.js';
import { attachTraining } from './kernels.js';
import { tokenFileStore } from './token-file.js';

/** What a training thread is started with. */
export interface TrainWorkerData {
  readonly handle: TrainingHandle;
  readonly schedule: TrainingSchedule;
  readonly thread: number;
  readonly tokenFile: { readonly fd: number; readonly length: number };
  /** Non-zero when the training is to stop. */
  readonly stop: Int32Array;
  /** (threads, 4) tokens, pairs, loss and loss pairs of this epoch so far, as {@link ChunkResult}. */
  readonly totals: Float64Array;
}

const { handle, schedule, thread, tokenFile, stop, totals } = workerData as TrainWorkerData;
const worker = attachTraining(handle, thread);
const store = tokenFileStore(tokenFile.fd, tokenFile.length);
const own = totals.subarray(thread * 4, thread * 4 + 4);

parentPort!.on('message', (epoch: number) => {
  own.fill(0);
  trainEpochShare(worker, store, schedule, epoch, thread, (chunk) => {
    own[0] += chunk.tokens;
    own[1] += chunk.pairs;
    own[2] += chunk.loss;
    own[3] += chunk.lossPairs;
    return Atomics.load(stop, 0) === 0;
  });
  parentPort!.postMessage(epoch);
});
