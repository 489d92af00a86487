import { lengthOf, productAt } from '../math/unit.js';
import { dotsModule } from './wasm-bytes.js';
import { decodeBinary, pageBytes, WebAssembly } from './wasm-module.js';

/** Compiled with the first rows; `none` where this runtime cannot run it. */
let compiled: object | 'none' | undefined;

function compile(): object | 'none' {
  const binary = decodeBinary(dotsModule);
  return WebAssembly?.validate(binary) ? new WebAssembly.Module(binary) : 'none';
}

/** Rows that are multiplied at a time, and what their length is made a multiple of. */
const ROWS = 4;
const COLUMNS = 16;
/** Greatest numbers of a row and of a vector. */
const BYTE = 127;
const SHORT = 32767;
/** What 32-bit floats add to an error, for vectors of length 1. */
const ROUNDING = 1e-6;

const upTo = (unit: number, count: number) => Math.ceil(count / unit) * unit;

/**
 * The products of many rows with one vector after the other, nearly, and by how much they may be wrong: enough to tell which
 * few of the rows must be multiplied exactly. In bytes a row takes a quarter of the memory, which is what takes the time. By
 * WebAssembly with SIMD; without it the products are exact. R = rows, D = columns.
 */
export class RoughProducts {
  readonly #rows: Float32Array;
  readonly #columns: number;
  readonly #count: number;
  readonly #out: Float32Array;
  readonly #bytes: ReturnType<RoughProducts['inBytes']>;

  /**
   * @param rows (R, D), not to be changed afterwards
   * @param useWasm whether to use WebAssembly where there is any
   */
  constructor(rows: Float32Array, columns: number, useWasm = true) {
    this.#rows = rows;
    this.#columns = columns;
    this.#count = columns === 0 ? 0 : rows.length / columns;
    this.#bytes = useWasm && this.#count > 0 ? this.inBytes() : undefined;
    this.#out = this.#bytes?.out ?? new Float32Array(this.#count);
  }

  /**
   * @param vector (D)
   * @returns (R) the products, which stay until the next call, and the most that one of them is wrong by; that of a row of
   *   zeros is 0
   */
  of(vector: Float64Array): { readonly products: Float32Array; readonly error: number } {
    const length = lengthOf(vector);
    let error = ROUNDING * length;
    if (this.#bytes) error += this.#bytes.run(vector, length);
    else {
      for (let r = 0; r < this.#count; r++) this.#out[r] = this.exactly(r, vector);
    }
    return { products: this.#out, error };
  }

  /** The product of one row. */
  exactly(row: number, vector: Float64Array): number {
    return productAt(vector, this.#rows, row * vector.length);
  }

  private inBytes() {
    compiled ??= compile();
    if (!WebAssembly || compiled === 'none') return undefined;
    const columns = upTo(COLUMNS, this.#columns);
    const count = upTo(ROWS, this.#count);
    let buffer: ArrayBuffer;
    let products: (rows: number, columns: number, factor: number) => void;
    try {
      const bytes = count * columns + 4 * count + 2 * columns + 4 * count;
      const memory = new WebAssembly.Memory({ initial: Math.ceil(bytes / pageBytes) });
      buffer = memory.buffer;
      const { exports } = new WebAssembly.Instance(compiled, { env: { memory } });
      ({ products } = exports as { products: typeof products });
    } catch {
      // Without so much memory it goes without a copy.
      return undefined;
    }
    const scales = new Float32Array(buffer, count * columns, this.#count);
    const short = new Int16Array(buffer, count * columns + 4 * count, columns);
    const out = new Float32Array(buffer, count * columns + 4 * count + 2 * columns, this.#count);
    const { error, length } = this.writeBytes(new Int8Array(buffer, 0, count * columns), columns, scales);
    // So long may a vector be that no sum with a row leaves 32 bits.
    const longest = 2 ** 31 / (BYTE + 1) / Math.sqrt(columns);
    return {
      out,
      /** @returns the most that a product is wrong by */
      run(vector: Float64Array, vectorLength: number): number {
        let largest = 0;
        for (let d = 0; d < vector.length; d++) largest = Math.max(largest, Math.abs(vector[d]));
        const scale = Math.max(largest / SHORT, vectorLength / longest) || 1;
        let square = 0;
        for (let d = 0; d < vector.length; d++) {
          const whole = Math.round(vector[d] / scale);
          short[d] = whole;
          square += (vector[d] - whole * scale) ** 2;
        }
        products(count, columns, scale);
        return error * vectorLength + length * Math.sqrt(square);
      },
    };
  }

  /**
   * Writes each row as bytes times a scale.
   *
   * @returns the greatest length of what is lost of a row, and of what is left
   */
  private writeBytes(bytes: Int8Array, columns: number, scales: Float32Array): { error: number; length: number } {
    const rows = this.#rows;
    let error = 0;
    let length = 0;
    for (let r = 0; r < this.#count; r++) {
      const from = r * this.#columns;
      let largest = 0;
      for (let d = 0; d < this.#columns; d++) largest = Math.max(largest, Math.abs(rows[from + d]));
      scales[r] = largest / BYTE;
      const scale = scales[r];
      if (scale === 0) continue;
      let [lost, left] = [0, 0];
      for (let d = 0; d < this.#columns; d++) {
        const whole = Math.max(-BYTE, Math.min(BYTE, Math.round(rows[from + d] / scale)));
        bytes[r * columns + d] = whole;
        lost += (rows[from + d] - whole * scale) ** 2;
        left += (whole * scale) ** 2;
      }
      error = Math.max(error, Math.sqrt(lost));
      length = Math.max(length, Math.sqrt(left));
    }
    return { error, length };
  }
}
