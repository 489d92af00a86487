import type { ConditionalModel } from '../model/conditional-model.js';
import type { TextAnalysis } from './analyze-text.js';
import type { Candidate } from './candidates.js';
import { conditionOf } from './condition-of.js';
import { inverseDocumentFrequency } from './idf.js';
import type { ScoredCandidates } from './scored.js';
import { type SemanticOptions, semanticGains } from './semantic-gains.js';

/** Constants of the mixture; docs/options.md says what they do. */
export interface MixtureOptions extends SemanticOptions {
  /** ε, in [0, 1). */
  readonly epsilon: number;
}

/** A candidate that never stands alone is worth this much of an occurrence. */
const LEAST_OCCURRENCES = 0.5;

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
  const idf = analysis.words.map(({ index }) => inverseDocumentFrequency(model.vocabulary, index));
  const place = new Map(analysis.words.map((word, w) => [word, w]));
  const odds = epsilon / (1 - epsilon);
  const copies = candidates.map(({ words }) => {
    let sum = 0;
    for (const word of words) sum += idf[place.get(word)!];
    return odds * Math.exp(sum / words.length);
  });
  const occurrences = candidates.map(({ spans, nested }) => Math.max(LEAST_OCCURRENCES, spans.length - nested));
  const byCopying = candidates.map((_, c) => Math.exp(logPriors[c]) * occurrences[c] * Math.log1p(copies[c]));
  const asksModel = lambda > 0 && semanticWeight > 0;
  const order = Array.from(candidates.keys());
  // Without copying, only the model can tell candidates apart.
  if (asksModel && epsilon > 0 && order.length > shortlist) {
    order.sort((a, b) => byCopying[b] - byCopying[a] || a - b).length = shortlist;
    order.sort((a, b) => a - b);
  }
  const kept = order.map((c) => candidates[c]);
  const gains = asksModel
    ? semanticGains(
        model,
        analysis,
        kept.map(({ words }) => conditionOf(words)),
        options,
      )
    : undefined;
  const { words, wordOfToken } = analysis;
  const rows: Float64Array[] = [];

  function contributions(i: number): Float64Array {
    rows[i] ??= contributionsOf(i);
    return rows[i];
  }

  function contributionsOf(i: number): Float64Array {
    const c = order[i];
    const out = new Float64Array(wordOfToken.length);
    let own = 0;
    if (gains) {
      const ofWords = gains.subarray(i * words.length, (i + 1) * words.length);
      for (let t = 0; t < out.length; t++) {
        const gain = ofWords[wordOfToken[t]];
        if (gain > 0 || lambda === 1) out[t] = gain;
      }
      for (const word of kept[i].words) own += ofWords[place.get(word)!];
    }
    const gain = copies[c] > 0 ? Math.log(Math.exp(own) + copies[c]) : own;
    const { spans } = kept[i];
    for (const { first, last } of spans) {
      out.fill((gain * occurrences[c]) / spans.length / (last - first + 1), first, last + 1);
    }
    if (sumOf(out) > 0) {
      const scale = Math.exp(logPriors[c]);
      for (let t = 0; t < out.length; t++) out[t] *= scale;
    }
    return out;
  }

  const scores = gains
    ? Float64Array.from(order, (_, i) => sumOf(contributions(i)))
    : Float64Array.from(order, (c) => byCopying[c]);
  return { candidates: kept, scores, contributions };
}

function sumOf(values: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i];
  return sum;
}
