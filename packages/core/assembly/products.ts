/**
 * The matrix products of training, over rows given by a list of addresses. They are tiled so that running sums stay in
 * registers, of which WebAssembly code has 16: a core multiplies faster than it loads, so a number once loaded should
 * be used more than once.
 */
import { FLOAT, multiplyAdd, sumLanes, sumLanesOfFour, VECTOR } from './lanes';

const POINTER = sizeof<usize>();

/**
 * The dot products of two vectors with `rowCount` rows: a tile of 2 vectors × 4 rows.
 *
 * @param rowCount a multiple of 4
 * @param out0 (rowCount) f32, the products of vector0; out1 those of vector1
 */
export function dotRows(
  vector0: usize,
  vector1: usize,
  rows: usize,
  rowCount: usize,
  rowBytes: usize,
  out0: usize,
  out1: usize,
): void {
  for (let end = rows + rowCount * POINTER; rows < end; rows += 4 * POINTER) {
    const row0 = load<usize>(rows);
    const row1 = load<usize>(rows, POINTER);
    const row2 = load<usize>(rows, 2 * POINTER);
    const row3 = load<usize>(rows, 3 * POINTER);
    let a0 = f32x4.splat(0);
    let a1 = a0;
    let a2 = a0;
    let a3 = a0;
    let b0 = a0;
    let b1 = a0;
    let b2 = a0;
    let b3 = a0;
    for (let d: usize = 0; d < rowBytes; d += VECTOR) {
      const a = v128.load(vector0 + d);
      const b = v128.load(vector1 + d);
      let row = v128.load(row0 + d);
      a0 = multiplyAdd(a, row, a0);
      b0 = multiplyAdd(b, row, b0);
      row = v128.load(row1 + d);
      a1 = multiplyAdd(a, row, a1);
      b1 = multiplyAdd(b, row, b1);
      row = v128.load(row2 + d);
      a2 = multiplyAdd(a, row, a2);
      b2 = multiplyAdd(b, row, b2);
      row = v128.load(row3 + d);
      a3 = multiplyAdd(a, row, a3);
      b3 = multiplyAdd(b, row, b3);
    }
    v128.store(out0, sumLanesOfFour(a0, a1, a2, a3));
    v128.store(out1, sumLanesOfFour(b0, b1, b2, b3));
    out0 += VECTOR;
    out1 += VECTOR;
  }
}

/**
 * The dot products of four successive rows with each other, `rowBytes` apart.
 *
 * @param out f32, six: 1·0, 2·0, 2·1, 3·0, 3·1, 3·2
 */
export function dotPairsOfFour(row0: usize, rowBytes: usize, out: usize): void {
  const row1 = row0 + rowBytes;
  const row2 = row1 + rowBytes;
  const row3 = row2 + rowBytes;
  let s10 = f32x4.splat(0);
  let s20 = s10;
  let s21 = s10;
  let s30 = s10;
  let s31 = s10;
  let s32 = s10;
  for (let d: usize = 0; d < rowBytes; d += VECTOR) {
    const a = v128.load(row0 + d);
    const b = v128.load(row1 + d);
    const c = v128.load(row2 + d);
    const e = v128.load(row3 + d);
    s10 = multiplyAdd(b, a, s10);
    s20 = multiplyAdd(c, a, s20);
    s21 = multiplyAdd(c, b, s21);
    s30 = multiplyAdd(e, a, s30);
    s31 = multiplyAdd(e, b, s31);
    s32 = multiplyAdd(e, c, s32);
  }
  v128.store(out, sumLanesOfFour(s10, s20, s21, s30));
  store<f32>(out, sumLanes(s31), 16);
  store<f32>(out, sumLanes(s32), 20);
}

/**
 * target += Σ_i factor_i · row_i for two targets at once: a tile of 2 targets × 16 numbers, kept in registers while all
 * rows go by.
 *
 * @param factors0 f32 factors of target0, `factorBytes` apart; factors1 those of target1
 */
export function addRows(
  target0: usize,
  target1: usize,
  factors0: usize,
  factors1: usize,
  factorBytes: usize,
  rows: usize,
  rowCount: usize,
  rowBytes: usize,
): void {
  const end = rows + rowCount * POINTER;
  const whole = rowBytes & ~(4 * VECTOR - 1);
  let d: usize = 0;
  for (; d < whole; d += 4 * VECTOR) {
    let a0 = f32x4.splat(0);
    let a1 = a0;
    let a2 = a0;
    let a3 = a0;
    let b0 = a0;
    let b1 = a0;
    let b2 = a0;
    let b3 = a0;
    let f0 = factors0;
    let f1 = factors1;
    for (let i = rows; i < end; i += POINTER) {
      const row = load<usize>(i) + d;
      const a = v128.load32_splat(f0);
      const b = v128.load32_splat(f1);
      f0 += factorBytes;
      f1 += factorBytes;
      let part = v128.load(row);
      a0 = multiplyAdd(a, part, a0);
      b0 = multiplyAdd(b, part, b0);
      part = v128.load(row, VECTOR);
      a1 = multiplyAdd(a, part, a1);
      b1 = multiplyAdd(b, part, b1);
      part = v128.load(row, 2 * VECTOR);
      a2 = multiplyAdd(a, part, a2);
      b2 = multiplyAdd(b, part, b2);
      part = v128.load(row, 3 * VECTOR);
      a3 = multiplyAdd(a, part, a3);
      b3 = multiplyAdd(b, part, b3);
    }
    addTo(target0 + d, a0, a1, a2, a3);
    addTo(target1 + d, b0, b1, b2, b3);
  }
  for (; d < rowBytes; d += VECTOR) {
    let a = f32x4.splat(0);
    let b = a;
    let f0 = factors0;
    let f1 = factors1;
    for (let i = rows; i < end; i += POINTER) {
      const part = v128.load(load<usize>(i) + d);
      a = multiplyAdd(v128.load32_splat(f0), part, a);
      b = multiplyAdd(v128.load32_splat(f1), part, b);
      f0 += factorBytes;
      f1 += factorBytes;
    }
    v128.store(target0 + d, f32x4.add(v128.load(target0 + d), a));
    v128.store(target1 + d, f32x4.add(v128.load(target1 + d), b));
  }
}

@inline
function addTo(target: usize, a0: v128, a1: v128, a2: v128, a3: v128): void {
  v128.store(target, f32x4.add(v128.load(target), a0));
  v128.store(target, f32x4.add(v128.load(target, VECTOR), a1), VECTOR);
  v128.store(target, f32x4.add(v128.load(target, 2 * VECTOR), a2), 2 * VECTOR);
  v128.store(target, f32x4.add(v128.load(target, 3 * VECTOR), a3), 3 * VECTOR);
}

/**
 * targets[j] += Σ_i factors[i, j] · row_i for four successive rows and many targets. Eight numbers of each row stay in
 * registers while all targets go by.
 *
 * @param targets (count) addresses
 * @param factors f32 (4, count), the rows `factorBytes` apart
 * @param row0 the first of four rows, `rowBytes` apart
 */
export function addFourRows(
  targets: usize,
  count: usize,
  factors: usize,
  factorBytes: usize,
  row0: usize,
  rowBytes: usize,
): void {
  const row1 = row0 + rowBytes;
  const row2 = row1 + rowBytes;
  const row3 = row2 + rowBytes;
  const end = targets + count * POINTER;
  const whole = rowBytes & ~(2 * VECTOR - 1);
  let d: usize = 0;
  for (; d < whole; d += 2 * VECTOR) {
    const a0 = v128.load(row0 + d);
    const b0 = v128.load(row0 + d, VECTOR);
    const a1 = v128.load(row1 + d);
    const b1 = v128.load(row1 + d, VECTOR);
    const a2 = v128.load(row2 + d);
    const b2 = v128.load(row2 + d, VECTOR);
    const a3 = v128.load(row3 + d);
    const b3 = v128.load(row3 + d, VECTOR);
    let f0 = factors;
    let f1 = f0 + factorBytes;
    let f2 = f1 + factorBytes;
    let f3 = f2 + factorBytes;
    for (let i = targets; i < end; i += POINTER) {
      const target = load<usize>(i) + d;
      let a = v128.load(target);
      let b = v128.load(target, VECTOR);
      let f = v128.load32_splat(f0);
      a = multiplyAdd(f, a0, a);
      b = multiplyAdd(f, b0, b);
      f = v128.load32_splat(f1);
      a = multiplyAdd(f, a1, a);
      b = multiplyAdd(f, b1, b);
      f = v128.load32_splat(f2);
      a = multiplyAdd(f, a2, a);
      b = multiplyAdd(f, b2, b);
      f = v128.load32_splat(f3);
      a = multiplyAdd(f, a3, a);
      b = multiplyAdd(f, b3, b);
      v128.store(target, a);
      v128.store(target, b, VECTOR);
      f0 += FLOAT;
      f1 += FLOAT;
      f2 += FLOAT;
      f3 += FLOAT;
    }
  }
  if (d < rowBytes) {
    const x0 = v128.load(row0 + d);
    const x1 = v128.load(row1 + d);
    const x2 = v128.load(row2 + d);
    const x3 = v128.load(row3 + d);
    let f0 = factors;
    let f1 = f0 + factorBytes;
    let f2 = f1 + factorBytes;
    let f3 = f2 + factorBytes;
    for (let i = targets; i < end; i += POINTER) {
      const target = load<usize>(i) + d;
      let a = v128.load(target);
      a = multiplyAdd(v128.load32_splat(f0), x0, a);
      a = multiplyAdd(v128.load32_splat(f1), x1, a);
      a = multiplyAdd(v128.load32_splat(f2), x2, a);
      a = multiplyAdd(v128.load32_splat(f3), x3, a);
      v128.store(target, a);
      f0 += FLOAT;
      f1 += FLOAT;
      f2 += FLOAT;
      f3 += FLOAT;
    }
  }
}
