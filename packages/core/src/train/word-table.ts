import { type WordMemory, wordMemory } from '../kernel/word-memory.js';
import { HEADER, hashOf, numberWord, numberWords, STATE, State, type TableMemory } from './number-words.js';

/** Behind the text, so that 16 bytes may be read from any place in it, and its end separates. */
const PADDING = 16;
const FORGOTTEN = -1;

/** Room in the memory of a {@link WordTable}. */
interface Capacity {
  /** Bytes of text that are numbered at once. */
  readonly text: number;
  /** Words, forgotten ones included. */
  readonly words: number;
  /** A power of 2, of which at most half are taken. */
  readonly slots: number;
  /** Bytes of records. */
  readonly arena: number;
}

/**
 * Numbers words in the order they are first seen: an open-addressing hash table over the bytes of the words, in one
 * memory that WebAssembly works on. Text that is already cut never becomes strings.
 */
export class WordTable {
  readonly #take: (bytes: number) => WordMemory;
  #capacity: Capacity = { text: 1 << 12, words: 1 << 17, slots: 1 << 18, arena: 1 << 22 };
  #owner: WordMemory;
  #memory: TableMemory;
  /** Addresses of the text and of its numbers. */
  #text = 0;
  #out = 0;
  #forgotten = 0;

  /** @param take memory, and code for it where there is any faster than the definition */
  constructor(take: (bytes: number) => WordMemory = wordMemory) {
    this.#take = take;
    [this.#owner, this.#memory] = this.#layOut(this.#capacity);
  }

  /** Words numbered so far, forgotten ones included. */
  get size(): number {
    return this.#memory.state[State.words];
  }

  /** Words that are known. */
  get known(): number {
    return this.size - this.#forgotten;
  }

  /** Whether a number's word is known. */
  has(number: number): boolean {
    return this.#place(number) !== FORGOTTEN;
  }

  /** The number of a word, a new one when it has none. */
  numberOf(word: string): number {
    const bytes = new TextEncoder().encode(word);
    for (;;) {
      this.#setText(bytes);
      const number = numberWord(this.#memory, this.#text, this.#text + bytes.length);
      if (number >= 0) return number;
      this.#grow();
    }
  }

  /**
   * Numbers the words of some lines. A word is a run of bytes above 32, so that every ASCII space and control character
   * separates.
   *
   * @param text whole lines of UTF-8, which is not checked
   * @returns the numbers, −1 at the end of each line that has words; until the next call
   */
  encodeLines(text: Uint8Array): Int32Array {
    this.#setText(text);
    const { state } = this.#memory;
    [state[State.position], state[State.end]] = [this.#text, this.#text + text.length];
    state[State.line] = state[State.out] = this.#out;
    this.#numberWords();
    while (this.#memory.state[State.position] < this.#memory.state[State.end]) {
      this.#grow();
      this.#numberWords();
    }
    const { numbers, state: after } = this.#memory;
    if (after[State.out] > after[State.line]) {
      numbers[after[State.out] >>> 2] = -1;
      after[State.out] += 4;
    }
    return numbers.subarray(this.#out >>> 2, after[State.out] >>> 2);
  }

  /** The words of numbers that are known. */
  words(numbers: readonly number[]): string[] {
    // All at once, for a call of the decoder costs more than its work on a word.
    const records = numbers.map((number) => this.#record(number));
    const { bytes, numbers: memory } = this.#memory;
    const all = new Uint8Array(records.reduce((sum, record) => sum + memory[(record >>> 2) + 1], 0));
    let end = 0;
    const units = records.map((record) => {
      let count = 0;
      const last = record + HEADER + memory[(record >>> 2) + 1];
      for (let from = record + HEADER; from < last; from++) {
        const byte = bytes[from];
        all[end++] = byte;
        // One UTF-16 unit for the first byte of a character, two where it has four bytes.
        if ((byte & 0xc0) !== 0x80) count += byte < 0xf0 ? 1 : 2;
      }
      return count;
    });
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(all);
    end = 0;
    return units.map((count) => {
      end += count;
      return text.slice(end - count, end);
    });
  }

  /** Forgets words. Their numbers are never used again: a word that comes back gets a new one. */
  forget(isForgotten: (number: number) => boolean): void {
    const { bytes, numbers, state } = this.#memory;
    const { [State.arena]: arena, [State.offsets]: offsets } = state;
    let to = arena;
    for (let number = 0; number < this.size; number++) {
      if (!this.has(number)) continue;
      const record = this.#record(number);
      const length = recordLength(numbers, record);
      if (isForgotten(number)) {
        numbers[(offsets >>> 2) + number] = FORGOTTEN;
        this.#forgotten++;
        continue;
      }
      bytes.copyWithin(to, record, record + length);
      numbers[(offsets >>> 2) + number] = (to - arena) / 8;
      to += length;
    }
    state[State.arenaEnd] = to;
    this.#fillSlots();
  }

  #numberWords(): void {
    if (this.#owner.numberWords) this.#owner.numberWords(STATE);
    else numberWords(this.#memory);
  }

  #place(number: number): number {
    return this.#memory.numbers[(this.#memory.state[State.offsets] >>> 2) + number];
  }

  #record(number: number): number {
    return this.#memory.state[State.arena] + 8 * this.#place(number);
  }

  #setText(text: Uint8Array): void {
    if (text.length > this.#capacity.text) this.#moveTo({ ...this.#capacity, text: Math.ceil(1.25 * text.length) });
    this.#memory.bytes.set(text, this.#text);
    this.#memory.bytes.fill(0, this.#text + text.length, this.#text + text.length + PADDING);
  }

  /** Makes room for more words where it ran out. */
  #grow(): void {
    const { words, slots, arena } = this.#capacity;
    const { state } = this.#memory;
    if (state[State.words] < state[State.wordLimit]) this.#moveTo({ ...this.#capacity, arena: 2 * arena });
    else if (state[State.words] === words) this.#moveTo({ ...this.#capacity, words: 2 * words });
    else this.#moveTo({ ...this.#capacity, slots: 2 * slots });
  }

  #moveTo(capacity: Capacity): void {
    const { bytes, state } = this.#memory;
    const [text, out] = [this.#text, this.#out];
    const textLength = this.#capacity.text + PADDING;
    [this.#owner, this.#memory] = this.#layOut(capacity);
    const { bytes: target, state: moved } = this.#memory;
    const copy = (from: number, to: number, length: number) => target.set(bytes.subarray(from, from + length), to);
    copy(text, this.#text, textLength);
    copy(out, this.#out, state[State.out] - out);
    copy(state[State.offsets], moved[State.offsets], 4 * state[State.words]);
    copy(state[State.arena], moved[State.arena], state[State.arenaEnd] - state[State.arena]);
    for (const place of [State.position, State.end]) moved[place] = state[place] - text + this.#text;
    for (const place of [State.out, State.line]) moved[place] = state[place] - out + this.#out;
    moved[State.words] = state[State.words];
    moved[State.arenaEnd] += state[State.arenaEnd] - state[State.arena];
    this.#capacity = capacity;
    this.#fillSlots();
  }

  #layOut({ text, words, slots, arena }: Capacity): [WordMemory, TableMemory] {
    let end = STATE + 64;
    const take = (bytes: number) => {
      const address = end;
      end += Math.ceil(bytes / 64) * 64;
      return address;
    };
    this.#text = take(text + PADDING);
    this.#out = take(4 * (text + 1));
    const [slotsAt, offsetsAt, arenaAt] = [take(8 * slots), take(4 * words), take(arena + PADDING)];
    const owner = this.#take(end);
    const { buffer } = owner;
    const state = new Uint32Array(buffer, STATE, 16);
    state[State.out] = this.#out;
    state[State.line] = this.#out;
    state[State.slots] = slotsAt;
    state[State.mask] = slots - 1;
    state[State.offsets] = offsetsAt;
    state[State.arena] = arenaAt;
    state[State.arenaEnd] = arenaAt;
    state[State.arenaLimit] = arenaAt + arena;
    state[State.wordLimit] = Math.min(words, slots / 2 + this.#forgotten);
    return [owner, { bytes: new Uint8Array(buffer), numbers: new Int32Array(buffer), state }];
  }

  #fillSlots(): void {
    const { bytes, numbers, state } = this.#memory;
    const mask = state[State.mask];
    const slots = state[State.slots] >>> 2;
    numbers.fill(0, slots, slots + 2 * (mask + 1));
    for (let number = 0; number < this.size; number++) {
      if (!this.has(number)) continue;
      const record = this.#record(number);
      const hash = hashOf(bytes, record + HEADER, record + HEADER + numbers[(record >>> 2) + 1]);
      let slot = hash & mask;
      while (numbers[slots + 2 * slot] !== 0) slot = (slot + 1) & mask;
      numbers[slots + 2 * slot] = this.#place(number) + 1;
      numbers[slots + 2 * slot + 1] = hash;
    }
    state[State.wordLimit] = Math.min(this.#capacity.words, (mask + 1) / 2 + this.#forgotten);
  }
}

function recordLength(numbers: Int32Array, record: number): number {
  return HEADER + ((numbers[(record >>> 2) + 1] + 7) & ~7);
}
