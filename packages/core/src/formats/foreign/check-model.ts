import { invalid } from '../bytes/byte-source.js';

/**
 * Checks that every number is finite.
 *
 * @param what the numbers are, for the message
 * @throws KeywordError INVALID_MODEL
 */
export function checkFinite(numbers: Float32Array, what: string, name: string): void {
  if (allFinite(numbers)) return;
  const at = numbers.findIndex((number) => !Number.isFinite(number));
  throw invalid(name, `${what} have the value ${numbers[at]}; training went wrong or the file is damaged.`);
}

/** Whether every number is finite. */
export function allFinite(numbers: Float32Array): boolean {
  // x · 0 is NaN for NaN and the infinities, 0 for all others. Four sums, so that none waits for the one before.
  let [a, b, c, d] = [0, 0, 0, 0];
  const even = numbers.length - (numbers.length % 4);
  for (let i = 0; i < even; i += 4) {
    a += numbers[i] * 0;
    b += numbers[i + 1] * 0;
    c += numbers[i + 2] * 0;
    d += numbers[i + 3] * 0;
  }
  for (let i = even; i < numbers.length; i++) a += numbers[i] * 0;
  return a + b + c + d === 0;
}

/** Whether every number is 0. */
export function isZero(numbers: Float32Array): boolean {
  return numbers.every((number) => number === 0);
}

/** Whether the rows, of which the first hundred are looked at, all have length 1. */
export function isNormalized(numbers: Float32Array, columns: number): boolean {
  const rows = Math.min(100, numbers.length / columns);
  for (let row = 0; row < rows; row++) {
    let square = 0;
    for (let d = 0; d < columns; d++) square += numbers[row * columns + d] ** 2;
    if (Math.abs(square - 1) > 1e-4) return false;
  }
  return rows > 0;
}
