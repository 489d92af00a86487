/**
 * Sparse rows of counts that keep within a limit: when there are more pairs, those with the smallest counts go, in all
 * rows alike, so that what is left depends on no order.
 */
export class SparseRows {
  readonly #limit: number;
  readonly #offsets: Uint32Array;
  #rows = 0;
  #columns: Uint32Array;
  #counts: Uint32Array;
  #length = 0;
  #least = 1;

  /**
   * @param rows how many will be appended
   * @param limit most pairs kept, < 2^32
   */
  constructor(rows: number, limit: number) {
    this.#offsets = new Uint32Array(rows + 1);
    this.#limit = limit;
    this.#columns = new Uint32Array(Math.min(limit, 1 << 16));
    this.#counts = new Uint32Array(this.#columns.length);
  }

  /** Pairs with a smaller count are left out; 1 while none are. */
  get leastCount(): number {
    return this.#least;
  }

  /** Pairs so far. */
  get length(): number {
    return this.#length;
  }

  /**
   * Appends a row and empties it.
   *
   * @param row counts by column
   * @param columns those that may hold more than 0, each once; their order is lost
   */
  append(row: Uint32Array, columns: Uint32Array): void {
    let kept = 0;
    for (const column of columns) {
      if (row[column] >= this.#least) columns[kept++] = column;
      else row[column] = 0;
    }
    for (const column of columns.subarray(0, kept).sort()) {
      const count = row[column];
      row[column] = 0;
      if (this.#length === this.#columns.length) this.#makeRoom();
      if (count < this.#least) continue;
      this.#columns[this.#length] = column;
      this.#counts[this.#length++] = count;
    }
    this.#offsets[++this.#rows] = this.#length;
  }

  /** The rows, as views; see CooccurrenceModel. */
  finish(): { rowOffsets: Uint32Array; columns: Uint32Array; pairCounts: Uint32Array } {
    return {
      rowOffsets: this.#offsets,
      columns: this.#columns.subarray(0, this.#length),
      pairCounts: this.#counts.subarray(0, this.#length),
    };
  }

  #makeRoom(): void {
    if (this.#length < this.#limit) {
      const length = Math.min(this.#limit, 2 * this.#length);
      this.#columns = enlarged(this.#columns, length);
      this.#counts = enlarged(this.#counts, length);
    }
    while (this.#length === this.#columns.length) this.#prune(++this.#least);
  }

  /** Leaves out counts below `least`, also of the row being appended. */
  #prune(least: number): void {
    let length = 0;
    let row = 0;
    for (let at = 0; at < this.#length; at++) {
      while (row < this.#rows && this.#offsets[row + 1] === at) this.#offsets[++row] = length;
      if (this.#counts[at] < least) continue;
      this.#columns[length] = this.#columns[at];
      this.#counts[length++] = this.#counts[at];
    }
    while (row < this.#rows) this.#offsets[++row] = length;
    this.#length = length;
  }
}

function enlarged(array: Uint32Array, length: number): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(length);
  larger.set(array);
  return larger;
}
