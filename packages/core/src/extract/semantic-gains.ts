import type { ConditionalModel } from '../model/conditional-model.js';
import type { Condition } from '../model/conditions.js';
import { keepProbability } from '../model/keep-probability.js';
import type { TextAnalysis } from './analyze-text.js';

/** How much the model has to say. */
export interface SemanticOptions {
  /** λ, share of the model against the language at large, in [0, 1]. */
  readonly lambda: number;
  /** τ ≥ 0. */
  readonly semanticWeight: number;
  /** a_k: by the frequency of a word, or 1. */
  readonly tokenWeights: 'frequency' | 'equal';
}

/** Threshold of the keep-probability that weighs tokens, as in the training of a model with a very wide window. */
export const SUBSAMPLE = 1e-5;

/** Tokens of a text that the model says as much of as of any longer one. */
const FULL_LENGTH = 200;

/**
 * s_k = τ·a_k·log(λ·p(w_k | c)/p(w_k) + 1 − λ): what a condition says of each distinct word of a text, in nats; in texts
 * of more than 200 tokens as much less as they are longer, for words that stand together are no independent witnesses,
 * while what a text repeats grows slowly.
 *
 * @param conditions (C); an empty one says nothing
 * @returns (C, K) row-major, K being the words that the model knows in the order of `wordCounts`
 */
export function semanticGains(
  model: ConditionalModel,
  { wordCounts, wordOfToken }: TextAnalysis,
  conditions: readonly Condition[],
  { lambda, semanticWeight, tokenWeights }: SemanticOptions,
): Float32Array {
  const { counts, tokenCount } = model.vocabulary;
  const K = wordCounts.words.length;
  const asked = conditions.filter((condition) => condition.length > 0);
  if (lambda === 0 || asked.length === 0) return new Float32Array(conditions.length * K);
  const weight = semanticWeight * Math.min(1, FULL_LENGTH / wordOfToken.length);
  const logShares = new Float64Array(K);
  const weights = new Float64Array(K);
  for (let k = 0; k < K; k++) {
    const share = counts[wordCounts.words[k]] / tokenCount;
    logShares[k] = Math.log(share);
    weights[k] = tokenWeights === 'equal' ? weight : weight * keepProbability(share, SUBSAMPLE);
  }
  const gains = model.gains(asked, wordCounts.words, { lambda, logShares, weights });
  if (asked.length === conditions.length) return gains;
  const out = new Float32Array(conditions.length * K);
  let row = 0;
  conditions.forEach((condition, c) => {
    if (condition.length > 0) out.set(gains.subarray(row * K, ++row * K), c * K);
  });
  return out;
}
