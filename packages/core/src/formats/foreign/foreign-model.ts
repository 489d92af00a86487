import { KeywordError } from '../../errors.js';
import type { Matrix } from '../../math/matrix.js';
import type { SkipGramModel } from '../../model/skip-gram.js';
import type { Vocabulary } from '../../model/vocabulary.js';
import { unsupported } from '../bytes/byte-source.js';

/** Where a model comes from. */
export interface ModelSource {
  /** The tool that wrote the file, as far as the file tells. */
  readonly family:
    | 'gensim'
    | 'fastText'
    | 'word2vec text'
    | 'word2vec binary'
    | 'GloVe text'
    | 'Deeplearning4j'
    | 'floret'
    | 'model2vec'
    | 'Spark MLlib'
    | 'Parquet';
  /** Version of the tool or of its format. */
  readonly version?: string;
  /** What the file says of the training, by the tool's own names. */
  readonly options: Readonly<Record<string, string | number | boolean>>;
}

/** What models of other tools have in common; those of Telltale have `metadata` in place of a source. */
interface Foreign {
  readonly source: ModelSource;
  /** What a user should know before trusting the model: one sentence each. */
  readonly warnings: readonly string[];
}

/** A model with hierarchical softmax: all that p(w_k | w_i) needs. */
export interface ForeignSkipGram extends Foreign {
  readonly estimator: 'hierarchical-softmax';
  readonly model: SkipGramModel;
  /**
   * Vector of any word (D): that of the vocabulary, or the mean of its character n-grams; undefined when it has none.
   * Only for models with subwords.
   */
  readonly subwordVector?: (word: string) => Float32Array | undefined;
}

/** A model trained with negative sampling alone: it has no tree, and its p(w_k | w_i) can only be estimated. */
export interface ForeignNegativeSampling extends Foreign {
  readonly estimator: 'negative-sampling';
  readonly vocabulary: Vocabulary;
  /** (V, D). */
  readonly inputVectors: Matrix;
  /** (V, D). */
  readonly outputVectors: Matrix;
  /** Noise words per pair in training. */
  readonly negative: number;
  /** Noise words were drawn in proportion to count to this power. */
  readonly noiseExponent: number;
}

/** Word vectors and nothing else. */
export interface ForeignVectors extends Foreign {
  readonly estimator: 'none';
  /** (V) words, no two the same, in the order of the file. */
  readonly words: readonly string[];
  /** (V, D). */
  readonly vectors: Matrix;
  /** Vector of any word (D), made of its n-grams; for files that have such in place of words. */
  readonly vectorOfAnyWord?: (word: string) => Float32Array | undefined;
  /** Why p(word | word) cannot be computed from this file; left out where files of this kind never have it. */
  readonly reason?: string;
}

/** What a file of another tool may hold. */
export type ForeignModel = ForeignSkipGram | ForeignNegativeSampling | ForeignVectors;

/**
 * The model where it has hierarchical softmax.
 *
 * @param name of the file, for messages
 * @throws KeywordError UNSUPPORTED_MODEL that says what is missing and what to do
 */
export function requireSkipGram(foreign: ForeignModel, name: string): ForeignSkipGram {
  if (foreign.estimator === 'hierarchical-softmax') return foreign;
  if (foreign.estimator === 'negative-sampling') {
    throw unsupported(
      name,
      `the model was trained with negative sampling (hs=0, negative=${foreign.negative}); it has no Huffman tree, so p(word | word) is not in it. Train it again with hs=1.`,
    );
  }
  throw unsupported(
    name,
    `${foreign.vectorOfAnyWord ? 'its vectors' : `its ${foreign.words.length} word vectors`} are all that can be used: ${missingIn(foreign)} Use a model that has them (gensim's model.save() with hs=1, or fastText's .bin with -loss hs), or fit the inner nodes to these vectors on a corpus: telltale train --input-vectors ${name} CORPUS -o MODEL.safetensors.`,
  );
}

/** A sentence that says what word vectors alone lack. */
export function missingIn({ reason }: ForeignVectors): string {
  return reason ?? 'the inner-node vectors and the Huffman tree that p(word | word) needs are not in such files.';
}

/**
 * Runs what builds a model from numbers of the file; what does not fit together there is damage to the file.
 *
 * @throws KeywordError INVALID_MODEL in place of RangeError
 */
export function building<T>(name: string, build: () => T): T {
  try {
    return build();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new KeywordError('INVALID_MODEL', `${name}: ${error.message}`, { cause: error });
  }
}
