import { KeywordError } from '../errors.js';
import { hashOf, mix } from './feature-hash.js';

/** Parts of speech that the tagger gives, in the order of its weights: those of Universal Dependencies. */
export const taggerTags = 'NOUN PROPN ADJ VERB AUX ADV NUM ADP DET PRON PART CCONJ SCONJ PUNCT SYM X'.split(
  ' ',
) as readonly string[];

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
}

/**
 * Features of the word at `at` as offsets of rows of weights: its letters, its neighbours and the two tags before it.
 *
 * @param rows (17) is written to
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
  const isFirst = at === 0 || previous.endsSentence ? 1 : 0;
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
}

/** How many features a word has. */
export const TAGGER_FEATURES = 17;

/** The hashes of words, as the text spells them. */
export function taggerWords(words: readonly string[]): WordHashes[] {
  return words.map(hashesOfWord);
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
 * @throws KeywordError INVALID_MODEL when the length is another
 */
export function englishTagger(bytes: Uint8Array): EnglishTagger {
  const expected = 4 + TAGGER_ROWS * TAGS;
  if (bytes.length !== expected) {
    throw new KeywordError(
      'INVALID_MODEL',
      `The weights of the English tagger have ${bytes.length} bytes; ${expected} were expected. Install the package again.`,
    );
  }
  const scale = new DataView(bytes.buffer, bytes.byteOffset).getFloat32(0, true);
  const weightOf = new Float32Array(256);
  for (let byte = -128; byte < 128; byte++) weightOf[byte & 0xff] = ((byte * Math.abs(byte)) / 127 ** 2) * scale;
  const weights = bytes.subarray(4);
  const rows = new Int32Array(TAGGER_FEATURES);
  return (hashes) => {
    const isTitle = isTitleLike(hashes);
    let before = NONE;
    let twoBefore = NONE;
    return hashes.map((_, at) => {
      taggerFeatures(hashes, at, before, twoBefore, isTitle, rows);
      twoBefore = before;
      before = bestPackedTag(weights, weightOf, rows);
      return taggerTags[before];
    });
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

/**
 * The same of weights as the file has them, a quarter of the memory, of which more stays in the cache of the processor.
 *
 * @param weightOf (256) the weight of a byte
 */
function bestPackedTag(weights: Uint8Array, weightOf: Float32Array, rows: Int32Array): number {
  let best = 0;
  let most = Number.NEGATIVE_INFINITY;
  // Four at once: their sums stay in registers.
  for (let tag = 0; tag < TAGS; tag += 4) {
    let s0 = 0;
    let s1 = 0;
    let s2 = 0;
    let s3 = 0;
    for (let f = 0; f < TAGGER_FEATURES; f++) {
      const at = rows[f] + tag;
      s0 += weightOf[weights[at]];
      s1 += weightOf[weights[at + 1]];
      s2 += weightOf[weights[at + 2]];
      s3 += weightOf[weights[at + 3]];
    }
    if (s0 > most) {
      most = s0;
      best = tag;
    }
    if (s1 > most) {
      most = s1;
      best = tag + 1;
    }
    if (s2 > most) {
      most = s2;
      best = tag + 2;
    }
    if (s3 > most) {
      most = s3;
      best = tag + 3;
    }
  }
  return best;
}

function hashesOfWord(word: string): WordHashes {
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
  };
}

const START = hashesOfWord('<s>');
const END = hashesOfWord('</s>');

const row = (h: number) => (h & (TAGGER_ROWS - 1)) * TAGS;
