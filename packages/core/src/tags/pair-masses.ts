import type { SparseRows } from './rows.js';

/** Pairs that wait to be added up, at least. */
const LEAST_WAITING = 1 << 12;

/**
 * Numbers of pairs of a row and a column. Those that come are put by, and added to the sorted rows when they are half as many:
 * a table of hashes takes three times the memory, and a miss of the processor's cache for each of tens of millions.
 */
export class PairMasses {
  private merged: SparseRows = {
    offsets: new Uint32Array(1),
    columns: new Uint32Array(0),
    values: new Float32Array(0),
  };
  private rows = new Uint32Array(LEAST_WAITING);
  private columns = new Uint32Array(LEAST_WAITING);
  private values = new Float32Array(LEAST_WAITING);
  private waiting = 0;
  private mostRows = 0;
  private mostColumns = 0;

  static from(rows: SparseRows): PairMasses {
    const pairs = new PairMasses();
    pairs.merged = rows;
    pairs.mostRows = rows.offsets.length - 1;
    for (const column of rows.columns) if (column >= pairs.mostColumns) pairs.mostColumns = column + 1;
    return pairs;
  }

  add(row: number, column: number, value: number): void {
    if (this.waiting === this.rows.length) this.makeRoom();
    this.rows[this.waiting] = row;
    this.columns[this.waiting] = column;
    this.values[this.waiting++] = value;
    if (row >= this.mostRows) this.mostRows = row + 1;
    if (column >= this.mostColumns) this.mostColumns = column + 1;
  }

  /** @param rowCount rows there are, also empty ones */
  toRows(rowCount: number): SparseRows {
    this.mostRows = rowCount;
    this.merge();
    return this.merged;
  }

  private makeRoom(): void {
    this.merge();
    const room = Math.max(LEAST_WAITING, this.merged.columns.length >> 1);
    if (room < 2 * this.rows.length) return;
    this.rows = new Uint32Array(room);
    this.columns = new Uint32Array(room);
    this.values = new Float32Array(room);
  }

  /** Adds up what waits, row by row and within a row in the order in which it came. */
  private merge(): void {
    const { merged, waiting, mostRows } = this;
    const { order, ends } = this.byRow();
    const offsets = new Uint32Array(mostRows + 1);
    const columns = new Uint32Array(merged.columns.length + waiting);
    const values = new Float32Array(columns.length);
    const sums = new Float32Array(this.mostColumns);
    const isThere = new Uint8Array(this.mostColumns);
    let size = 0;
    const add = (column: number, value: number) => {
      if (!isThere[column]) {
        isThere[column] = 1;
        columns[size++] = column;
      }
      sums[column] += value;
    };
    for (let row = 0; row < mostRows; row++) {
      const begin = size;
      // Past the last there are none.
      for (let at = merged.offsets[row]; at < merged.offsets[row + 1]; at++) add(merged.columns[at], merged.values[at]);
      const known = size;
      for (let i = row === 0 ? 0 : ends[row - 1]; i < ends[row]; i++)
        add(this.columns[order[i]], this.values[order[i]]);
      if (size > known) columns.subarray(begin, size).sort();
      for (let at = begin; at < size; at++) {
        values[at] = sums[columns[at]];
        sums[columns[at]] = 0;
        isThere[columns[at]] = 0;
      }
      offsets[row + 1] = size;
    }
    this.merged = { offsets, columns: columns.slice(0, size), values: values.slice(0, size) };
    this.waiting = 0;
  }

  /** The places of what waits by row, and where each row ends among them. */
  private byRow(): { order: Uint32Array; ends: Uint32Array } {
    const ends = new Uint32Array(this.mostRows);
    for (let i = 0; i < this.waiting; i++) ends[this.rows[i]]++;
    for (let row = 1; row < ends.length; row++) ends[row] += ends[row - 1];
    const order = new Uint32Array(this.waiting);
    for (let i = this.waiting - 1; i >= 0; i--) order[--ends[this.rows[i]]] = i;
    // Each is now where its row begins.
    ends.copyWithin(0, 1);
    if (ends.length > 0) ends[ends.length - 1] = this.waiting;
    return { order, ends };
  }
}
