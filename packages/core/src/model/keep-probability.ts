/**
 * Probability that word2vec.c keeps a token when it thins out frequent words, min(1, √(t/f) + t/f), in (0, 1]. Mikolov
 * et al. 2013 (section 2.3) give √(t/f) alone; the code has the sum.
 *
 * @param share f, the word's share of the corpus, in (0, 1]
 * @param subsample t ≥ 0; 0 keeps every token
 */
export function keepProbability(share: number, subsample: number): number {
  if (subsample === 0) return 1;
  const ratio = subsample / share;
  return Math.min(1, Math.sqrt(ratio) + ratio);
}
