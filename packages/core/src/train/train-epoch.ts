import type { ChunkResult, TrainingWorker } from '../kernel/kernel.js';
import { nextRandom, randomState } from '../math/random.js';
import type { TokenStore } from './token-store.js';

/** What a thread must know to do its share of every epoch. Plain data, so that it can be posted to a thread. */
export interface TrainingSchedule {
  /** Entries of the token store trained on at a time. */
  readonly chunkLength: number;
  readonly epochs: number;
  readonly learningRate: number;
  readonly minLearningRate: number;
  readonly seed: number;
  readonly threads: number;
}

/** Places of an epoch's order of chunks, from `from` up to but not including `to`. */
export interface Stretch {
  readonly epoch: number;
  readonly from: number;
  readonly to: number;
}

/** Chunks of a token store; the last may be short. */
export function chunkCount(store: { readonly length: number }, chunkLength: number): number {
  return Math.ceil(store.length / chunkLength);
}

/**
 * One thread's share of a stretch of an epoch: every `threads`-th chunk of the epoch's order.
 *
 * Everything random is derived from seed, epoch and chunk and the learning rate from the place in the epoch's order,
 * never from timing, so that one thread always makes the same model.
 *
 * @param onChunk called after each chunk; returns false to stop
 */
export function trainStretch(
  worker: TrainingWorker,
  store: TokenStore,
  schedule: TrainingSchedule,
  { epoch, from, to }: Stretch,
  thread: number,
  onChunk: (result: ChunkResult) => boolean,
): void {
  const order = chunkOrder(chunkCount(store, schedule.chunkLength), schedule.seed, epoch);
  const tokenIds = new Int32Array(schedule.chunkLength);
  for (let place = from + thread; place < to; place += schedule.threads) {
    const chunk = order[place];
    const length = store.read(chunk * schedule.chunkLength, tokenIds);
    const progress = (epoch + place / order.length) / schedule.epochs;
    const result = worker.train(
      tokenIds.subarray(0, length),
      learningRateAt(progress, schedule.learningRate, schedule.minLearningRate),
      randomState(schedule.seed, epoch + 1, chunk),
    );
    worker.synchronize();
    if (!onChunk(result)) return;
  }
}

/** Linear decay from `first` to `last`; `progress` in [0, 1]. */
export function learningRateAt(progress: number, first: number, last: number): number {
  return Math.max(last, first + (last - first) * progress);
}

/**
 * The order in which an epoch visits the chunks, drawn again for each: corpora come sorted by source, and a model must
 * not see its laws first and its news last.
 */
export function chunkOrder(chunks: number, seed: number, epoch: number): Int32Array {
  const order = Int32Array.from({ length: chunks }, (_, i) => i);
  let state = randomState(seed, epoch + 1, 0x5eed);
  for (let i = chunks - 1; i > 0; i--) {
    state = nextRandom(state);
    const j = state % (i + 1);
    [order[i], order[j]] = [order[j], order[i]];
  }
  return order;
}
