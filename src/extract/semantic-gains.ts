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
const SUBSAMPLE = 1e-5;

/** Tokens of a text that the model says as much of as of any longer one. */
const FULL_LENGTH = 200;

/**
 * s_k = τ·a_k·log(λ·p(w_k | c)/p(w_k) + 1 − λ): what a condition says of each distinct word of a text, in nats; in texts
 * of more than 200 tokens as much less as they are longer, for words that stand together are no independent witnesses,
 * while what a text repeats grows slowly.
 *
 * @param conditions (C); an empty one says nothing
 * @returns (C, words of the text) row-major; 0 for a word that the model does not know
 */
export function semanticGains(
  model: ConditionalModel,
  { words, wordCounts, wordOfToken }: TextAnalysis,
  conditions: readonly Condition[],
  { lambda, semanticWeight, tokenWeights }: SemanticOptions,
): Float64Array {
  const { counts, tokenCount } = model.vocabulary;
  const known = [...words.keys()].filter((w) => words[w].index >= 0);
  const background = known.map((w) => Math.log(counts[words[w].index] / tokenCount));
  const weight = semanticWeight * Math.min(1, FULL_LENGTH / wordOfToken.length);
  const weights = background.map((log) =>
    tokenWeights === 'equal' ? weight : weight * keepProbability(Math.exp(log), SUBSAMPLE),
  );
  const asked = [...conditions.keys()].filter((c) => conditions[c].length > 0);
  const logs = model.logProbabilities(
    asked.map((c) => conditions[c]),
    wordCounts.words,
  );
  const out = new Float64Array(conditions.length * words.length);
  asked.forEach((c, a) => {
    known.forEach((w, k) => {
      const ratio = logs[a * known.length + k] - background[k];
      // λ = 1 without the detour over exp, so that the limit is exact.
      const log = lambda === 1 ? ratio : Math.log(lambda * Math.exp(ratio) + 1 - lambda);
      out[c * words.length + w] = weights[k] * log;
    });
  });
  return out;
}
