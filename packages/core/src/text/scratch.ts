/** Numbers that are kept at most: memory of a longer text is not held for the next. */
const MOST = 1 << 16;

/**
 * Numbers for the work on one text, in the memory of the text before: to take new memory for every short list takes longer
 * than to fill it. What has it does not hold it beyond its own call.
 */
export class Scratch {
  private numbers = new Int32Array(0);

  /** At least so many numbers, of any value. */
  take(length: number): Int32Array {
    if (length > MOST) return new Int32Array(length);
    if (this.numbers.length < length) this.numbers = new Int32Array(Math.min(MOST, 2 * length));
    return this.numbers;
  }

  /** At least so many numbers, of which so many are 0. */
  zeros(length: number): Int32Array {
    return this.take(length).fill(0, 0, length);
  }
}

const BLOCK_BYTES = 1 << 16;
/** Lists longer than this have memory of their own. */
const SHORT_BYTES = BLOCK_BYTES >> 4;
let block = new ArrayBuffer(BLOCK_BYTES);
let used = 0;

/** Where so many bytes of a block are that nothing has; −1 for what is too long for it. */
function placeFor(bytes: number): number {
  if (bytes > SHORT_BYTES) return -1;
  if (used + bytes > BLOCK_BYTES) {
    block = new ArrayBuffer(BLOCK_BYTES);
    used = 0;
  }
  const at = used;
  used = (at + bytes + 7) & ~7;
  return at;
}

/** So many zeros, as `new Float64Array` makes them, but many short lists in one piece of memory. */
export function newFloats(length: number): Float64Array {
  const at = placeFor(8 * length);
  return at < 0 ? new Float64Array(length) : new Float64Array(block, at, length);
}

/** {@link newFloats} for integers. */
export function newIntegers(length: number): Int32Array {
  const at = placeFor(4 * length);
  return at < 0 ? new Int32Array(length) : new Int32Array(block, at, length);
}
