/** Products of many rows with one vector: src/kernel/row-products.ts with four floats at a time, on a memory of its own. */
import { LANES, multiplyAdd, sumLanesOfFour, VECTOR } from './lanes';

/**
 * Rows, vector and products lie one after the other from address 0.
 *
 * @param rows a multiple of 4
 * @param columns a multiple of 4
 */
export function products(rows: usize, columns: usize): void {
  const bytes = columns * 4;
  const vector = rows * bytes;
  let out = vector + bytes;
  for (let row: usize = 0; row < vector; row += bytes * LANES) {
    let a = f32x4.splat(0);
    let b = f32x4.splat(0);
    let c = f32x4.splat(0);
    let d = f32x4.splat(0);
    for (let at: usize = 0; at < bytes; at += VECTOR) {
      const x = v128.load(vector + at);
      const from = row + at;
      a = multiplyAdd(v128.load(from), x, a);
      b = multiplyAdd(v128.load(from + bytes), x, b);
      c = multiplyAdd(v128.load(from + 2 * bytes), x, c);
      d = multiplyAdd(v128.load(from + 3 * bytes), x, d);
    }
    v128.store(out, sumLanesOfFour(a, b, c, d));
    out += VECTOR;
  }
}
