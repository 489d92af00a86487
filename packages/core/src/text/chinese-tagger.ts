import { KeywordError } from '../errors.js';
import { shareWeights, type TaggerWeights, taggerProgram } from '../kernel/tagger-memory.js';
import type { Piece } from './cutter-tokenizer.js';
import { hashOf, mix } from './feature-hash.js';

/** What a word may be, in the order of the weights: jieba's tags of nouns, names of people, places, bodies, other names, verbs and adjectives, all else. */
export const chineseTags = ['n', 'nr', 'ns', 'nt', 'nz', 'v', 'x'] as const;
const TAGS = chineseTags.length;
/** A character begins a word with a tag (2·tag) or goes on with it (2·tag + 1). */
export const CHINESE_LABELS = 2 * TAGS;
/** Weights of a feature: a power of two is a shift. */
const WIDTH = 16;
/** Rows of weights; a feature has the row that its hash names. */
export const CHINESE_ROWS = 1 << 18;
/** How many features a character has. */
export const CHINESE_FEATURES = 19;
/** Rows after those of the features: what goes before a label; the last row is the start of a text. */
const TRANSITIONS = CHINESE_ROWS * WIDTH;
/** How many weights there are. */
export const CHINESE_WEIGHTS = TRANSITIONS + (CHINESE_LABELS + 1) * WIDTH;

/** Hashes of the start and the end of a text instead of those of a word and a tag. */
const EDGE_WORD = 1;
const EDGE_TAG = 2;

/** Of the pieces at hand and one on either side: hashes of words and tags; of their characters: what the cutter says of each, and code units. */
let words = new Int32Array(0);
let tags = new Int32Array(0);
let cuts = new Int32Array(0);
let units = new Int32Array(0);
const SPACE = 0x20;

/**
 * Rows of the features of the characters of some pieces of a text, as jieba cut it: (characters, CHINESE_FEATURES) offsets of
 * weights. What is around the pieces is seen.
 *
 * @param given where to write them; left out where they do not fit
 */
export function chineseFeatures(
  pieces: readonly Piece[],
  first = 0,
  last = pieces.length,
  given?: Int32Array,
): Int32Array {
  let length = 0;
  for (let p = first; p < last; p++) length += pieces[p].word.length;
  const rows = given && given.length >= length * CHINESE_FEATURES ? given : new Int32Array(length * CHINESE_FEATURES);
  if (units.length < length + 4) [words, tags, cuts, units] = [0, 1, 2, 3].map(() => new Int32Array(2 * length + 4));
  // Beyond an edge of the text, and of a short word beside the pieces, are spaces.
  const before = pieces[first - 1];
  const after = pieces[last];
  units[0] = before && before.word.length > 1 ? before.word.charCodeAt(before.word.length - 2) : SPACE;
  units[1] = before ? before.word.charCodeAt(before.word.length - 1) : SPACE;
  let at = 2;
  for (let p = first; p < last; p++) {
    const { word } = pieces[p];
    for (let i = 0; i < word.length; i++) units[at++] = word.charCodeAt(i);
  }
  units[at] = after ? after.word.charCodeAt(0) : SPACE;
  units[at + 1] = after && after.word.length > 1 ? after.word.charCodeAt(1) : SPACE;
  for (let p = first - 1; p <= last; p++) {
    const piece = pieces[p];
    // Words are short: their hashes are made sooner than found in a table.
    words[p - first + 1] = piece ? hashOf(piece.word, 3) : EDGE_WORD;
    tags[p - first + 1] = piece ? hashOf(piece.partOfSpeech ?? '', 5) : EDGE_TAG;
  }
  /** What the cutter says of a character: place in its word, tag, length. */
  const cutAt = (p: number, i: number) => {
    const { length } = pieces[p].word;
    const place = length === 1 ? 3 : i === 0 ? 0 : i === length - 1 ? 2 : 1;
    return mix(tags[p - first + 1], 4 * Math.min(length, 5) + place);
  };
  at = 0;
  cuts[at++] =
    before && isHanAt(before.word, before.word.length - 1) ? cutAt(first - 1, before.word.length - 1) : EDGE_TAG;
  for (let p = first; p < last; p++) {
    for (let i = 0; i < pieces[p].word.length; i++) cuts[at++] = cutAt(p, i);
  }
  cuts[at] = after && isHanAt(after.word, 0) ? cutAt(last, 0) : EDGE_TAG;
  let i = 0;
  for (let p = first; p < last; p++) {
    const { length } = pieces[p].word;
    const wordBefore = words[p - first];
    const word = words[p - first + 1];
    const wordAfter = words[p - first + 2];
    const tag = tags[p - first + 1];
    for (let inWord = 0; inWord < length; inWord++, i++) {
      const left2 = units[i];
      const left = units[i + 1];
      const c = units[i + 2];
      const right = units[i + 3];
      const right2 = units[i + 4];
      const cut = cuts[i + 1];
      const place = Math.min(inWord, 3) + 4 * Math.min(length - inWord, 4);
      const from = i * CHINESE_FEATURES;
      rows[from] = row(mix(c, 101));
      rows[from + 1] = row(mix(left, 102));
      rows[from + 2] = row(mix(right, 103));
      rows[from + 3] = row(mix(left2, 104));
      rows[from + 4] = row(mix(right2, 105));
      rows[from + 5] = row(mix(mix(left, c), 106));
      rows[from + 6] = row(mix(mix(c, right), 107));
      rows[from + 7] = row(mix(mix(left2, left), 108));
      rows[from + 8] = row(mix(mix(right, right2), 109));
      rows[from + 9] = row(mix(mix(left, right), 110));
      rows[from + 10] = row(mix(mix(mix(left, c), right), 111));
      rows[from + 11] = row(mix(cut, 112));
      rows[from + 12] = row(mix(mix(cut, cuts[i]), cuts[i + 2]));
      rows[from + 13] = row(mix(word, 113 + place));
      rows[from + 14] = row(mix(mix(wordBefore, 140), place));
      rows[from + 15] = row(mix(mix(wordAfter, 160), place));
      rows[from + 16] = row(mix(mix(tags[p - first], tag), mix(tags[p - first + 2], 180 + place)));
      rows[from + 17] = row(mix(mix(c, cut), 114));
      rows[from + 18] = row(mix(mix(wordBefore, word), 200 + place));
    }
  }
  return rows;
}

/** Labels of the characters of some pieces, by {@link chineseFeatures}; they are there until the next call, others may follow. */
export type Labeler = (pieces: readonly Piece[], first: number, last: number) => Uint8Array;

/** Characters whose labels are found at once by WebAssembly; hardly any run without a sign is longer. */
const LONGEST = 1504;

/** {@link bestLabels} by the weights of the file, by WebAssembly where there is any. */
export function chineseLabeler(weights: TaggerWeights, useWasm = true): Labeler {
  const program = useWasm ? taggerProgram(weights) : undefined;
  let floats: Float32Array | undefined;
  const slowly = (rows: Int32Array) => {
    floats ??= Float32Array.from(weights.bytes, (byte) => byte * Math.abs(byte));
    return bestLabels(rows, floats);
  };
  if (!program) return (pieces, first, last) => slowly(chineseFeatures(pieces, first, last));
  const { buffer, scratch } = program;
  const steps = stepsOf(weights.bytes);
  const rowsAt = scratch + steps.byteLength;
  const outAt = rowsAt + 4 * CHINESE_FEATURES * LONGEST;
  const keptAt = outAt + LONGEST;
  new Int32Array(buffer, scratch, steps.length).set(steps);
  const given = new Int32Array(buffer, rowsAt, CHINESE_FEATURES * LONGEST);
  const out = new Uint8Array(buffer, outAt, LONGEST);
  return (pieces, first, last) => {
    const rows = chineseFeatures(pieces, first, last, given);
    if (rows !== given) return slowly(rows);
    let length = 0;
    for (let p = first; p < last; p++) length += pieces[p].word.length;
    program.labelCharacters(program.weights, scratch, rowsAt, length, keptAt, outAt);
    return out;
  };
}

/** Weights of labels after labels as assembly/taggers.ts takes them. */
function stepsOf(weights: Int8Array): Int32Array {
  const steps = new Int32Array((CHINESE_LABELS + 4) * (TAGS + 1));
  const weigh = (place: number, before: number, label: number) => {
    const weight = weights[transition(before, label)];
    steps[place * (TAGS + 1) + (label >> 1)] = weight * Math.abs(weight);
  };
  for (let label = 0; label < CHINESE_LABELS; label += 2) {
    for (let before = 0; before < CHINESE_LABELS; before++) weigh(before, before, label);
    weigh(CHINESE_LABELS, -1, label);
    weigh(CHINESE_LABELS + 1, label, label + 1);
    weigh(CHINESE_LABELS + 2, label + 1, label + 1);
  }
  return steps;
}

/**
 * The best labels of the characters of a text (Viterbi).
 *
 * @param rows {@link chineseFeatures}
 * @param weights (CHINESE_WEIGHTS)
 */
export function bestLabels(rows: Int32Array, weights: Float32Array): Uint8Array {
  const length = rows.length / CHINESE_FEATURES;
  const best = new Uint8Array(length);
  if (length === 0) return best;
  /** (CHINESE_LABELS + 1, WIDTH) weights of labels after labels. */
  const between = Float64Array.from(weights.subarray(TRANSITIONS));
  let scores = new Float64Array(CHINESE_LABELS);
  let next = new Float64Array(CHINESE_LABELS);
  const from = new Uint8Array(length * CHINESE_LABELS);
  const emission = new Float64Array(CHINESE_LABELS);
  for (let label = 0; label < CHINESE_LABELS; label++) scores[label] = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < length; i++) {
    emission.fill(0);
    for (let f = i * CHINESE_FEATURES, end = f + CHINESE_FEATURES; f < end; f++) {
      const at = rows[f];
      for (let label = 0; label < CHINESE_LABELS; label++) emission[label] += weights[at + label];
    }
    if (i === 0) {
      const start = CHINESE_LABELS * WIDTH;
      for (let label = 0; label < CHINESE_LABELS; label += 2) scores[label] = emission[label] + between[start + label];
      continue;
    }
    for (let label = 0; label < CHINESE_LABELS; label += 2) {
      let most = Number.NEGATIVE_INFINITY;
      let bestBefore = 0;
      for (let before = 0, at = label; before < CHINESE_LABELS; before++, at += WIDTH) {
        const score = scores[before] + between[at];
        if (score > most) {
          most = score;
          bestBefore = before;
        }
      }
      next[label] = most + emission[label];
      from[i * CHINESE_LABELS + label] = bestBefore;
      // A word goes on as what it began as.
      const inside = label + 1;
      const ofBegin = scores[label] + between[label * WIDTH + inside];
      const ofRest = scores[inside] + between[inside * WIDTH + inside];
      next[inside] = (ofRest > ofBegin ? ofRest : ofBegin) + emission[inside];
      from[i * CHINESE_LABELS + inside] = ofRest > ofBegin ? inside : label;
    }
    const done = scores;
    scores = next;
    next = done;
  }
  let label = 0;
  for (let other = 1; other < CHINESE_LABELS; other++) if (scores[other] > scores[label]) label = other;
  for (let i = length - 1; i >= 0; i--) {
    best[i] = label;
    label = from[i * CHINESE_LABELS + label];
  }
  return best;
}

/** Offset of the weight of a label after another; `before` −1 is the start. */
export const transition = (before: number, label: number) =>
  TRANSITIONS + (before < 0 ? CHINESE_LABELS : before) * WIDTH + label;

/**
 * The weights of the tagger, of which scripts/train-chinese-tagger made the file.
 *
 * @param bytes (CHINESE_WEIGHTS) signed: a weight is sign·byte²
 * @throws KeywordError INVALID_MODEL when the length is another
 */
export function chineseWeights(bytes: Uint8Array): TaggerWeights {
  if (bytes.length !== CHINESE_WEIGHTS) {
    throw new KeywordError(
      'INVALID_MODEL',
      `The weights of the Chinese tagger have ${bytes.length} bytes; ${CHINESE_WEIGHTS} were expected. Install the package again.`,
    );
  }
  return shareWeights(bytes);
}

/** Signs and Latin words are borders, whatever they are. */
const isHanAt = (word: string, at: number) => word.charCodeAt(at) >= 0x3400 && word.charCodeAt(at) <= 0x9fff;

const row = (h: number) => (h & (CHINESE_ROWS - 1)) * WIDTH;
