/** Rough products of many rows with one vector: src/kernel/rough-products.ts with eight numbers at a time, on a memory of its own. */
import { LANES, VECTOR } from './lanes';

/** The lane sums of a, b, c and d, side by side. */
@inline
function sumWholeLanesOfFour(a: v128, b: v128, c: v128, d: v128): v128 {
  const ab = i32x4.add(v128.shuffle<i32>(a, b, 0, 4, 1, 5), v128.shuffle<i32>(a, b, 2, 6, 3, 7));
  const cd = i32x4.add(v128.shuffle<i32>(c, d, 0, 4, 1, 5), v128.shuffle<i32>(c, d, 2, 6, 3, 7));
  return i32x4.add(v128.shuffle<i32>(ab, cd, 0, 1, 4, 5), v128.shuffle<i32>(ab, cd, 2, 3, 6, 7));
}

/**
 * From address 0 lie, one after the other, the rows (bytes), the scale of each row (floats), the vector (of 16 bits), and the
 * products (floats): the sum over a row and the vector, exact where it fits into 32 bits, times scale and `factor`.
 *
 * @param rows a multiple of 4
 * @param columns a multiple of 16
 */
export function products(rows: usize, columns: usize, factor: f32): void {
  let scales = rows * columns;
  const vector = scales + 4 * rows;
  let out = vector + 2 * columns;
  const factors = f32x4.splat(factor);
  for (let row: usize = 0; row < rows * columns; row += columns * LANES) {
    let a = i32x4.splat(0);
    let b = a;
    let c = a;
    let d = a;
    for (let at: usize = 0; at < columns; at += VECTOR / 2) {
      const x = v128.load(vector + 2 * at);
      const from = row + at;
      a = i32x4.add(a, i32x4.dot_i16x8_s(v128.load_ext<i8>(from), x));
      b = i32x4.add(b, i32x4.dot_i16x8_s(v128.load_ext<i8>(from + columns), x));
      c = i32x4.add(c, i32x4.dot_i16x8_s(v128.load_ext<i8>(from + 2 * columns), x));
      d = i32x4.add(d, i32x4.dot_i16x8_s(v128.load_ext<i8>(from + 3 * columns), x));
    }
    const sums = f32x4.convert_i32x4_s(sumWholeLanesOfFour(a, b, c, d));
    v128.store(out, f32x4.mul(f32x4.mul(sums, v128.load(scales)), factors));
    scales += VECTOR;
    out += VECTOR;
  }
}
