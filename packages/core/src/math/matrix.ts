import { halfToNumber, numberToHalf } from './half.js';

/** How the numbers of a {@link Matrix} are stored. */
export type NumberFormat = 'f32' | 'f16' | 'int8';

/**
 * A row-major matrix of `rows` × `columns` numbers, stored as 32-bit floats, as 16-bit floats (bit patterns), or as
 * signed bytes with one scale per row: value = data · scale[row].
 */
export type Matrix =
  | { readonly format: 'f32'; readonly rows: number; readonly columns: number; readonly data: Float32Array }
  | { readonly format: 'f16'; readonly rows: number; readonly columns: number; readonly data: Uint16Array }
  | {
      readonly format: 'int8';
      readonly rows: number;
      readonly columns: number;
      readonly data: Int8Array;
      readonly scales: Float32Array;
    };

/** The value of every binary16 bit pattern, made on first use: a look-up is faster than taking the pattern apart. */
let halfValues: Float32Array | undefined;

function halfTable(): Float32Array {
  halfValues ??= Float32Array.from({ length: 65536 }, (_, bits) => halfToNumber(bits));
  return halfValues;
}

/** Wraps floats as a matrix without copying. `data` holds `rows` × `columns` numbers, row after row. */
export function floatMatrix(data: Float32Array, rows: number, columns: number): Matrix {
  if (data.length !== rows * columns) {
    throw new RangeError(`A matrix of ${rows} × ${columns} needs ${rows * columns} numbers, got ${data.length}.`);
  }
  return { format: 'f32', rows, columns, data };
}

/** Writes row `row` as floats to `out` from `at` on. */
export function copyRow(matrix: Matrix, row: number, out: Float32Array | Float64Array, at = 0): void {
  const { columns } = matrix;
  const from = row * columns;
  if (matrix.format === 'f32') {
    const { data } = matrix;
    for (let d = 0; d < columns; d++) out[at + d] = data[from + d];
  } else if (matrix.format === 'f16') {
    const { data } = matrix;
    const table = halfTable();
    for (let d = 0; d < columns; d++) out[at + d] = table[data[from + d]];
  } else {
    const { data } = matrix;
    const scale = matrix.scales[row];
    for (let d = 0; d < columns; d++) out[at + d] = data[from + d] * scale;
  }
}

/**
 * Adds some rows, each times a factor: four at a time, which takes a third of the time of one after the other.
 *
 * @param factors as many as `rows`
 * @param out (columns)
 */
export function addRows(matrix: Matrix, rows: readonly number[], factors: readonly number[], out: Float64Array): void {
  const { columns } = matrix;
  if (matrix.format === 'f16') {
    const row = new Float64Array(columns);
    rows.forEach((from, i) => {
      copyRow(matrix, from, row);
      for (let d = 0; d < columns; d++) out[d] += factors[i] * row[d];
    });
    return;
  }
  const { data } = matrix;
  const factorOf = (i: number) => {
    if (i >= rows.length) return 0;
    return matrix.format === 'int8' ? factors[i] * matrix.scales[rows[i]] : factors[i];
  };
  for (let i = 0; i < rows.length; i += 4) {
    const [f0, f1, f2, f3] = [factorOf(i), factorOf(i + 1), factorOf(i + 2), factorOf(i + 3)];
    const from0 = rows[i] * columns;
    // Those past the last are the first again, times 0.
    const from1 = (rows[i + 1] ?? rows[i]) * columns;
    const from2 = (rows[i + 2] ?? rows[i]) * columns;
    const from3 = (rows[i + 3] ?? rows[i]) * columns;
    for (let d = 0; d < columns; d++) {
      out[d] += f0 * data[from0 + d] + f1 * data[from1 + d] + f2 * data[from2 + d] + f3 * data[from3 + d];
    }
  }
}

/** The product of every row with a vector (columns). @returns (rows) */
export function timesVector(matrix: Matrix, vector: Float64Array): Float64Array {
  return eachRow(matrix, (row) => {
    let product = 0;
    for (let d = 0; d < row.length; d++) product += row[d] * vector[d];
    return product;
  });
}

/** Euclidean length of every row. @returns (rows) */
export function rowLengths(matrix: Matrix): Float64Array {
  return eachRow(matrix, (row) => {
    let square = 0;
    for (let d = 0; d < row.length; d++) square += row[d] * row[d];
    return Math.sqrt(square);
  });
}

/** @param of proportional to the row */
function eachRow(matrix: Matrix, of: (row: Float32Array | Float64Array | Int8Array) => number): Float64Array {
  const { format, rows, columns } = matrix;
  const copy = new Float64Array(columns);
  const out = new Float64Array(rows);
  for (let r = 0; r < rows; r++) {
    if (format === 'f16') {
      copyRow(matrix, r, copy);
      out[r] = of(copy);
    } else {
      const row = matrix.data.subarray(r * columns, (r + 1) * columns);
      out[r] = of(row) * (format === 'int8' ? matrix.scales[r] : 1);
    }
  }
  return out;
}

/** All rows as 32-bit floats, (rows, columns); the matrix' own data when it is stored so. */
export function toFloats(matrix: Matrix): Float32Array {
  if (matrix.format === 'f32') return matrix.data;
  const out = new Float32Array(matrix.rows * matrix.columns);
  for (let r = 0; r < matrix.rows; r++) copyRow(matrix, r, out, r * matrix.columns);
  return out;
}

/**
 * The same matrix in another number format. int8 uses one scale per row, the largest magnitude of the row / 127, so
 * the error of a number is at most half a scale.
 */
export function convertMatrix(matrix: Matrix, format: NumberFormat): Matrix {
  if (matrix.format === format) return matrix;
  const { rows, columns } = matrix;
  const floats = toFloats(matrix);
  if (format === 'f32') return { format, rows, columns, data: floats };
  if (format === 'f16') {
    const halves = new Uint16Array(floats.length);
    for (let i = 0; i < floats.length; i++) halves[i] = numberToHalf(floats[i]);
    return { format, rows, columns, data: halves };
  }
  const data = new Int8Array(rows * columns);
  const scales = new Float32Array(rows);
  for (let r = 0; r < rows; r++) {
    let largest = 0;
    for (let i = r * columns; i < (r + 1) * columns; i++) largest = Math.max(largest, Math.abs(floats[i]));
    if (largest === 0) continue;
    // Not below the normal numbers, where a scale would be too coarse to be a 127th of anything.
    scales[r] = Math.max(largest / 127, 2 ** -126);
    for (let i = r * columns; i < (r + 1) * columns; i++) data[i] = Math.round(floats[i] / scales[r]);
  }
  return { format, rows, columns, data, scales };
}

/** Whether no number is infinite or NaN. Bytes always are finite, so of int8 only the scales are looked at. */
export function hasOnlyFiniteNumbers(matrix: Matrix): boolean {
  const numbers = matrix.format === 'int8' ? matrix.scales : matrix.data;
  // Plain loops: for-of and every() take six times longer.
  if (numbers instanceof Uint16Array) {
    for (let i = 0; i < numbers.length; i++) if ((numbers[i] & 0x7c00) === 0x7c00) return false;
  } else {
    for (let i = 0; i < numbers.length; i++) if (numbers[i] * 0 !== 0) return false;
  }
  return true;
}
