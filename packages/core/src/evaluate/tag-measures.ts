import { measureRanking } from './ranking-measures.js';

/** The measures of one ranked list of tags against the tags that people gave, each in 0 … 1. */
export const tagMeasures = ['P@1', 'P@5', 'R@5', 'R@10', 'nDCG@10', 'MRR'] as const;

/** A name of {@link tagMeasures}. */
export type TagMeasure = (typeof tagMeasures)[number];

/**
 * Measures a ranked list of tags. Precision at 5 is the share of five, however many there are: a list to choose from always
 * has five, so silence is not rewarded. MRR is 1 / rank of the first right tag, 0 where there is none.
 *
 * @param ranked tags, best first, none twice
 * @param gold tags that people gave, at least one
 */
export function measureTags(ranked: readonly string[], gold: ReadonlySet<string>): Record<TagMeasure, number> {
  const { 'P@1': first, 'R@5': five, 'R@10': ten, 'nDCG@10': gain } = measureRanking(ranked, gold);
  const rank = ranked.findIndex((tag) => gold.has(tag));
  return {
    'P@1': first,
    'P@5': (five * gold.size) / 5,
    'R@5': five,
    'R@10': ten,
    'nDCG@10': gain,
    MRR: rank < 0 ? 0 : 1 / (rank + 1),
  };
}
