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
