import type { ConditionalModel } from '../model/conditional-model.js';
import type { extractOptions, ResolvedOf } from '../options.js';
import type { Language } from '../text/language.js';
import type { TextAnalysis } from './analyze-text.js';
import { scoreCandidates } from './score-candidates.js';
import type { ScoredCandidates } from './scored.js';
import type { Choice } from './select.js';

/** Why keywords were chosen: their scores taken apart, exactly. */
export interface Explanation {
  /** (T) [start, end) of every token in the text. */
  readonly tokens: readonly (readonly [start: number, end: number])[];
  /**
   * (K) the part of each keyword's score that no token adds: for `likelihood` log p(text); for a `mixture` that ranks without
   * the model (λ = 0), which is asked here with λ = 0.3 all the same, what it says taken off again; else 0.
   */
  readonly base: readonly number[];
  /** (K, T) what each token adds; with its base, a row sums to the score that the keyword has alone. */
  readonly contributions: readonly (readonly number[])[];
}

/** λ of the model where it only explains what was chosen without it. */
const EXPLAINING = 0.3;

/** Takes the scores of chosen candidates apart. */
export function explain(
  model: ConditionalModel,
  analysis: TextAnalysis,
  scored: ScoredCandidates,
  chosen: readonly Choice[],
  options: ResolvedOf<typeof extractOptions>,
  language: Language,
): Explanation {
  const tokens = analysis.tokens.map(({ start, end }) => [start, end] as const);
  if (options.method !== 'mixture' || options.lambda > 0) {
    const base = chosen.map(({ candidate }) => scored.base?.[candidate] ?? 0);
    return { tokens, base, contributions: chosen.map(({ candidate }) => Array.from(scored.contributions!(candidate))) };
  }
  const candidates = chosen.map(({ candidate }) => scored.candidates[candidate]);
  const asked = scoreCandidates(model, analysis, candidates, { ...options, lambda: EXPLAINING }, language);
  const contributions = candidates.map((_, k) => Array.from(asked.contributions!(k)));
  const base = chosen.map(({ candidate }, k) => scored.scores[candidate] - asked.scores[k]);
  return { tokens, base, contributions };
}

/** Each choice with the tokens that add more to it than to the others. */
export function withExplained(chosen: readonly Choice[], { contributions }: Explanation): Choice[] {
  const T = contributions[0]?.length ?? 0;
  const gains = new Float64Array(T);
  const tokens: number[][] = chosen.map(() => []);
  for (let t = 0; t < T; t++) {
    let best = -1;
    for (let k = 0; k < contributions.length; k++) {
      if (contributions[k][t] > gains[t]) [best, gains[t]] = [k, contributions[k][t]];
    }
    if (best >= 0) tokens[best].push(t);
  }
  return chosen.map((choice, k) => ({ ...choice, explained: { tokens: tokens[k], gains } }));
}
