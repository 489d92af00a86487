import { workerData } from 'node:worker_threads';
import type { TrainingHandle } from '../../kernel/kernel.js';
import { type Stretch, type TrainingSchedule, trainStretch } from '../../train/train-epoch.js';
import { attachTraining } from '../platform/kernels.js';
import { answerRequests } from '../threads/thread.js';
import { tokenFileStore } from './token-file.js';

/** What a training thread is started with. */
export interface TrainWorkerData {
  readonly handle: TrainingHandle;
  /** Which of the threads of the memory behind `handle` this is. */
  readonly threadOfMemory: number;
  readonly schedule: TrainingSchedule;
  readonly thread: number;
  readonly tokenFile: { readonly fd: number; readonly length: number };
  /** Non-zero when the training is to stop. */
  readonly stop: Int32Array;
  /** (threads, 4) tokens, pairs, loss and loss pairs of this epoch so far, as ChunkResult. */
  readonly totals: Float64Array;
  /** (threads) the place in the epoch's order of chunks that each thread comes to next. */
  readonly places: Int32Array;
}

const { handle, threadOfMemory, schedule, thread, tokenFile, stop, totals, places } = workerData as TrainWorkerData;
const worker = attachTraining(handle, threadOfMemory);
const store = tokenFileStore(tokenFile.fd, tokenFile.length);
const own = totals.subarray(thread * 4, thread * 4 + 4);

answerRequests((stretch: Stretch) => {
  trainStretch(worker, store, schedule, stretch, thread, (chunk) => {
    own[0] += chunk.tokens;
    own[1] += chunk.pairs;
    own[2] += chunk.loss;
    own[3] += chunk.lossPairs;
    places[thread] += schedule.threads;
    return Atomics.load(stop, 0) === 0;
  });
});
