import type { ChunkResult } from '../kernel/kernel.js';

/** Where a training is between two chunks. Plain data, which a checkpoint keeps as JSON. */
export interface TrainingPosition {
  /** The running epoch, from 0; the number of epochs when all are done. */
  readonly epoch: number;
  /** The place in the epoch's order of chunks that each thread comes to next; empty at the start of an epoch. */
  readonly places: readonly number[];
  /** Sums of the epoch so far. */
  readonly done: ChunkResult;
  /** Pairs trained on in all epochs before. */
  readonly pairsBefore: number;
}

/** The start of an epoch. */
export function epochStart(epoch: number, pairsBefore = 0): TrainingPosition {
  return { epoch, places: [], done: { tokens: 0, pairs: 0, loss: 0, lossPairs: 0 }, pairsBefore };
}
