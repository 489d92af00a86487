import type { Kernel, Scorer } from '../kernel/kernel.js';
import type { Matrix } from '../math/matrix.js';
import type { Mixture } from '../math/mixture.js';
import { type Condition, conditionVectors, singleWords } from './conditions.js';
import { tallyNodes, type WordCounts } from './node-tally.js';
import { logProbability, type SkipGramModel } from './skip-gram.js';
import type { Vocabulary } from './vocabulary.js';

/** Which words may be listed as near to some. */
export interface NearWords {
  /** Whether a word may be listed: it is none of the others in another form. */
  admits(word: string): boolean;
  /** Counts a word among the others. */
  add(word: string): void;
}

/** The estimators of p(output | input) there are. */
export type Estimator = 'hierarchical-softmax' | 'negative-sampling' | 'cooccurrence' | 'unigrams' | 'vectors';

/** Whether a model is made of tables for a language, of frequencies and of vectors, and was never trained to predict words. */
export const isOfTables = ({ estimator }: { readonly estimator: Estimator }): boolean =>
  estimator === 'unigrams' || estimator === 'vectors';

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
   * log p(text | c) = Σ_k log p(w_k | c) for each condition c: the score of the published definition.
   *
   * @returns (C) nats
   */
  textLogProbabilities(conditions: readonly Condition[], text: WordCounts): Float64Array;
  /**
   * log p(w_k | c) for each condition c and output word w_k.
   *
   * @returns (C, K) row-major, nats
   */
  logProbabilities(conditions: readonly Condition[], outputWords: Int32Array): Float32Array;
  /**
   * What each condition c says of each output word beyond its frequency, by a mixture:
   * weights[k] · log(λ·p(w_k | c)/p(w_k) + 1 − λ).
   *
   * @returns (C, K) row-major, nats
   */
  gains(conditions: readonly Condition[], outputWords: Int32Array, mixture: Mixture): Float32Array;
  /** (V, D) the vectors of the words; left out by estimators without vectors. */
  readonly inputVectors?: Matrix | undefined;
  /** What the forms of a word have in common; left out where the English singular is as good as any. */
  keyOf?(word: string): string;
  /** Vector (D) of a word out of the vocabulary, from its character n-grams; left out where the model has none. */
  subwordVector?(word: string): Float32Array | undefined;
  /**
   * Vector (D) of a word out of the vocabulary, from another form or its parts, to say how near it is to others; left out
   * where the model has none.
   */
  vectorOfParts?(word: string): Float32Array | undefined;
  /** Which words may be listed as near to others; left out where all may. */
  nearWords?(others: Iterable<string>, asked?: string): NearWords;
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
  // Made when it is first asked: the default method asks the model nothing, and the memory of a scorer is a copy.
  let made: Scorer | undefined;
  const scorer = () => {
    made ??= kernel.createScorer(model);
    return made;
  };
  const vectorsOf = (conditions: readonly Condition[]) => conditionVectors(conditions, model.inputVectors);
  return {
    estimator: 'hierarchical-softmax',
    exact: true,
    vocabulary: model.vocabulary,
    kernel: kernel.name,
    logProbability: (outputWord, inputWord) => logProbability(model, outputWord, inputWord),
    textLogProbabilities(conditions, text) {
      const tally = tallyNodes(model.tree, text);
      const words = singleWords(conditions);
      return words ? scorer().scoreWords(words, tally) : scorer().scoreVectors(vectorsOf(conditions), tally);
    },
    logProbabilities(conditions, outputWords) {
      const words = singleWords(conditions);
      return words
        ? scorer().logProbabilities(words, outputWords)
        : scorer().logProbabilitiesOfVectors(vectorsOf(conditions), outputWords);
    },
    gains: (conditions, outputWords, mixture) => scorer().gains(vectorsOf(conditions), outputWords, mixture),
    inputVectors: model.inputVectors,
    ...(subwordVector && { subwordVector }),
  };
}
