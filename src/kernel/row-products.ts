import { dotsModule } from './wasm-bytes.js';
import { decodeBinary, pageBytes, WebAssembly } from './wasm-module.js';

/** Compiled with the first rows; `none` where this runtime cannot run it. */
let compiled: object | 'none' | undefined;

function compile(): object | 'none' {
  const binary = decodeBinary(dotsModule);
  return WebAssembly?.validate(binary) ? new WebAssembly.Module(binary) : 'none';
}

const LANES = 4;
const upToLanes = (count: number) => Math.ceil(count / LANES) * LANES;

/** Many rows that are multiplied with one vector after the other: by WebAssembly with SIMD, or without it. R = rows, D = columns. */
export class RowProducts {
  readonly #rows: Float32Array;
  readonly #columns: number;
  readonly #count: number;
  /** What computes, and where the vector and the products are in its memory. */
  readonly #fast: { run(): void; readonly vector: Float32Array; readonly out: Float32Array } | undefined;

  /**
   * @param rows (R, D); copied where there is WebAssembly, and not to be changed afterwards
   * @param useWasm whether to use WebAssembly where there is any
   */
  constructor(rows: Float32Array, columns: number, useWasm = true) {
    this.#rows = rows;
    this.#columns = columns;
    this.#count = columns === 0 ? 0 : rows.length / columns;
    if (useWasm && this.#count > 0) this.#fast = this.#inWasm();
  }

  /** @returns (R) the product of each row with a vector (D) */
  of(vector: ArrayLike<number>): Float32Array {
    if (!this.#fast) return this.#slowly(vector);
    this.#fast.vector.set(vector);
    this.#fast.run();
    return this.#fast.out.slice();
  }

  #slowly(vector: ArrayLike<number>): Float32Array {
    const rows = this.#rows;
    const columns = this.#columns;
    const out = new Float32Array(this.#count);
    for (let r = 0; r < out.length; r++) {
      let sum = 0;
      for (let d = 0; d < columns; d++) sum += rows[r * columns + d] * vector[d];
      out[r] = sum;
    }
    return out;
  }

  #inWasm() {
    compiled ??= compile();
    if (!WebAssembly || compiled === 'none') return undefined;
    const columns = upToLanes(this.#columns);
    const count = upToLanes(this.#count);
    const bytes = 4 * (count * columns + columns + count);
    let buffer: ArrayBuffer;
    let products: (rows: number, columns: number) => void;
    try {
      const memory = new WebAssembly.Memory({ initial: Math.ceil(bytes / pageBytes) });
      buffer = memory.buffer;
      const { exports } = new WebAssembly.Instance(compiled, { env: { memory } });
      ({ products } = exports as { products: typeof products });
    } catch {
      // Without so much memory it goes without a copy.
      return undefined;
    }
    const copy = new Float32Array(buffer, 0, count * columns);
    for (let r = 0; r < this.#count; r++) {
      copy.set(this.#rows.subarray(r * this.#columns, (r + 1) * this.#columns), r * columns);
    }
    return {
      run: () => products(count, columns),
      vector: new Float32Array(buffer, 4 * count * columns, columns),
      out: new Float32Array(buffer, 4 * (count + 1) * columns, this.#count),
    };
  }
}
