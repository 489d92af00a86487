/**
 * Subsampling of frequent words as word2vec.c does it: a token of a word with share f of the corpus is kept with
 * probability min(1, √(t/f) + t/f). Mikolov et al. 2013 (section 2.3) give √(t/f) alone; the code has the sum.
 */

/** Probability that a token is kept, in (0, 1]; `share` in (0, 1]; `subsample` t ≥ 0, 0 keeps every token. */
export function keepProbability(share: number, subsample: number): number {
  if (subsample === 0) return 1;
  const ratio = subsample / share;
  return Math.min(1, Math.sqrt(ratio) + ratio);
}

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
