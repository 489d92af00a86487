/**
 * The taggers of src/text, sixteen weights at a time, on memory that threads share: src/kernel/tagger-memory.ts lays it out.
 * Weights are bytes; a byte w weighs w·|w|, so that sums are whole numbers.
 */
import { VECTOR } from './lanes';

/** Numbers of 32 bits. */
const INT: usize = 4;

/** Stores the sums of the weights of the rows of some features. */
@inline
function sumRows(weights: usize, rows: usize, features: usize, sums: usize): void {
  let a = i32x4.splat(0);
  let b = a;
  let c = a;
  let d = a;
  for (const end = rows + features * INT; rows < end; rows += INT) {
    const row = v128.load(weights + <usize>load<i32>(rows));
    const low = i16x8.extend_low_i8x16_s(row);
    const high = i16x8.extend_high_i8x16_s(row);
    const lows = i16x8.mul(low, i16x8.abs(low));
    const highs = i16x8.mul(high, i16x8.abs(high));
    a = i32x4.add(a, i32x4.extend_low_i16x8_s(lows));
    b = i32x4.add(b, i32x4.extend_high_i16x8_s(lows));
    c = i32x4.add(c, i32x4.extend_low_i16x8_s(highs));
    d = i32x4.add(d, i32x4.extend_high_i16x8_s(highs));
  }
  v128.store(sums, a);
  v128.store(sums, b, 16);
  v128.store(sums, c, 32);
  v128.store(sums, d, 48);
}

/** No score is so low. */
const NEVER: i32 = -0x20000000;
/** Tags, and those that are added to make eight. */
const CHINESE_TAGS = 7;
const CHINESE_FEATURES: usize = 19;
/** Bytes that are kept of a character: for each label, those that begin a word first, the best one before it. */
const KEPT: usize = 4 * VECTOR;

/**
 * `bestLabels` of src/text/chinese-tagger.ts.
 *
 * @param steps (16, 8) weights of beginning a word with a tag after each label, in the order of labels; after the start of a
 *   text; (2, 8) of going on with it after its beginning, and after that
 * @param rows (length, 19) offsets of rows of weights
 * @param scratch (length + 2, 64) bytes
 * @param out (length) bytes
 */
export function labelCharacters(
  weights: usize,
  steps: usize,
  rows: usize,
  length: i32,
  scratch: usize,
  out: usize,
): void {
  const fromBegin0 = v128.load(steps + 15 * 2 * VECTOR);
  const fromBegin1 = v128.load(steps + 15 * 2 * VECTOR, 16);
  const fromRest0 = v128.load(steps + 16 * 2 * VECTOR);
  const fromRest1 = v128.load(steps + 16 * 2 * VECTOR, 16);
  /** Scores of labels that begin a word, then of those that go on with it. */
  const scores = scratch + KEPT;
  let begin0 = i32x4.splat(0);
  let begin1 = begin0;
  let rest0 = begin0;
  let rest1 = begin0;
  let kept = scratch + 2 * KEPT;
  for (let i = 0; i < length; i++, rows += CHINESE_FEATURES * INT) {
    sumRows(weights, rows, CHINESE_FEATURES, scratch);
    const s0 = v128.load(scratch);
    const s1 = v128.load(scratch, 16);
    const s2 = v128.load(scratch, 32);
    const s3 = v128.load(scratch, 48);
    const begins0 = v128.shuffle<i32>(s0, s1, 0, 2, 4, 6);
    const begins1 = v128.shuffle<i32>(s2, s3, 0, 2, 4, 6);
    const rests0 = v128.shuffle<i32>(s0, s1, 1, 3, 5, 7);
    const rests1 = v128.shuffle<i32>(s2, s3, 1, 3, 5, 7);
    if (i == 0) {
      begin0 = i32x4.add(begins0, v128.load(steps + 14 * 2 * VECTOR));
      begin1 = i32x4.add(begins1, v128.load(steps + 14 * 2 * VECTOR, 16));
      rest0 = i32x4.splat(NEVER);
      rest1 = rest0;
    } else {
      let best0 = i32x4.splat(i32.MIN_VALUE);
      let best1 = best0;
      let before0 = i32x4.splat(0);
      let before1 = before0;
      let step = steps;
      for (let label = 0; label < 2 * CHINESE_TAGS; label++, step += 2 * VECTOR) {
        const score = v128.load32_splat(scores + ((<usize>label & 1) << 5) + ((<usize>label >> 1) << 2));
        const place = i32x4.splat(label);
        const next0 = i32x4.add(score, v128.load(step));
        const next1 = i32x4.add(score, v128.load(step, 16));
        // Of equals the first.
        before0 = v128.bitselect(place, before0, i32x4.gt_s(next0, best0));
        before1 = v128.bitselect(place, before1, i32x4.gt_s(next1, best1));
        best0 = i32x4.max_s(best0, next0);
        best1 = i32x4.max_s(best1, next1);
      }
      const afterBegin0 = i32x4.add(begin0, fromBegin0);
      const afterBegin1 = i32x4.add(begin1, fromBegin1);
      const afterRest0 = i32x4.add(rest0, fromRest0);
      const afterRest1 = i32x4.add(rest1, fromRest1);
      v128.store(kept, before0);
      v128.store(kept, before1, 16);
      // −1 where a word goes on.
      v128.store(kept, i32x4.gt_s(afterRest0, afterBegin0), 32);
      v128.store(kept, i32x4.gt_s(afterRest1, afterBegin1), 48);
      rest0 = i32x4.add(i32x4.max_s(afterRest0, afterBegin0), rests0);
      rest1 = i32x4.add(i32x4.max_s(afterRest1, afterBegin1), rests1);
      begin0 = i32x4.add(best0, begins0);
      begin1 = i32x4.add(best1, begins1);
      kept += KEPT;
    }
    v128.store(scores, begin0);
    v128.store(scores, begin1, 16);
    v128.store(scores, rest0, 32);
    v128.store(scores, rest1, 48);
  }
  let label = 0;
  let most = load<i32>(scores);
  for (let other = 1; other < 2 * CHINESE_TAGS; other++) {
    const score = load<i32>(scores + ((<usize>other & 1) << 5) + ((<usize>other >> 1) << 2));
    if (score <= most) continue;
    most = score;
    label = other;
  }
  for (let i = length - 1; i >= 0; i--) {
    store<u8>(out + <usize>i, <u8>label);
    kept -= KEPT;
    const tag = (<usize>label >> 1) << 2;
    label = (label & 1) == 0 ? load<i32>(kept + tag) : label - 1 - load<i32>(kept + tag, 32);
  }
}

const ENGLISH_TAGS: usize = 16;
const ENGLISH_FEATURES: usize = 20;
/** Bytes of a word: hashes of the word, its last two, three and four letters, its first, its shape; 1 where it ends a sentence; its class. */
const WORD: usize = 32;

@inline
function mix(a: i32, b: i32): i32 {
  let h = (a ^ (b + 0x9e3779b9)) * 0x85ebca6b;
  h = (h ^ <i32>(<u32>h >>> 13)) * 0xc2b2ae35;
  return h ^ <i32>(<u32>h >>> 16);
}

@inline
function setRow(rows: usize, feature: usize, hash: i32): void {
  store<i32>(rows + feature * INT, (hash & 0xffff) << 4);
}

/**
 * The tags that `englishTagger` of src/text/tagger-en.ts gives. Its sums are of weights as floats: where two whole sums differ,
 * the floats differ in the same direction, and where they are equal, they are added as it adds them.
 *
 * @param words (count + 3) the word before, the words, and the two after them
 * @param scratch (2) the tag before and the one before that, which are written back; then room for sums and rows
 * @param out (count) bytes
 */
export function tagWords(
  weights: usize,
  words: usize,
  count: i32,
  isTitle: i32,
  scale: f64,
  scratch: usize,
  out: usize,
): void {
  const sums = scratch + VECTOR;
  const rows = sums + 4 * VECTOR;
  let before = load<i32>(scratch);
  let twoBefore = load<i32>(scratch, 4);
  for (let i = 0; i < count; i++) {
    const at = words + (<usize>i + 1) * WORD;
    const word = load<i32>(at);
    const suffix3 = load<i32>(at, 8);
    const shape = load<i32>(at, 20);
    const wordClass = load<i32>(at, 28);
    const next = at + WORD;
    const nextClass = load<i32>(next, 28);
    const classes = wordClass * 32 + nextClass;
    setRow(rows, 0, word);
    setRow(rows, 1, suffix3);
    setRow(rows, 2, mix(load<i32>(at, 4), 7));
    setRow(rows, 3, load<i32>(at, 16));
    setRow(rows, 4, mix(shape, 11 + load<i32>(at - WORD, 24)));
    setRow(rows, 5, mix(shape, 101 + before + 32 * isTitle));
    setRow(rows, 6, mix(before + 1000, 13));
    setRow(rows, 7, mix(before * 32 + twoBefore + 2000, 17));
    setRow(rows, 8, mix(word, 3000 + before));
    setRow(rows, 9, mix(load<i32>(at - WORD), 19));
    setRow(rows, 10, mix(load<i32>(next), 23));
    setRow(rows, 11, mix(load<i32>(next, 8), 29));
    setRow(rows, 12, mix(mix(suffix3, load<i32>(next, 20)), 31));
    setRow(rows, 13, mix(load<i32>(next + WORD), 37));
    setRow(rows, 14, mix(suffix3, 4000 + before));
    setRow(rows, 15, mix(mix(word, load<i32>(next, 4)), 43));
    setRow(rows, 16, load<i32>(at, 12));
    setRow(rows, 17, mix(wordClass * 32 + before + 60000, 47));
    setRow(rows, 18, mix(classes * 32 + load<i32>(next + WORD, 28) + 90000, 53));
    setRow(rows, 19, mix(mix(suffix3, classes + 5000), 59));
    sumRows(weights, rows, ENGLISH_FEATURES, sums);
    twoBefore = before;
    before = bestTag(weights, rows, sums, scale);
    store<u8>(out + <usize>i, <u8>before);
  }
  store<i32>(scratch, before);
  store<i32>(scratch, twoBefore, 4);
}

/** The tag with the largest sum. */
@inline
function bestTag(weights: usize, rows: usize, sums: usize, scale: f64): i32 {
  const s0 = v128.load(sums);
  const s1 = v128.load(sums, 16);
  const s2 = v128.load(sums, 32);
  const s3 = v128.load(sums, 48);
  let most = i32x4.max_s(i32x4.max_s(s0, s1), i32x4.max_s(s2, s3));
  most = i32x4.max_s(most, v128.shuffle<i32>(most, most, 2, 3, 0, 1));
  most = i32x4.max_s(most, v128.shuffle<i32>(most, most, 1, 0, 3, 2));
  const low = i32x4.bitmask(i32x4.eq(s0, most)) | (i32x4.bitmask(i32x4.eq(s1, most)) << 4);
  const high = i32x4.bitmask(i32x4.eq(s2, most)) | (i32x4.bitmask(i32x4.eq(s3, most)) << 4);
  const places = low | (high << 8);
  return popcnt(places) == 1 ? ctz(places) : bestOfEqual(weights, rows, places, scale);
}

/** The tag with the largest sum of floats, of those whose bits are set. */
function bestOfEqual(weights: usize, rows: usize, places: i32, scale: f64): i32 {
  let best = 0;
  let most = -Infinity;
  for (let tag: usize = 0; tag < ENGLISH_TAGS; tag++) {
    if (((places >> <i32>tag) & 1) == 0) continue;
    let sum: f64 = 0;
    for (let f: usize = 0; f < ENGLISH_FEATURES; f++) {
      const byte = <i32>load<i8>(weights + <usize>load<i32>(rows + f * INT) + tag);
      sum += <f64>(<f32>((<f64>(byte * abs(byte)) / 16129) * scale));
    }
    if (sum <= most) continue;
    most = sum;
    best = <i32>tag;
  }
  return best;
}
