import type { SparseRows } from './rows.js';

/** A number for some of the tags of a list, to be added up: 0 for all others. T = tags. */
export class TagSums {
  /** (T). */
  readonly values: Float64Array;
  /** (T) 1 for tags to which something was added. */
  readonly isTouched: Uint8Array;
  private readonly touched: Uint32Array;
  private count = 0;

  constructor(tags: number) {
    this.values = new Float64Array(tags);
    this.isTouched = new Uint8Array(tags);
    this.touched = new Uint32Array(tags);
  }

  /** The tags to which something was added, in the order in which they first were. */
  get tags(): Uint32Array {
    return this.touched.subarray(0, this.count);
  }

  add(tag: number, value: number): void {
    if (this.isTouched[tag] === 0) {
      this.isTouched[tag] = 1;
      this.touched[this.count++] = tag;
    }
    this.values[tag] += value;
  }

  /** Adds some of a row's values, each times a factor: a sparse row in one loop. @param end after the last */
  addRow({ columns, values }: SparseRows, from: number, end: number, factor: number): void {
    const { values: sums, isTouched, touched } = this;
    let { count } = this;
    for (let at = from; at < end; at++) {
      const tag = columns[at];
      if (isTouched[tag] === 0) {
        isTouched[tag] = 1;
        touched[count++] = tag;
      }
      sums[tag] += factor * values[at];
    }
    this.count = count;
  }

  /** Puts another sum in the place of each; tags with 0 are forgotten. */
  replace(by: (tag: number, sum: number) => number): void {
    let count = 0;
    for (const tag of this.tags) {
      const value = by(tag, this.values[tag]);
      this.values[tag] = value;
      if (value === 0) this.isTouched[tag] = 0;
      else this.touched[count++] = tag;
    }
    this.count = count;
  }

  /** Makes all 0 again, which takes no longer than adding did. */
  clear(): void {
    for (const tag of this.tags) {
      this.values[tag] = 0;
      this.isTouched[tag] = 0;
    }
    this.count = 0;
  }
}
