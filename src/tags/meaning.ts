import { stemmer } from 'stemmer';
import { lexiconOf } from '../extract/lexicon.js';
import { RowProducts } from '../kernel/row-products.js';
import { scaleToUnit } from '../math/unit.js';
import type { TagIndex, TagMeaning } from './tag-index.js';
import type { TagText } from './tag-text.js';
import { WordVectors, wordWeight } from './word-vectors.js';

/**
 * How near each tag of a list is to a text: the cosine of their vectors, as standard scores over the list. The vector of
 * a text is a first-order log p(text | tag): the sum of its words, each centred, times its surprise and the root of its
 * count. What texts at large and the list at large say is taken off, so that general tags do not win.
 *
 * With an encoder it is the encoder's vectors that are compared, and what texts at large say of each tag is taken off.
 *
 * @returns (T) 0 for tags without a vector; undefined where the model has no vectors or knows no word of the text
 */
export function closenessOf(index: TagIndex, text: TagText): Float32Array | undefined {
  const { encoding } = index;
  if (encoding) {
    if (!text.vector) return undefined;
    const cosines = productsOf(encoding).of(text.vector);
    return standardScores(
      cosines.map((value, tag) => value - encoding.atLarge[tag]),
      LEAST_ENCODED_DEVIATION,
    );
  }
  const vector = textVector(index, text);
  return vector && standardScores(productsOf(index.meaning).of(vector), LEAST_DEVIATION);
}

/** How many standard deviations each value is above the mean, in place; 0 stays 0. */
function standardScores(cosines: Float32Array, least: number): Float32Array {
  const T = cosines.length;
  let sum = 0;
  let squares = 0;
  for (let t = 0; t < T; t++) {
    sum += cosines[t];
    squares += cosines[t] * cosines[t];
  }
  const mean = sum / T;
  const deviation = Math.max(least, Math.sqrt(Math.max(0, squares / T - mean * mean)));
  for (let t = 0; t < T; t++) cosines[t] = cosines[t] === 0 ? 0 : (cosines[t] - mean) / deviation;
  return cosines;
}

const kept = new WeakMap<Float32Array, RowProducts>();

/** The vectors of a list, ready to be multiplied. */
function productsOf({ vectors, dim }: Pick<TagMeaning, 'vectors' | 'dim'>): RowProducts {
  const products = kept.get(vectors) ?? new RowProducts(vectors, dim);
  kept.set(vectors, products);
  return products;
}

/** Cosines of a list differ by at least this: those of a short list may be all alike. */
const LEAST_DEVIATION = 0.05;
/** Those of encoders lie closer together. */
const LEAST_ENCODED_DEVIATION = 0.005;

/** (D) what a text says beyond what every text and the list at large say, of length 1. */
export function textVector({ model, meaning }: TagIndex, { words }: TagText): Float64Array | undefined {
  if (meaning.dim === 0) return undefined;
  const vectors = new WordVectors(model.model, meaning.centre);
  const sum = new Float64Array(meaning.dim);
  for (const [word, { count, entry }] of words) {
    if (isAboutSomething(word) && entry.index >= 0) vectors.add(word, Math.sqrt(count), sum);
  }
  return sum.some((value) => value !== 0) ? scaleToUnit(withoutBackground(sum, meaning)) : undefined;
}

/** Takes off a vector what it has of the background, in place. */
export function withoutBackground(vector: Float64Array, { background, dim }: TagMeaning): Float64Array {
  for (let from = 0; from < background.length; from += dim) {
    let part = 0;
    for (let d = 0; d < dim; d++) part += vector[d] * background[from + d];
    for (let d = 0; d < dim; d++) vector[d] -= part * background[from + d];
  }
  return vector;
}

/**
 * How much of each label the text says word by word, as a share of its surprise: by stems, for the words of a tag may be
 * apart and otherwise inflected in a text that means it.
 *
 * @returns share, 0 … 1, by tag; only tags of which the text says something
 */
export function coverOf(
  { meaning, stemPlaces }: { readonly meaning: TagMeaning; readonly stemPlaces: ReadonlyMap<string, number> },
  { words }: TagText,
): Map<number, number> {
  const cover = new Map<number, number>();
  const seen = new Set<number>();
  const { offsets, columns, values } = meaning.shares;
  for (const word of words.keys()) {
    const place = stemPlaces.get(stemOf(word));
    if (place === undefined || seen.has(place)) continue;
    seen.add(place);
    for (let at = offsets[place]; at < offsets[place + 1]; at++) {
      cover.set(columns[at], (cover.get(columns[at]) ?? 0) + values[at]);
    }
  }
  return cover;
}

/** Stems of words that texts had; most words of a text are in many others. */
const stems = new Map<string, string>();
const KEPT_STEMS = 1 << 16;

/** An English word without its endings; any other as it is. */
export function stemOf(word: string): string {
  const known = stems.get(word);
  if (known !== undefined) return known;
  const stem = /^[a-z]{3,}$/.test(word) ? stemmer(word) : word;
  if (stems.size === KEPT_STEMS) stems.clear();
  stems.set(word, stem);
  return stem;
}

/** Whether a word has a letter in it. */
export const isAboutSomething = (word: string) => /\p{L}/u.test(word);

/** Surprise of a word, beyond that of common words; 0 for what has no letter in it. */
export function surpriseOf(index: Pick<TagIndex, 'model'>, word: string): number {
  return isAboutSomething(word) ? wordWeight(lexiconOf(index.model.model).of(word).idf) : 0;
}
