import type { ConditionalModel } from '../model/conditional-model.js';
import type { extractOptions, ResolvedOf } from '../options.js';
import { countUntil, type TextAnalysis } from './analyze-text.js';
import type { ExplainedWords } from './explained-words.js';
import { type Encoded, scoreCandidates } from './score-candidates.js';
import type { ScoredCandidates } from './scored.js';
import type { Choice } from './select.js';

/** Why keywords were chosen: their scores taken apart, exactly. */
export interface Explanation {
  /** (T) [start, end) of every token in the text. */
  readonly tokens: readonly (readonly [start: number, end: number])[];
  /**
   * (K) the part of each keyword's score that no token of the text adds: for `likelihood` log p(text), and what a title that was given apart adds.
   * A `mixture` that ranks without the model (λ = 0) asks it here with λ = 0.3, and what it says is taken off again.
   */
  readonly base: readonly number[];
  /** (K, T) what each token adds; with its base, a row sums to the score that the keyword has alone. */
  readonly contributions: readonly (readonly number[])[];
  /** (T) the keyword that each token is part of, else the one that clearly explains it, by its place; −1 where there is none. */
  readonly explainedBy: readonly number[];
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
  language: string,
  { byToken }: ExplainedWords,
  encoded?: Encoded,
): Explanation {
  const { tokens, before } = analysis;
  const first = countUntil(tokens, before);
  const isRankedWithout = options.method === 'mixture' && options.lambda === 0;
  const candidates = chosen.map(({ candidate }) => scored.candidates[candidate]);
  const asked = isRankedWithout
    ? scoreCandidates(model, analysis, candidates, { ...options, lambda: EXPLAINING }, language, encoded)
    : undefined;
  const gains = chosen.map(({ candidate }, k) => (asked ? asked.contributions!(k) : scored.contributions!(candidate)));
  const base = chosen.map(({ candidate }, k) => {
    return asked ? scored.scores[candidate] - asked.scores[k] : (scored.base?.[candidate] ?? 0);
  });
  return {
    tokens: tokens.slice(first).map(({ start, end }) => [start - before, end - before] as const),
    // What a title that was given apart adds belongs to no token of the text.
    base: base.map((value, k) => gains[k].slice(0, first).reduce((sum, gain) => sum + gain, value)),
    contributions: gains.map((row) => Array.from(row.slice(first))),
    explainedBy: byToken.slice(first),
  };
}
