import { scaleToUnit } from '../math/unit.js';
import type { TagIndex, TagMeaning } from './tag-index.js';
import type { TagSums } from './tag-sums.js';
import type { TagText, TextWord } from './tag-text.js';
import { WordVectors } from './word-vectors.js';

/**
 * (D) what a text says beyond what every text and the list at large say, of length 1: a first-order log p(text | tag), the sum
 * of its words, each by {@link addTextWord}. Undefined where the model has no vectors or knows no word of the text.
 */
export function textVector({ model, meaning }: TagIndex, { words }: TagText): Float64Array | undefined {
  if (meaning.dim === 0) return undefined;
  const vectors = new WordVectors(model.model, meaning);
  const sum = new Float64Array(meaning.dim);
  const indices: number[] = [];
  const factors: number[] = [];
  for (const word of words) {
    const { known, count } = word;
    if (known.index < 0) addTextWord(vectors, word, sum);
    else if (known.weight > 0) {
      indices.push(known.index);
      factors.push(Math.sqrt(count) * known.weight);
    }
  }
  vectors.addRows(indices, factors, sum);
  return sum.some((value) => value !== 0) ? scaleToUnit(withoutBackground(vectors.level(sum), meaning)) : undefined;
}

/**
 * Adds a word of a text: its vector times its weight and the root of its count, of a word out of the vocabulary those of its
 * parts or pieces.
 *
 * @param sum (D)
 */
export function addTextWord(vectors: WordVectors, { word, known, count }: TextWord, sum: Float64Array): void {
  if (known.index >= 0) vectors.addRow(known.index, Math.sqrt(count) * known.weight, sum);
  else if (known.weight > 0) vectors.add(word, Math.sqrt(count), sum);
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
 * @param shares share, 0 … 1, by tag, is added; only to tags of which the text says something
 */
export function addCover(
  { meaning, stemPlaces }: { readonly meaning: TagMeaning; readonly stemPlaces: ReadonlyMap<string, number> },
  { words }: TagText,
  shares: TagSums,
): void {
  const seen = new Set<number>();
  const { offsets, columns, values } = meaning.shares;
  for (const { known } of words) {
    const place = known.stemPlace.in(stemPlaces);
    if (place === undefined || seen.has(place)) continue;
    seen.add(place);
    for (let at = offsets[place]; at < offsets[place + 1]; at++) shares.add(columns[at], values[at]);
  }
}
