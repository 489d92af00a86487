import type { Kernel } from '../kernel/kernel.js';
import { tallyNodes, type WordCounts } from './node-tally.js';
import { logProbability, type SkipGramModel } from './skip-gram.js';
import type { Vocabulary } from './vocabulary.js';

/** The estimators of p(output | input) there are. */
export type Estimator = 'hierarchical-softmax';

/** Anything that can say how probable a word is given another: all that the extraction of keywords asks of a model. */
export interface ConditionalModel {
  readonly estimator: Estimator;
  readonly vocabulary: Vocabulary;
  /** The kernel that computes scores. */
  readonly kernel: string;
  /** log p(outputWord | inputWord) in nats, ≤ 0. */
  logProbability(outputWord: number, inputWord: number): number;
  /**
   * log p(text | c) = Σ_k log p(w_k | c) for each candidate c: the score of the published definition.
   *
   * @param inputWords (C) word indices of the candidates
   * @returns (C) nats, ≤ 0
   */
  textLogProbabilities(inputWords: ArrayLike<number>, text: WordCounts): Float64Array;
}

/** A skip-gram model with hierarchical softmax, scored by a kernel. */
export function hierarchicalSoftmax(model: SkipGramModel, kernel: Kernel): ConditionalModel {
  const scorer = kernel.createScorer(model);
  return {
    estimator: 'hierarchical-softmax',
    vocabulary: model.vocabulary,
    kernel: kernel.name,
    logProbability: (outputWord, inputWord) => logProbability(model, outputWord, inputWord),
    textLogProbabilities: (inputWords, text) => scorer.scoreWords(inputWords, tallyNodes(model.tree, text)),
  };
}
