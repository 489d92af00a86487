import { indexWords } from './word-index.js';

/**
 * The words a model knows, by descending count. V = number of words; a word's index 0 … V−1 is its row in the input
 * vectors and its leaf in the Huffman tree.
 */
export interface Vocabulary {
  /** (V) words. */
  readonly words: readonly string[];
  /** (V) occurrences in the training corpus, each > 0. Exact up to 2^53. */
  readonly counts: Float64Array;
  /** (V) documents of the training corpus with the word in them; all 0 where the source did not record them. */
  readonly documentFrequencies: Float64Array;
  /** Documents of the training corpus; 0 where the source did not record them. */
  readonly documentCount: number;
  /** Σ counts: tokens of the corpus that are in the vocabulary. */
  readonly tokenCount: number;
  /** Index of a word, or undefined when it is out of the vocabulary. */
  indexOf(word: string): number | undefined;
}

/** What {@link createVocabulary} needs; see {@link Vocabulary} for shapes. */
export interface VocabularyData {
  words: readonly string[];
  counts: Float64Array;
  documentFrequencies?: Float64Array;
  documentCount?: number;
  /** (V) the indices of the words in the order in which they were made: going through them so is faster in memory. */
  order?: Int32Array | undefined;
}

/**
 * Makes a vocabulary; the arrays are kept, not copied.
 *
 * @throws RangeError when lengths differ or a word occurs twice
 */
export function createVocabulary(data: VocabularyData): Vocabulary {
  const { words, counts, order } = data;
  const documentFrequencies = data.documentFrequencies ?? new Float64Array(words.length);
  if (counts.length !== words.length || documentFrequencies.length !== words.length) {
    throw new RangeError(
      `A vocabulary of ${words.length} words got ${counts.length} counts and ${documentFrequencies.length} document frequencies.`,
    );
  }
  const indexOf = indexWords(words, order);
  return {
    words,
    counts,
    documentFrequencies,
    documentCount: data.documentCount ?? 0,
    tokenCount: counts.reduce((sum, count) => sum + count, 0),
    indexOf,
  };
}
