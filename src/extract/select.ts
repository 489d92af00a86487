import type { ScoredCandidates } from './scored.js';

/** A candidate that was chosen. */
export interface Choice {
  /** Place in the scored candidates. */
  readonly candidate: number;
  readonly score: number;
  /** (tokens) what it explains, of every token; only where candidates are chosen jointly. */
  readonly explained?: Float64Array;
}

/** The `topN` best scores, best first; of equal ones the candidate that stands first in the text. */
export function selectTop({ scores }: ScoredCandidates, topN: number): Choice[] {
  return Array.from(scores.keys())
    .sort((a, b) => scores[b] - scores[a] || a - b)
    .slice(0, topN)
    .map((candidate) => ({ candidate, score: scores[candidate] }));
}

/**
 * Chooses jointly the candidates that together explain the text best, each token counted for the one that explains it
 * best: Σ_t max over the chosen of what t adds to their scores, or 0. Greedy, so within 1 − 1/e of the best there is
 * (facility location; Nemhauser, Wolsey & Fisher 1978).
 *
 * @returns in the order chosen; the score of each is what it added; fewer than `topN` when nothing is left to explain
 */
export function selectCover(scored: ScoredCandidates, topN: number, shortlist: number): Choice[] {
  const pool = selectTop(scored, Math.max(topN, shortlist)).map(({ candidate }) => ({
    candidate,
    gains: scored.contributions!(candidate),
  }));
  const T = pool[0]?.gains.length ?? 0;
  const explained = new Float64Array(T);
  const owner = new Int32Array(T).fill(-1);
  const added = (gains: Float64Array) => {
    let sum = 0;
    for (let t = 0; t < T; t++) if (gains[t] > explained[t]) sum += gains[t] - explained[t];
    return sum;
  };
  // What a candidate adds only falls while others are chosen, so what it once added is a bound (Minoux 1978).
  const bounds = pool.map(({ gains }) => added(gains));
  const chosen: { candidate: number; score: number; gains: Float64Array }[] = [];
  for (let newest = -1; chosen.length < topN; ) {
    let best = 0;
    for (let p = 1; p < pool.length; p++) if (bounds[p] > bounds[best]) best = p;
    if (!(bounds[best] > 0)) break;
    if (best !== newest && chosen.length > 0) {
      bounds[best] = added(pool[best].gains);
      newest = best;
      continue;
    }
    const { candidate, gains } = pool[best];
    for (let t = 0; t < T; t++) {
      if (gains[t] > explained[t]) {
        explained[t] = gains[t];
        owner[t] = chosen.length;
      }
    }
    chosen.push({ candidate, score: bounds[best], gains });
    bounds[best] = 0;
    newest = -1;
  }
  return chosen.map(({ candidate, score, gains }, k) => ({
    candidate,
    score,
    explained: gains.map((gain, t) => (owner[t] === k ? gain : 0)),
  }));
}
