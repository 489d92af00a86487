import { lexiconOf } from '../extract/lexicon.js';
import { lowerFactor } from '../math/cholesky.js';
import { copyRow } from '../math/matrix.js';
import { scaleToUnit } from '../math/unit.js';
import type { ConditionalModel } from '../model/conditional-model.js';
import { type WordSpread, WordVectors, wordWeight } from './word-vectors.js';

/** What all lists have of a model, made with the first of them. D = components, 0 for a model without vectors. */
export interface Surroundings extends WordSpread {
  /** (D) where the documents of its corpus point: the sum of its words by how many documents have them. */
  readonly documents: Float64Array;
}

/** The most frequent words say how words are spread; rarer ones add little, and there are many. */
const WORDS = 8000;

const kept = new WeakMap<ConditionalModel, Surroundings>();

/** The {@link Surroundings} of a model. */
export function surroundingsOf(model: ConditionalModel): Surroundings {
  let found = kept.get(model);
  if (!found) {
    const centre = centreOf(model);
    const words = centre.length > 0 ? commonWords(model) : [];
    const spread = spreadOf(model, centre, words);
    found = { centre, spread, documents: documentDirection(new WordVectors(model, { centre, spread }), words) };
    kept.set(model, found);
  }
  return found;
}

function centreOf({ inputVectors }: ConditionalModel): Float32Array {
  if (!inputVectors) return new Float32Array(0);
  const { rows, columns } = inputVectors;
  const sum = new Float64Array(columns);
  const row = new Float64Array(columns);
  for (let w = 0; w < rows; w++) {
    copyRow(inputVectors, w, row);
    scaleToUnit(row);
    for (let d = 0; d < columns; d++) sum[d] += row[d] / rows;
  }
  return Float32Array.from(sum);
}

/**
 * L, lower triangular, with L·Lᵀ the covariance of centred words, half of it made equal in all directions: if texts of a tag are
 * normally distributed around it, as words are around their centre, L⁻¹ makes cosines of what log p(text | tag) is made of.
 * Without it the few directions in which all words differ most, everyday or learned, are most of every cosine.
 */
function spreadOf(model: ConditionalModel, centre: Float32Array, words: readonly CommonWord[]): Float32Array {
  const D = centre.length;
  const covariance = new Float64Array(D * D);
  const row = new Float64Array(D);
  let total = 0;
  for (const { index, documents, surprise } of words) {
    copyRow(model.inputVectors!, index, row);
    if (row.every((value) => value === 0)) continue;
    scaleToUnit(row);
    for (let d = 0; d < D; d++) row[d] -= centre[d];
    scaleToUnit(row);
    const factor = documents * surprise ** 2;
    total += factor;
    for (let i = 0; i < D; i++) {
      const part = factor * row[i];
      for (let j = 0; j <= i; j++) covariance[i * D + j] += part * row[j];
    }
  }
  for (let i = 0; i < D * D; i++) covariance[i] /= 2 * total || 1;
  for (let d = 0; d < D; d++) covariance[d * D + d] += 1 / (2 * D);
  return Float32Array.from(lowerFactor(covariance, D));
}

/** The spread of a model of which nothing is known of it: the same in all directions. */
export function evenSpread(dim: number): Float32Array {
  const spread = new Float32Array(dim * dim);
  for (let d = 0; d < dim; d++) spread[d * dim + d] = 1;
  return spread;
}

function documentDirection(vectors: WordVectors, words: readonly CommonWord[]): Float64Array {
  const sum = new Float64Array(vectors.dim);
  for (const { index, documents, surprise } of words) vectors.addRow(index, documents * surprise, sum);
  return scaleToUnit(vectors.level(sum));
}

/** A word by how many documents have it and how surprising it is. */
interface CommonWord {
  readonly index: number;
  readonly documents: number;
  readonly surprise: number;
}

/** The most frequent words of a model. */
function commonWords(model: ConditionalModel): CommonWord[] {
  const { words, counts, documentFrequencies } = model.vocabulary;
  const lexicon = lexiconOf(model);
  return words.slice(0, WORDS).map((word, index) => ({
    index,
    documents: documentFrequencies[index] || counts[index],
    surprise: wordWeight(lexicon.of(word).idf),
  }));
}
