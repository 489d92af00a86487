import { KeywordError } from '../errors.js';
import { shareWeights, type TaggerProgram, taggerProgram } from '../kernel/tagger-memory.js';
import { hashOf, mix } from './feature-hash.js';
import { asPropertyNames } from './parts-of-speech.js';

/** Parts of speech that the tagger gives, in the order of its weights: those of Universal Dependencies. */
export const taggerTags: readonly string[] = asPropertyNames(
  'NOUN PROPN ADJ VERB AUX ADV NUM ADP DET PRON PART CCONJ SCONJ PUNCT SYM X'.split(' '),
);

/** Rows of weights; a feature has the row that its hash names. */
export const TAGGER_ROWS = 1 << 16;
const TAGS = 16;
/** A tag before the first word. */
const NONE = 20;
const SENTENCE_END = /^[.!?]$/;

/** What features ask of a word, hashed once for all its occurrences. */
export interface WordHashes {
  readonly word: number;
  readonly suffix2: number;
  readonly suffix3: number;
  readonly suffix4: number;
  readonly prefix: number;
  readonly shape: number;
  readonly isCapital: boolean;
  readonly isLetter: boolean;
  readonly endsSentence: boolean;
  /** 0 to 19: the tag that a dictionary gives the word by itself, as a place among {@link taggerTags}, or a number that none has. */
  readonly wordClass: number;
}

/**
 * Features of the word at `at` as offsets of rows of weights: its letters, its class in a dictionary, its neighbours and
 * the two tags before it. The class tells verbs that no text of the training had.
 *
 * @param rows (20) is written to
 * @param isTitle 1 in a text of capitals, whose capitals say nothing
 */
export function taggerFeatures(
  words: readonly WordHashes[],
  at: number,
  before: number,
  twoBefore: number,
  isTitle: number,
  rows: Int32Array,
): void {
  const word = words[at];
  const previous = words[at - 1] ?? START;
  const next = words[at + 1] ?? END;
  const afterNext = words[at + 2] ?? END;
  const isFirst = previous.endsSentence ? 1 : 0;
  const classes = word.wordClass * 32 + next.wordClass;
  rows[0] = row(word.word);
  rows[1] = row(word.suffix3);
  rows[2] = row(mix(word.suffix2, 7));
  rows[3] = row(word.prefix);
  rows[4] = row(mix(word.shape, 11 + isFirst));
  rows[5] = row(mix(word.shape, 101 + before + 32 * isTitle));
  rows[6] = row(mix(before + 1000, 13));
  rows[7] = row(mix(before * 32 + twoBefore + 2000, 17));
  rows[8] = row(mix(word.word, 3000 + before));
  rows[9] = row(mix(previous.word, 19));
  rows[10] = row(mix(next.word, 23));
  rows[11] = row(mix(next.suffix3, 29));
  rows[12] = row(mix(mix(word.suffix3, next.shape), 31));
  rows[13] = row(mix(afterNext.word, 37));
  rows[14] = row(mix(word.suffix3, 4000 + before));
  rows[15] = row(mix(mix(word.word, next.suffix2), 43));
  rows[16] = row(word.suffix4);
  rows[17] = row(mix(word.wordClass * 32 + before + 60000, 47));
  rows[18] = row(mix(classes * 32 + afterNext.wordClass + 90000, 53));
  rows[19] = row(mix(mix(word.suffix3, classes + 5000), 59));
}

/** How many features a word has. */
export const TAGGER_FEATURES = 20;

/**
 * The hashes of words, as the text spells them.
 *
 * @param tagOf the tag that a dictionary gives a word in small letters by itself, undefined if it has none
 */
export function taggerWords(words: readonly string[], tagOf: (word: string) => string | undefined): WordHashes[] {
  return words.map((word) => hashesOfWord(word, classOf(tagOf(word.toLowerCase()))));
}

/** No tag of ours, not in the dictionary, and what is beyond a text. */
const OTHER = 17;
const UNKNOWN = 18;
const BEYOND = 19;

function classOf(tag: string | undefined): number {
  const place = tag === undefined ? UNKNOWN : taggerTags.indexOf(tag);
  return place < 0 ? OTHER : place;
}

/** 1 where most words begin with a capital: a title or a heading. */
export function isTitleLike(words: readonly WordHashes[]): number {
  let letters = 0;
  let capitals = 0;
  for (const { isLetter, isCapital } of words) {
    if (isLetter) letters++;
    if (isCapital) capitals++;
  }
  return capitals > 0.7 * letters ? 1 : 0;
}

/** A part-of-speech tagger for English, of {@link taggerWords}. */
export type EnglishTagger = (words: readonly WordHashes[]) => string[];

/**
 * A greedy averaged perceptron (Collins 2002) over hashed features, of which scripts/train-tagger made the weights.
 *
 * @param bytes a scale as a little-endian float32, then (TAGGER_ROWS, 16) signed bytes: a weight is sign·(byte/127)²·scale
 * @param useWasm whether to use WebAssembly where there is any
 * @throws KeywordError INVALID_MODEL when the length is another
 */
export function englishTagger(bytes: Uint8Array, useWasm = true): EnglishTagger {
  const expected = 4 + TAGGER_ROWS * TAGS;
  if (bytes.length !== expected) {
    throw new KeywordError(
      'INVALID_MODEL',
      `The weights of the English tagger have ${bytes.length} bytes; ${expected} were expected. Install the package again.`,
    );
  }
  const scale = new DataView(bytes.buffer, bytes.byteOffset).getFloat32(0, true);
  const weights = shareWeights(bytes.subarray(4));
  const program = useWasm ? taggerProgram(weights) : undefined;
  const tag = program ? taggerOf(program, scale) : slowTagger(weights.bytes, scale);
  return (words) => {
    const places = tag(words);
    const tags = new Array<string>(words.length);
    for (let w = 0; w < tags.length; w++) tags[w] = taggerTags[places[w]];
    return tags;
  };
}

type PlaceTagger = (words: readonly WordHashes[]) => Uint8Array;

function slowTagger(bytes: Int8Array, scale: number): PlaceTagger {
  const weights = Float32Array.from(bytes, (byte) => ((byte * Math.abs(byte)) / 127 ** 2) * scale);
  const rows = new Int32Array(TAGGER_FEATURES);
  const scores = new Float64Array(TAGS);
  return (words) => {
    const isTitle = isTitleLike(words);
    let before = NONE;
    let twoBefore = NONE;
    return Uint8Array.from(words, (_, at) => {
      taggerFeatures(words, at, before, twoBefore, isTitle, rows);
      twoBefore = before;
      before = bestTag(weights, rows, scores);
      return before;
    });
  };
}

/** Words that assembly/taggers.ts is given at a time, and numbers of each. */
const BLOCK = 4000;
const NUMBERS = 8;
/** Bytes that it wants beside them. */
const ROOM = 256;

function taggerOf({ tagWords, buffer, weights, scratch }: TaggerProgram, scale: number): PlaceTagger {
  const wordsAt = scratch + ROOM;
  const outAt = wordsAt + 4 * NUMBERS * (BLOCK + 3);
  const tags = new Int32Array(buffer, scratch, 2);
  const numbers = new Int32Array(buffer, wordsAt, NUMBERS * (BLOCK + 3));
  const out = new Uint8Array(buffer, outAt, BLOCK);
  const write = (place: number, hashes: WordHashes) => {
    const { word, suffix2, suffix3, suffix4, prefix, shape, endsSentence, wordClass } = hashes;
    const at = NUMBERS * place;
    numbers[at] = word;
    numbers[at + 1] = suffix2;
    numbers[at + 2] = suffix3;
    numbers[at + 3] = suffix4;
    numbers[at + 4] = prefix;
    numbers[at + 5] = shape;
    numbers[at + 6] = endsSentence ? 1 : 0;
    numbers[at + 7] = wordClass;
  };
  return (words) => {
    const isTitle = isTitleLike(words);
    const places = new Uint8Array(words.length);
    tags.fill(NONE);
    for (let from = 0; from < words.length; from += BLOCK) {
      const count = Math.min(BLOCK, words.length - from);
      for (let place = 0; place < count + 3; place++) write(place, words[from + place - 1] ?? (place ? END : START));
      tagWords(weights, wordsAt, count, isTitle, scale, scratch, outAt);
      places.set(out.subarray(0, count), from);
    }
    return places;
  };
}

/** The place of the tag with the largest sum of weights. */
export function bestTag(weights: Float32Array, rows: Int32Array, scores: Float64Array): number {
  scores.fill(0);
  for (let f = 0; f < TAGGER_FEATURES; f++) {
    const from = rows[f];
    for (let tag = 0; tag < TAGS; tag++) scores[tag] += weights[from + tag];
  }
  let best = 0;
  for (let tag = 1; tag < TAGS; tag++) if (scores[tag] > scores[best]) best = tag;
  return best;
}

/** @param wordClass see {@link WordHashes} */
export function hashesOfWord(word: string, wordClass: number): WordHashes {
  const isNumber = /^[\d.,]+$/.test(word);
  const small = word.toLowerCase();
  const isCapital = /^\p{Lu}/u.test(word);
  const isLetter = /\p{L}/u.test(word);
  let shape = word;
  if (isCapital) shape = word.length > 1 && word === word.toUpperCase() ? 'A' : /[A-Z]/.test(word.slice(1)) ? 'M' : 'C';
  else if (/\d/.test(word)) shape = isNumber ? '9' : 'd';
  else if (isLetter) shape = 'a';
  return {
    word: hashOf(isNumber ? '#' : small, 1),
    suffix2: hashOf(small.slice(-2), 3),
    suffix3: hashOf(small.slice(-3), 2),
    suffix4: hashOf(small.slice(-4), 13),
    prefix: hashOf(small.slice(0, 3) + small.length, 4),
    shape: hashOf(shape + (small.includes('-') ? '-' : ''), 5),
    isCapital,
    isLetter,
    endsSentence: SENTENCE_END.test(small),
    wordClass,
  };
}

/** A sentence begins after it. */
const START: WordHashes = { ...hashesOfWord('<s>', BEYOND), endsSentence: true };
const END = hashesOfWord('</s>', BEYOND);

const row = (h: number) => (h & (TAGGER_ROWS - 1)) * TAGS;
