import type { ConditionalModel } from '../model/conditional-model.js';
import { newFloats } from '../text/scratch.js';
import type { TextAnalysis } from './analyze-text.js';
import { type Candidate, occurrencesOutside, type Span } from './candidate.js';
import { conditionOf } from './condition-of.js';
import type { ScoredCandidates } from './scored.js';
import { placesOfLargest } from './select.js';
import { type SemanticOptions, semanticGains } from './semantic-gains.js';

/** Constants of the mixture; docs/options.md says what they do. */
export interface MixtureOptions extends SemanticOptions {
  /** ε, in [0, 1). */
  readonly epsilon: number;
}

/**
 * Scores candidates by the mixture: a text with keyword c is written by three hands, of which one repeats c, one speaks
 * of what goes with c, and one uses the language at large,
 *
 *     p(w_k | c) = ε·copy(w_k | c) + (1 − ε)·[λ·p_model(w_k | c) + (1 − λ)·p(w_k)].
 *
 * The gain of a token is log p(w_k | c) − log p(w_k), up to the constant log(1 − ε):
 *
 *     an occurrence of c    log( Π_w R_w + ε/(1 − ε)·exp idf(c) )
 *     any other token       s_k = τ·a_k·log(λ·p_model(w_k | c)/p(w_k) + 1 − λ), and never below 0 while λ < 1: then
 *                           the language at large explains it
 *
 * with R_w = exp s_w for each word w of the candidate, idf(c) the mean over its words, and a_k the keep-probability of
 * word2vec's subsampling, for the model was trained on text thinned so. Occurrences inside a longer candidate count
 * only once for the longer one. The score is Σ of the gains times exp(log prior).
 *
 * λ = 1, ε = 0 without prior and weights is log p(text | c) − log p(text), the published definition; λ = 0 is
 * tf·log(1 + ε/(1 − ε)·N/df), a tf-idf.
 *
 * @param logPriors (C)
 * @param shortlist candidates for which the model is asked: those best by copying alone
 */
export function scoreByMixture(
  model: ConditionalModel,
  analysis: TextAnalysis,
  candidates: readonly Candidate[],
  logPriors: ArrayLike<number>,
  options: MixtureOptions,
  shortlist: number,
): ScoredCandidates {
  const { epsilon, lambda, semanticWeight } = options;
  const { words, wordOfToken } = analysis;
  const odds = epsilon / (1 - epsilon);
  const copies = new Array<number>(candidates.length);
  const occurrences = new Array<number>(candidates.length);
  const byCopying = newFloats(candidates.length);
  for (let c = 0; c < candidates.length; c++) {
    const { words } = candidates[c];
    let idf = 0;
    for (const { entry } of words) idf += entry.idf;
    copies[c] = odds * Math.exp(idf / words.length);
    occurrences[c] = occurrencesOutside(candidates[c]);
    byCopying[c] = Math.exp(logPriors[c]) * occurrences[c] * Math.log1p(copies[c]);
  }
  const asksModel = lambda > 0 && semanticWeight > 0;
  // Without copying, only the model can tell candidates apart.
  const order = placesOfLargest(byCopying, epsilon > 0 ? shortlist : candidates.length);
  const kept = order.map((c) => candidates[c]);
  const { counts } = analysis.wordCounts;
  // A model that is not asked gains nothing by any word.
  const K = asksModel ? counts.length : 0;
  const gains = asksModel
    ? semanticGains(
        model,
        analysis,
        kept.map(({ words }) => conditionOf(words)),
        options,
      )
    : NOTHING;
  const T = wordOfToken.length;
  /** The place of a token in a row of the gains, −1 for what the model does not know. */
  const placeOf = (t: number) => (asksModel ? words[wordOfToken[t]].known : -1);
  // While λ < 1 the language at large explains what the model makes less probable: max(0, gain) without a branch, which
  // no processor could foresee.
  const gainOf = lambda < 1 ? (at: number) => (gains[at] + Math.abs(gains[at])) / 2 : (at: number) => gains[at];

  const ownGains = new Array<number>(kept.length);
  const scales = new Array<number>(kept.length);
  const scores = newFloats(kept.length);
  const reach = newFloats(kept.length);
  for (let i = 0; i < kept.length; i++) {
    const c = order[i];
    const row = i * K;
    let log = 0;
    if (asksModel) for (const { known } of kept[i].words) if (known >= 0) log += gains[row + known];
    ownGains[i] = occurrences[c] * (copies[c] > 0 ? Math.log(Math.exp(log) + copies[c]) : log);
    let others = 0;
    for (let k = 0; k < K; k++) others += counts[k] * gainOf(row + k);
    const { spans } = kept[i];
    let own = 0;
    for (let s = 0; s < spans.length; s++) {
      const { first, last } = spans[s];
      const end = ownEnd(spans, s);
      for (let t = first; t < end; t++) if (placeOf(t) >= 0) others -= gainOf(row + placeOf(t));
      own += (ownGains[i] / spans.length / (last - first + 1)) * (end - first);
    }
    scales[i] = others + own > 0 ? Math.exp(logPriors[c]) : 1;
    scores[i] = scales[i] * (others + own);
    reach[i] = scales[i] * (others + Math.max(0, own));
  }

  const rows: Float64Array[] = [];

  function contributions(i: number): Float64Array {
    rows[i] ??= contributionsOf(i);
    return rows[i];
  }

  function contributionsOf(i: number): Float64Array {
    const out = new Float64Array(T);
    for (let t = 0; t < T; t++) if (placeOf(t) >= 0) out[t] = scales[i] * gainOf(i * K + placeOf(t));
    const { spans } = kept[i];
    for (let s = 0; s < spans.length; s++) {
      const { first, last } = spans[s];
      out.fill((scales[i] * ownGains[i]) / spans.length / (last - first + 1), first, ownEnd(spans, s));
    }
    return out;
  }

  // λ = 1: what the model says may be below 0.
  return { candidates: kept, scores, contributions, ...(lambda < 1 && { reach }) };
}

/** What a model says that is not asked. */
const NOTHING = new Float32Array(0);

/** The token after the last of occurrence s that belongs to it: where occurrences overlap, a token is of the later. */
function ownEnd(spans: readonly Span[], s: number): number {
  const end = spans[s].last + 1;
  return s + 1 < spans.length ? Math.min(end, spans[s + 1].first) : end;
}
