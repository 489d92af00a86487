import { runLength } from '../kernel/kernel.js';
import { memoryTokenStore, type TokenStore } from './token-store.js';

/** Entries of a token store that are better held in memory than read again and again. */
const HELD_ENTRIES = 1 << 26;
const BLOCK = 1 << 16;

/** Stretches that have a word: those of word w of a group are `stretches[starts[w]]` … `stretches[ends[w] − 1]`. */
export interface Postings {
  readonly starts: Float64Array;
  readonly ends: Float64Array;
  readonly stretches: Int32Array;
}

/** The documents of a token store, long ones in pieces of 1,000 tokens. */
export class Stretches {
  readonly #store: TokenStore;
  readonly #starts: number[] = [];
  readonly #lengths: number[] = [];
  readonly #tokens = new Int32Array(runLength);

  constructor(store: TokenStore) {
    this.#store = store.length > HELD_ENTRIES ? store : inMemory(store);
    const block = new Int32Array(BLOCK);
    let length = 0;
    for (let from = 0; from < store.length; ) {
      const count = this.#store.read(from, block);
      for (let i = 0; i < count; i++) {
        if (block[i] >= 0 && ++length < runLength) continue;
        this.#add(from + i + (block[i] < 0 ? 0 : 1), length);
        length = 0;
      }
      from += count;
    }
    this.#add(store.length, length);
  }

  /** Number of stretches. */
  get count(): number {
    return this.#starts.length;
  }

  /** Tokens of a stretch, until the next call. */
  read(stretch: number): Int32Array {
    const tokens = this.#tokens.subarray(0, this.#lengths[stretch]);
    this.#store.read(this.#starts[stretch], tokens);
    return tokens;
  }

  /**
   * Finds the stretches that have the words `first` … `first + limits.length − 1`, by one pass over all.
   *
   * @param limits no word is in more stretches than this
   */
  locate(first: number, limits: ArrayLike<number>): Postings {
    const words = limits.length;
    const starts = new Float64Array(words);
    let total = 0;
    for (let w = 0; w < words; w++) {
      starts[w] = total;
      total += Math.min(limits[w], this.count);
    }
    const ends = starts.slice();
    const stretches = new Int32Array(total);
    const lastStretch = new Int32Array(words).fill(-1);
    for (let s = 0; s < this.count; s++) {
      for (const token of this.read(s)) {
        const w = token - first;
        if (w < 0 || w >= words || lastStretch[w] === s) continue;
        lastStretch[w] = s;
        stretches[ends[w]++] = s;
      }
    }
    return { starts, ends, stretches };
  }

  #add(end: number, length: number): void {
    if (length === 0) return;
    this.#starts.push(end - length);
    this.#lengths.push(length);
  }
}

function inMemory(store: TokenStore): TokenStore {
  const tokenIds = new Int32Array(store.length);
  store.read(0, tokenIds);
  return memoryTokenStore(tokenIds);
}
