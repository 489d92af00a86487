import type { Kernel } from '../kernel/kernel.js';
import { tallyNodes, type WordCounts } from './node-tally.js';
import { logProbability, type SkipGramModel } from './skip-gram.js';
import type { Vocabulary } from './vocabulary.js';

/** The estimators of p(output | input) there are. */
export type Estimator = 'hierarchical-softmax' | 'negative-sampling';

/** Anything that can say how probable a word is given another: all that the extraction of keywords asks of a model. */
export interface ConditionalModel {
  readonly estimator: Estimator;
  /** Whether Σ over the vocabulary of p(output | input) is 1; otherwise probabilities are estimates. */
  readonly exact: boolean;
  readonly vocabulary: Vocabulary;
  /** The kernel that computes scores. */
  readonly kernel: string;
  /** log p(outputWord | inputWord) in nats, ≤ 0 where {@link exact}. */
  logProbability(outputWord: number, inputWord: number): number;
  /**
   * log p(text | c) = Σ_k log p(w_k | c) for each candidate c: the score of the published definition.
   *
   * @param inputWords (C) word indices of the candidates
   * @returns (C) nats
   */
  textLogProbabilities(inputWords: ArrayLike<number>, text: WordCounts): Float64Array;
  /** Words out of the vocabulary as candidates; left out where the model can make no vector of them. */
  readonly subwords?: {
    /** Vector (D) of a word, from its character n-grams; undefined when it has none. */
    vectorOf(word: string): Float32Array | undefined;
    /** {@link textLogProbabilities} of vectors: (C, D) row-major. */
    textLogProbabilities(vectors: Float32Array, text: WordCounts): Float64Array;
  };
}

/**
 * A skip-gram model with hierarchical softmax, scored by a kernel.
 *
 * @param subwordVector vector (D) of a word out of the vocabulary, for models that have n-grams
 */
export function hierarchicalSoftmax(
  model: SkipGramModel,
  kernel: Kernel,
  subwordVector?: (word: string) => Float32Array | undefined,
): ConditionalModel {
  const scorer = kernel.createScorer(model);
  return {
    estimator: 'hierarchical-softmax',
    exact: true,
    vocabulary: model.vocabulary,
    kernel: kernel.name,
    logProbability: (outputWord, inputWord) => logProbability(model, outputWord, inputWord),
    textLogProbabilities: (inputWords, text) => scorer.scoreWords(inputWords, tallyNodes(model.tree, text)),
    ...(subwordVector && {
      subwords: {
        vectorOf: subwordVector,
        textLogProbabilities: (vectors, text) => scorer.scoreVectors(vectors, tallyNodes(model.tree, text)),
      },
    }),
  };
}
