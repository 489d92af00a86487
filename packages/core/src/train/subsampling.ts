import { keepProbability } from '../model/keep-probability.js';

/**
 * Fills `thresholds` (V): a token of a word is kept when its 32-bit random number is ≤ the threshold.
 *
 * @param counts (V) occurrences of the words
 */
export function fillKeepThresholds(
  thresholds: Uint32Array,
  counts: Float64Array,
  tokenCount: number,
  subsample: number,
): void {
  for (let w = 0; w < counts.length; w++) {
    thresholds[w] = Math.floor(keepProbability(counts[w] / tokenCount, subsample) * 0xffffffff);
  }
}
