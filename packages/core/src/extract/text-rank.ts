import { wordClass } from '../text/word-class.js';
import type { TextAnalysis } from './analyze-text.js';
import type { Candidate } from './candidate.js';
import type { ScoredCandidates } from './scored.js';

/** Words at most so far apart are neighbours, as in jieba. */
const WINDOW = 5;
const DAMPING = 0.85;
const ITERATIONS = 20;

/**
 * Scores candidates by TextRank (Mihalcea & Tarau 2004): content words that occur near each other are linked, as often
 * as they do, and PageRank runs over the graph. A phrase has Σ of the ranks of its words / √length.
 */
export function scoreByTextRank(
  { tokens, words, wordOfToken }: TextAnalysis,
  candidates: readonly Candidate[],
): ScoredCandidates {
  const links = words.map(() => new Map<number, number>());
  const isContent = tokens.map((token) => ['content', 'modifier', 'verb'].includes(wordClass(token)));
  for (let t = 0; t < tokens.length; t++) {
    for (let u = t + 1; isContent[t] && u < Math.min(tokens.length, t + WINDOW); u++) {
      const [a, b] = [wordOfToken[t], wordOfToken[u]];
      if (!isContent[u] || a === b) continue;
      links[a].set(b, (links[a].get(b) ?? 0) + 1);
      links[b].set(a, (links[b].get(a) ?? 0) + 1);
    }
  }
  const strengths = links.map((to) => [...to.values()].reduce((sum, weight) => sum + weight, 0));
  let ranks = new Float64Array(words.length).fill(1);
  for (let i = 0; i < ITERATIONS; i++) {
    ranks = Float64Array.from(links, (from) => {
      let sum = 0;
      for (const [b, weight] of from) sum += (weight / strengths[b]) * ranks[b];
      return 1 - DAMPING + DAMPING * sum;
    });
  }
  const rankOf = new Map(words.map((word, w) => [word, ranks[w]]));
  const scores = Float64Array.from(candidates, ({ words }) => {
    return words.reduce((sum, word) => sum + rankOf.get(word)!, 0) / Math.sqrt(words.length);
  });
  return { candidates, scores };
}
