/**
 * Lengths of bars, 0 … 1. Scores that are all positive are shown from 0 by their square roots, for the first is often twenty
 * times the last; log-probabilities, which have no zero to start from, from a little below the lowest.
 */
export function strengths(scores: readonly number[]): number[] {
  if (scores.length === 0) return [];
  const most = Math.max(...scores);
  const least = Math.min(...scores);
  if (least >= 0) return scores.map((score) => (most > 0 ? Math.sqrt(score / most) : 0));
  const range = most - least || 1;
  return scores.map((score) => 0.1 + (0.9 * (score - least)) / range);
}
