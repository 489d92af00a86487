import type { TextAnalysis } from './analyze-text.js';
import type { Candidate } from './candidate.js';
import type { ScoredCandidates } from './scored.js';

/** Scores candidates by tf · Σ idf / √length over the words of a candidate; for single words the classic tf · idf. */
export function scoreByTfIdf({ tokens }: TextAnalysis, candidates: readonly Candidate[]): ScoredCandidates {
  const worth = candidates.map(({ words }) => {
    const sum = words.reduce((total, { entry }) => total + entry.idf, 0);
    return sum / Math.sqrt(words.length);
  });
  return {
    candidates,
    scores: Float64Array.from(candidates, ({ spans }, c) => spans.length * worth[c]),
    contributions(c) {
      const out = new Float64Array(tokens.length);
      for (const { first, last } of candidates[c].spans) out.fill(worth[c] / (last - first + 1), first, last + 1);
      return out;
    },
  };
}
