import type { Tokenizer } from '../text/tokenizer.js';

/** Distinct words an encoder numbers before it starts over, so that its memory is bounded on any corpus. */
const MAX_DISTINCT = 5_000_000;

/** Part of a corpus as numbers that only its encoder gives a meaning to. */
export interface EncodedBlock {
  /** Word numbers, −1 after each document. */
  readonly ids: Int32Array;
  /** The words of the numbers that this block brings up first, in their order: the next ones after all before. */
  readonly newWords: string[];
  /** Whether numbering started over before this block. */
  readonly restarted: boolean;
}

/** Turns blocks of documents into word numbers of its own; several can work on one corpus side by side. */
export class BlockEncoder {
  readonly #tokenizer: Tokenizer;
  #ids = new Map<string, number>();
  #restarted = false;

  constructor(tokenizer: Tokenizer) {
    this.#tokenizer = tokenizer;
  }

  /** Forgets all words; the next block numbers them from 0. */
  restart(): void {
    this.#ids = new Map();
    this.#restarted = true;
  }

  /** Encodes documents given as strings. */
  encodeDocuments(documents: Iterable<string>): EncodedBlock {
    if (this.#ids.size > MAX_DISTINCT) this.restart();
    const restarted = this.#restarted;
    this.#restarted = false;
    const newWords: string[] = [];
    const ids: number[] = [];
    for (const document of documents) {
      const words = this.#tokenizer.words(document);
      if (words.length === 0) continue;
      for (const word of words) {
        let id = this.#ids.get(word);
        if (id === undefined) {
          id = this.#ids.size;
          this.#ids.set(word, id);
          newWords.push(word);
        }
        ids.push(id);
      }
      ids.push(-1);
    }
    return { ids: Int32Array.from(ids), newWords, restarted };
  }
}
