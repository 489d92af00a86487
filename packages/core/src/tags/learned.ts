import type { KnownWord } from './known-words.js';
import type { Learned } from './tag-index.js';
import type { TagSums } from './tag-sums.js';
import type { TagText } from './tag-text.js';
import { featureAt } from './tag-weights.js';

/** What it adds to a score that so many texts had the tag. @param weights (features) */
export function useScore(uses: number, weights: Float64Array): number {
  return uses === 0 ? 0 : weights[featureAt.used] + weights[featureAt.use] * Math.log1p(uses);
}

const kept = new WeakMap<Uint32Array, { readonly weights: Float64Array; readonly scores: Float64Array }>();

/** (T) {@link useScore} of each tag, made when it is first asked for. */
export function useScoresOf({ uses }: Learned, weights: Float64Array): Float64Array {
  const known = kept.get(uses);
  if (known?.weights === weights) return known.scores;
  const scores = Float64Array.from(uses, (count) => useScore(count, weights));
  kept.set(uses, { weights, scores });
  return scores;
}

/** A word of a text, by how much of the text it is. */
export interface WordMass {
  readonly word: string;
  readonly known: KnownWord;
  readonly mass: number;
}

/**
 * The words of a text that say what it is about: 1 + log count of each, over the length of the text's vector, so that long
 * texts count as much as short ones.
 */
export function wordMasses({ words }: TagText): WordMass[] {
  const masses: { word: string; known: KnownWord; mass: number }[] = [];
  let square = 0;
  for (const { word, count, known } of words) {
    if (known.surprise === 0) continue;
    const mass = count === 1 ? 1 : 1 + Math.log(count);
    masses.push({ word, known, mass });
    square += (mass * known.surprise) ** 2;
  }
  const length = Math.sqrt(square);
  for (const one of masses) one.mass /= length;
  return masses;
}

/** What a word of a text adds to the likeness of tags. */
export interface LearnedWord {
  readonly word: string;
  /** Row of the masses. */
  readonly row: number;
  /** What the mass of a tag is multiplied with. */
  readonly factor: number;
  /** The word's own mass in the text. */
  readonly mass: number;
}

/** The words of a text that were learned of, weighted so that the masses of a tag sum up to its likeness times √uses. */
export function learnedWords(learned: Learned, places: ReadonlyMap<string, number>, text: TagText): LearnedWord[] {
  const found: { word: string; row: number; mass: number; factor: number }[] = [];
  const idfs = idfsOf(learned);
  let squares = 0;
  for (const { word, known, mass } of wordMasses(text)) {
    const row = known.learnedPlace.in(places);
    if (row === undefined) continue;
    const idf = idfs[row];
    found.push({ word, row, mass, factor: mass * idf * idf });
    squares += (mass * idf) ** 2;
  }
  const length = Math.sqrt(squares) || 1;
  for (const one of found) one.factor /= length;
  return found;
}

const keptIdfs = new WeakMap<Uint32Array, Float64Array>();

/** (W) made when they are first asked for. */
function idfsOf({ texts, documentFrequencies }: Learned): Float64Array {
  const known = keptIdfs.get(documentFrequencies);
  if (known) return known;
  const idfs = Float64Array.from(documentFrequencies, (count) => Math.log((texts + 1) / (count + 0.5)));
  keptIdfs.set(documentFrequencies, idfs);
  return idfs;
}

/**
 * How like the texts of each tag a text is: the product of its vector of tf-idf with the sum of theirs, over the root of
 * how many they are. With few examples this beats p(word | tag) by smoothed counts (docs/tags.md).
 *
 * @param likeness is added by tag, > 0
 * @param own tags of the text itself where it is among those learned from: it is taken out of them
 */
export function addLikeness(
  { uses, masses }: Learned,
  words: readonly LearnedWord[],
  likeness: TagSums,
  own?: ReadonlySet<number>,
): void {
  const { offsets } = masses;
  for (const { row, factor, mass } of words) {
    likeness.addRow(masses, offsets[row], offsets[row + 1], factor);
    for (const tag of own ?? []) likeness.add(tag, -factor * mass);
  }
  likeness.replace((tag, sum) => {
    const count = uses[tag] - (own?.has(tag) ? 1 : 0);
    return count < 1 ? 0 : Math.max(0, sum) / Math.sqrt(count);
  });
}
