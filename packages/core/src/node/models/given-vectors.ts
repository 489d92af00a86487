import { KeywordError } from '../../errors.js';
import { nearWords } from '../../extract/near-words.js';
import { rowsByWord } from '../../extract/neutral-vectors.js';
import type { TrainingMemory } from '../../kernel/kernel.js';
import { copyRow, type Matrix } from '../../math/matrix.js';
import type { WordVectors } from '../../model/neighbours.js';
import type { Vocabulary } from '../../model/vocabulary.js';
import { hasVectors } from '../../text/language.js';
import { noVectors } from './model-files.js';
import { type AnyOpened, openAnyModel, sourceOf, vocabularyOf } from './open-model.js';

/** Word vectors that a training keeps as they are. */
export interface GivenVectors {
  /** Name of the file, for messages. */
  readonly name: string;
  /** (number of words, D). */
  readonly vectors: Matrix;
  /** What to know of the file before trusting them. */
  readonly warnings: readonly string[];
  /** Row of each word. */
  readonly rows: ReadonlyMap<string, number>;
  /** Vector of a word that has no row; left out where there are none. */
  readonly vectorOfAnyWord?: ((word: string) => Float32Array | undefined) | undefined;
}

/**
 * The word vectors of any model file: vectors alone, or the input vectors of a whole model.
 *
 * @param name an embedded model, the path of a file, or the directory of a model of Spark
 * @throws KeywordError as openModel
 */
export async function readGivenVectors(name: string): Promise<GivenVectors> {
  const opened = await openAnyModel(name);
  const { words, vectors } = opened.estimator === 'none' ? opened : vectorsOf(opened);
  const vectorOfAnyWord = opened.estimator === 'none' ? opened.vectorOfAnyWord : undefined;
  const { warnings } = 'warnings' in opened ? opened : { warnings: [] };
  return { name, vectors, warnings, rows: new Map(words.map((word, row) => [word, row])), vectorOfAnyWord };
}

/** Whether there is a vector for a word. */
export function hasVector({ rows, vectorOfAnyWord }: GivenVectors, word: string): boolean {
  return rows.has(word) || vectorOfAnyWord?.(word) !== undefined;
}

/**
 * The same, to look at the words.
 *
 * @throws KeywordError as openModel, but not for what holds word vectors only
 */
export async function loadWordVectors(name: string): Promise<WordVectors> {
  const opened = await openAnyModel(name);
  const { words, vectors } = vectorsOf(opened);
  if (hasVectors(name)) {
    const vocabulary = { words, indexOf: rowsByWord(name, words) };
    return { vocabulary, inputVectors: vectors, nearWords: nearWords(name, words) };
  }
  const rows = new Map(words.map((word, row) => [word, row]));
  return {
    vocabulary: { words, indexOf: (word) => rows.get(word) },
    inputVectors: vectors,
    warnings: sourceOf(opened).warnings,
  };
}

/** The words of a model and their vectors; UNSUPPORTED_MODEL for counts, which have none, and for vectors without words. */
export function vectorsOf(opened: AnyOpened): { words: readonly string[]; vectors: Matrix } {
  if (opened.estimator === 'cooccurrence') throw noVectors(opened.path);
  if (opened.estimator === 'none') {
    if (!opened.vectorOfAnyWord) return opened;
    throw new KeywordError(
      'UNSUPPORTED_MODEL',
      `${opened.path} has vectors of n-grams and no words. Fit the nodes to the vectors of a corpus' words: telltale train --input-vectors ${opened.path} CORPUS -o MODEL.safetensors.`,
    );
  }
  const { inputVectors } = opened.estimator === 'negative-sampling' ? opened : opened.model;
  return { words: vocabularyOf(opened).words, vectors: inputVectors };
}

/** Writes the given vectors of `words` to the memory of a training. */
export function fillGivenVectors(
  { vectors, rows, vectorOfAnyWord }: GivenVectors,
  words: readonly string[],
  { inputVectors, stride }: Pick<TrainingMemory, 'inputVectors' | 'stride'>,
): void {
  words.forEach((word, w) => {
    const row = rows.get(word);
    if (row !== undefined) copyRow(vectors, row, inputVectors, w * stride);
    else inputVectors.set(vectorOfAnyWord!(word)!, w * stride);
  });
}

/**
 * Mean of |x|² over the tokens of a corpus. A step at the rate r on a node moves x·θ by r·|x|², and vectors come in all
 * lengths; divided by this, one rate fits all of them.
 */
export function meanSquareLength(
  { inputVectors, stride }: Pick<TrainingMemory, 'inputVectors' | 'stride'>,
  { counts, tokenCount }: Vocabulary,
): number {
  let sum = 0;
  for (let i = 0; i < inputVectors.length; i++) sum += counts[Math.floor(i / stride)] * inputVectors[i] ** 2;
  return sum / tokenCount;
}
