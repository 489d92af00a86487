/**
 * Numbers the words of segmented text: src/train/number-words.ts with 16 bytes at a time. A module of its own, with a
 * memory that is laid out by src/train/word-table.ts.
 */
const SPACE: i32 = 32;
const NEWLINE: i32 = 10;
const PIECE: usize = 16;
/** Bytes of a record before those of the word: its number and its length. */
const HEADER: usize = 8;

const FACTOR: i32 = 0x2c1b3c6d;

/** @param s address of the state, see `State` in src/train/number-words.ts */
export function numberWords(s: usize): void {
  let position = <usize>load<u32>(s);
  const end = <usize>load<u32>(s, 4);
  let out = <usize>load<u32>(s, 8);
  let line = <usize>load<u32>(s, 12);
  let words = load<u32>(s, 16);
  let arenaEnd = <usize>load<u32>(s, 20);
  const slots = <usize>load<u32>(s, 24);
  const mask = <usize>load<u32>(s, 28);
  const offsets = <usize>load<u32>(s, 32);
  const wordLimit = load<u32>(s, 36);
  const arena = <usize>load<u32>(s, 40);
  const arenaLimit = <usize>load<u32>(s, 44);
  while (position < end) {
    const byte = <i32>load<u8>(position);
    if (byte <= SPACE) {
      position++;
      if (byte == NEWLINE && out > line) {
        store<i32>(out, -1);
        out += 4;
        line = out;
      }
      continue;
    }
    // A separator stands behind the last word, so no bound is needed here.
    let at = position;
    let hash: i32 = 0;
    let n: usize;
    do {
      const piece = v128.load(at);
      n = ctz(~i8x16.bitmask(i8x16.gt_u(piece, i8x16.splat(<i8>SPACE))));
      const sums = i32x4.mul(v128.and(piece, firstLanes(n)), factors());
      const two = i32x4.add(sums, v128.shuffle<i32>(sums, sums, 2, 3, 0, 1));
      hash = hash * FACTOR + i32x4.extract_lane(two, 0) + i32x4.extract_lane(two, 1);
      at += n;
    } while (n == PIECE);
    hash ^= hash >>> 16;
    hash *= FACTOR;
    hash ^= hash >>> 13;
    const length = at - position;

    let slot = <usize>hash & mask;
    let record: usize = 0;
    let found = false;
    for (let place = <usize>load<u32>(slots + (slot << 3)); place != 0; place = <usize>load<u32>(slots + (slot << 3))) {
      record = arena + ((place - 1) << 3);
      if (load<i32>(slots + (slot << 3), 4) == hash && equals(record, position, length)) {
        found = true;
        break;
      }
      slot = (slot + 1) & mask;
    }
    if (!found) {
      record = arenaEnd;
      const next = record + HEADER + ((length + 7) & ~7);
      if (words == wordLimit || next > arenaLimit) break;
      store<u32>(record, words);
      store<u32>(record, <u32>length, 4);
      memory.copy(record + HEADER, position, length);
      store<u32>(offsets + (<usize>words << 2), <u32>((record - arena) >> 3));
      store<u32>(slots + (slot << 3), <u32>((record - arena) >> 3) + 1);
      store<i32>(slots + (slot << 3), hash, 4);
      words++;
      arenaEnd = next;
    }
    store<u32>(out, load<u32>(record));
    out += 4;
    position = at;
  }
  store<u32>(s, <u32>position);
  store<u32>(s, <u32>out, 8);
  store<u32>(s, <u32>line, 12);
  store<u32>(s, words, 16);
  store<u32>(s, <u32>arenaEnd, 20);
}

@inline
function factors(): v128 {
  return i32x4(<i32>0x9ec99325, <i32>0x85eb6a8d, <i32>0xc2ae35b3, 0x27d4eb2f);
}

/** All ones in the first n of 16 bytes. */
@inline
function firstLanes(n: usize): v128 {
  return i8x16.lt_u(i8x16(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15), i8x16.splat(<i8>n));
}

@inline
function equals(record: usize, word: usize, length: usize): bool {
  if (<usize>load<u32>(record, 4) != length) return false;
  for (let at: usize = 0; at < length; at += PIECE) {
    const difference = v128.xor(v128.load(record + HEADER + at), v128.load(word + at));
    if (v128.any_true(v128.and(difference, firstLanes(min(PIECE, length - at))))) return false;
  }
  return true;
}
