import type { SparseRows } from './rows.js';

/** Numbers of pairs of a row and a column, in typed arrays: tens of millions of them fit where a Map of Maps would not. */
export class PairMasses {
  private rows = new Uint32Array(1 << 12);
  private columns = new Uint32Array(1 << 12);
  private values = new Float32Array(1 << 12);
  private used = new Uint8Array(1 << 12);
  private size = 0;

  static from({ offsets, columns, values }: SparseRows): PairMasses {
    const pairs = new PairMasses();
    for (let row = 0; row < offsets.length - 1; row++) {
      for (let at = offsets[row]; at < offsets[row + 1]; at++) pairs.add(row, columns[at], values[at]);
    }
    return pairs;
  }

  add(row: number, column: number, value: number): void {
    if (2 * this.size >= this.used.length) this.grow();
    const at = this.placeOf(row, column);
    if (!this.used[at]) {
      this.used[at] = 1;
      this.rows[at] = row;
      this.columns[at] = column;
      this.size++;
    }
    this.values[at] += value;
  }

  /** @param rowCount rows there are, also empty ones */
  toRows(rowCount: number): SparseRows {
    const { rows, columns, values, used } = this;
    const offsets = new Uint32Array(rowCount + 1);
    for (let at = 0; at < used.length; at++) if (used[at]) offsets[rows[at] + 1]++;
    for (let row = 0; row < rowCount; row++) offsets[row + 1] += offsets[row];
    const next = offsets.slice();
    const places = new Uint32Array(this.size);
    for (let at = 0; at < used.length; at++) if (used[at]) places[next[rows[at]]++] = at;
    for (let row = 0; row < rowCount; row++) {
      places.subarray(offsets[row], offsets[row + 1]).sort((a, b) => columns[a] - columns[b]);
    }
    return {
      offsets,
      columns: Uint32Array.from(places, (at) => columns[at]),
      values: Float32Array.from(places, (at) => values[at]),
    };
  }

  private placeOf(row: number, column: number): number {
    const mask = this.used.length - 1;
    const hash = Math.imul(Math.imul(row, 0x9e3779b1) ^ column, 0x85ebca6b);
    let at = (hash ^ (hash >>> 15)) & mask;
    while (this.used[at] && (this.rows[at] !== row || this.columns[at] !== column)) at = (at + 1) & mask;
    return at;
  }

  private grow(): void {
    const { rows, columns, values, used } = this;
    this.rows = new Uint32Array(2 * rows.length);
    this.columns = new Uint32Array(2 * rows.length);
    this.values = new Float32Array(2 * rows.length);
    this.used = new Uint8Array(2 * rows.length);
    this.size = 0;
    for (let at = 0; at < used.length; at++) if (used[at]) this.add(rows[at], columns[at], values[at]);
  }
}
