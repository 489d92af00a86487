import { copyRow, type Matrix } from '../math/matrix.js';
import { mixBlock } from '../math/mixture.js';
import type { ConditionalModel } from './conditional-model.js';
import { type Condition, conditionVectors } from './conditions.js';
import type { WordCounts } from './node-tally.js';
import type { Vocabulary } from './vocabulary.js';

/** The parameters of a skip-gram model trained with negative sampling. V = vocabulary size, D = dim. */
export interface NegativeSamplingModel {
  readonly vocabulary: Vocabulary;
  /** (V, D) v, the vector of a word as condition. */
  readonly inputVectors: Matrix;
  /** (V, D) u, the vector of a word as the predicted one. */
  readonly outputVectors: Matrix;
  /** Noise words per pair in training, ≥ 1. */
  readonly negative: number;
  /** Noise words were drawn in proportion to count to this power; 0.75 in word2vec. */
  readonly noiseExponent: number;
}

/**
 * An estimate of p(k | w) from negative sampling. At the optimum of its objective u_k·v_w = log p(k | w) −
 * log(negative · P_n(k)), with P_n the noise distribution (Levy & Goldberg 2014, Neural Word Embedding as Implicit
 * Matrix Factorization, eq. 9–11 for any P_n), so that
 *
 *     log p(k | w) ≈ u_k·v_w + log negative + log P_n(k).
 *
 * Nothing makes these sum to 1 over the vocabulary: scores are approximate and may even be above 0.
 */
export function negativeSampling(model: NegativeSamplingModel): ConditionalModel {
  const { vocabulary, inputVectors, outputVectors, negative, noiseExponent } = model;
  const { columns } = inputVectors;
  let noise = 0;
  for (const count of vocabulary.counts) noise += count ** noiseExponent;
  const logNoise = (word: number) =>
    Math.log(negative) + noiseExponent * Math.log(vocabulary.counts[word]) - Math.log(noise);

  function textLogProbabilities(conditions: readonly Condition[], { words, counts }: WordCounts): Float64Array {
    // Σ_k n_k·(u_k·v) = (Σ_k n_k·u_k)·v: one vector stands for the whole text.
    const text = new Float64Array(columns);
    const row = new Float64Array(columns);
    let constant = 0;
    for (let k = 0; k < words.length; k++) {
      copyRow(outputVectors, words[k], row);
      for (let d = 0; d < columns; d++) text[d] += counts[k] * row[d];
      constant += counts[k] * logNoise(words[k]);
    }
    return dotProducts(conditionVectors(conditions, inputVectors), text).map((dot) => dot + constant);
  }

  function logProbabilities(conditions: readonly Condition[], outputWords: Int32Array): Float32Array {
    const K = outputWords.length;
    const vectors = conditionVectors(conditions, inputVectors);
    const out = new Float32Array(conditions.length * K);
    const row = new Float64Array(columns);
    for (let k = 0; k < K; k++) {
      copyRow(outputVectors, outputWords[k], row);
      const dots = dotProducts(vectors, row);
      const constant = logNoise(outputWords[k]);
      for (let c = 0; c < dots.length; c++) out[c * K + k] = dots[c] + constant;
    }
    return out;
  }

  return {
    estimator: 'negative-sampling',
    exact: false,
    vocabulary,
    kernel: 'typescript',
    logProbability: (outputWord, inputWord) =>
      textLogProbabilities([[inputWord]], { words: Int32Array.of(outputWord), counts: Float64Array.of(1) })[0],
    textLogProbabilities,
    logProbabilities,
    gains: (conditions, outputWords, mixture) => mixBlock(logProbabilities(conditions, outputWords), mixture),
    inputVectors,
  };
}

/** The product of each row of `vectors`, (C, D), with `x` (D). @returns (C) */
function dotProducts(vectors: Float32Array, x: Float64Array): Float64Array {
  const D = x.length;
  const dots = new Float64Array(vectors.length / D);
  for (let c = 0, at = 0; c < dots.length; c++) {
    let sum = 0;
    for (let d = 0; d < D; d++, at++) sum += vectors[at] * x[d];
    dots[c] = sum;
  }
  return dots;
}
