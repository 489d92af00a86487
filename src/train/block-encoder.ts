import type { Tokenizer } from '../text/tokenizer.js';
import { ByteVocabulary } from './byte-vocabulary.js';

/** Distinct words an encoder numbers before it starts anew, so that its memory is bounded on any corpus. */
const MAX_DISTINCT = 5_000_000;

/** Part of a corpus as numbers that only its encoder gives a meaning to. */
export interface EncodedBlock {
  /** Word numbers, −1 after each document. */
  readonly ids: Int32Array;
  /** The words of the numbers that this block brings up first, in their order: the next ones after all before. */
  readonly newWords: string[];
  /** Whether numbering began anew before this block. */
  readonly restarted: boolean;
}

/** Turns blocks of documents into word numbers of its own; several can work on one corpus side by side. */
export class BlockEncoder {
  readonly #tokenizer: Tokenizer;
  #ids = new Map<string, number>();
  #bytes = new ByteVocabulary();
  #restarted = false;

  constructor(tokenizer: Tokenizer) {
    this.#tokenizer = tokenizer;
  }

  /** Whether bytes need not become strings: the tokenizer only splits at white space and changes no character. */
  get takesBytes(): boolean {
    const { name, normalization } = this.#tokenizer.description;
    return name === 'whitespace' && normalization === 'none';
  }

  /** Forgets all words; the next block numbers them from 0. */
  restart(): void {
    this.#ids = new Map();
    this.#bytes = new ByteVocabulary();
    this.#restarted = true;
  }

  /** Encodes documents given as strings. */
  encodeDocuments(documents: Iterable<string>): EncodedBlock {
    this.#restartWhenFull(this.#ids.size);
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
    return this.#block(Int32Array.from(ids), newWords);
  }

  /**
   * Encodes documents given as lines of UTF-8; only where {@link takesBytes}.
   *
   * @throws TypeError when a word is not UTF-8
   */
  encodeLines(bytes: Uint8Array): EncodedBlock {
    this.#restartWhenFull(this.#bytes.size);
    const known = this.#bytes.size;
    const ids = new Int32Array(bytes.length + 1);
    const length = this.#bytes.encodeLines(bytes, ids);
    return this.#block(ids.slice(0, length), this.#bytes.words(known));
  }

  #restartWhenFull(size: number): void {
    if (size > MAX_DISTINCT) this.restart();
  }

  #block(ids: Int32Array, newWords: string[]): EncodedBlock {
    const restarted = this.#restarted;
    this.#restarted = false;
    return { ids, newWords, restarted };
  }
}
