/** The measures of one ranked list of keywords against gold keywords, each in 0 … 1. */
export const rankingMeasures = [
  'P@1',
  'P@5',
  'R@5',
  'F1@5',
  'P@10',
  'R@10',
  'F1@10',
  'P@15',
  'R@15',
  'F1@15',
  'F1@M',
  'MAP',
  'nDCG@10',
] as const;

/** A name of {@link rankingMeasures}. */
export type RankingMeasure = (typeof rankingMeasures)[number];

/**
 * Measures a ranked list. Precision at n counts the keywords there are, so a list shorter than n is not punished twice;
 * M is the number of gold keywords; average precision is over the whole list, divided by the number of gold keywords.
 *
 * @param ranked keys, best first, none twice
 * @param gold keys, at least one
 */
export function measureRanking(ranked: readonly string[], gold: ReadonlySet<string>): Record<RankingMeasure, number> {
  const at = (n: number) => {
    const shown = ranked.slice(0, n);
    const hits = shown.filter((key) => gold.has(key)).length;
    const precision = hits / Math.max(1, shown.length);
    const recall = hits / gold.size;
    return { precision, recall, f1: hits === 0 ? 0 : (2 * precision * recall) / (precision + recall) };
  };
  let hits = 0;
  let precisions = 0;
  let gain = 0;
  ranked.forEach((key, rank) => {
    if (!gold.has(key)) return;
    precisions += ++hits / (rank + 1);
    if (rank < 10) gain += 1 / Math.log2(rank + 2);
  });
  let ideal = 0;
  for (let rank = 0; rank < Math.min(10, gold.size); rank++) ideal += 1 / Math.log2(rank + 2);
  const [five, ten, fifteen] = [at(5), at(10), at(15)];
  return {
    'P@1': at(1).precision,
    'P@5': five.precision,
    'R@5': five.recall,
    'F1@5': five.f1,
    'P@10': ten.precision,
    'R@10': ten.recall,
    'F1@10': ten.f1,
    'P@15': fifteen.precision,
    'R@15': fifteen.recall,
    'F1@15': fifteen.f1,
    'F1@M': at(gold.size).f1,
    MAP: precisions / gold.size,
    'nDCG@10': gain / ideal,
  };
}

/** The measures of many ranked lists as one, each in 0 … 1: the sums of all hits, of what is shown and of what was sought. */
export const microMeasures = ['micro F1@5', 'micro F1@10', 'micro F1@15'] as const;

/**
 * F1 over all documents together, as papers print it: a document counts by the number of its keywords.
 *
 * @param rankings (documents) keys, best first, none twice
 * @param golds (documents) keys
 */
export function measureTogether(
  rankings: readonly (readonly string[])[],
  golds: readonly ReadonlySet<string>[],
): Record<(typeof microMeasures)[number], number> {
  const at = (n: number) => {
    let hits = 0;
    let shown = 0;
    let sought = 0;
    rankings.forEach((ranked, d) => {
      const first = ranked.slice(0, n);
      hits += first.filter((key) => golds[d].has(key)).length;
      shown += first.length;
      sought += golds[d].size;
    });
    // 2PR / (P + R) of P = hits / shown and R = hits / sought.
    return (2 * hits) / Math.max(1, shown + sought);
  };
  return { 'micro F1@5': at(5), 'micro F1@10': at(10), 'micro F1@15': at(15) };
}
