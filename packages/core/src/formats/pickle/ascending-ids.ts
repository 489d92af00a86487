import { grow } from '../bytes/byte-source.js';

/** Numbers in a row among which one is looked for step by step: 2 to this power. */
const blockBits = 4;

/** Whole numbers 0 … 2^31 − 1 that come in ascending order, and the place of each among them. */
export class AscendingIds {
  private ids = new Int32Array(1024);
  private size = 0;
  /** How many come before each block of numbers, up to the block of the last. */
  private before = new Int32Array(64);
  private blocks = 0;

  /** Adds a number above all that are there; memory grows with it. @returns its place */
  add(id: number): number {
    const at = this.size++;
    const block = id >>> blockBits;
    this.before = grow(this.before, block + 1);
    while (this.blocks <= block) this.before[this.blocks++] = at;
    this.ids = grow(this.ids, this.size);
    this.ids[at] = id;
    return at;
  }

  /** Place of any number ≥ 0; −1 when it is not there. */
  find(id: number): number {
    if (!(id < this.blocks * 2 ** blockBits)) return -1;
    let at = this.before[id >>> blockBits];
    while (at < this.size && this.ids[at] < id) at++;
    return at < this.size && this.ids[at] === id ? at : -1;
  }
}
