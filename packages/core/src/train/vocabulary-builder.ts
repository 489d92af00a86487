import { createVocabulary, type Vocabulary } from '../model/vocabulary.js';
import { WordTable } from './word-table.js';

/**
 * Counts the words of a corpus while it streams by. Words get provisional ids in the order they are first seen; when
 * the corpus is over, {@link VocabularyBuilder.finish} sorts and cuts the vocabulary and says where each id went.
 */
export class VocabularyBuilder {
  readonly #words = new WordTable();
  /**
   * (ids, 4) occurrences, documents, the document in which the id was last counted – so that a repeat within one document
   * counts once –, unused. Side by side, for a look into memory is what costs here.
   */
  #tallies = new Float64Array(4 << 17);
  #documentCount = 0;
  #tokenCount = 0;
  #pruneCount = 1;
  readonly #maxDistinct: number;

  /**
   * @param maxDistinct distinct words held at once; beyond it the rarest are forgotten, as word2vec.c does in
   *   `ReduceVocab`, so that memory is bounded on any corpus
   */
  constructor(maxDistinct = 5_000_000) {
    this.#maxDistinct = maxDistinct;
  }

  /** Documents counted so far. */
  get documentCount(): number {
    return this.#documentCount;
  }

  /** Tokens counted so far, rare ones included. */
  get tokenCount(): number {
    return this.#tokenCount;
  }

  /** The provisional id of a word, a new one when it has none. */
  idOf(word: string): number {
    return this.#words.numberOf(word);
  }

  /**
   * The provisional ids of the words of some lines, as {@link WordTable.encodeLines} says.
   *
   * @returns −1 after each document; until the next call
   */
  encodeLines(bytes: Uint8Array): Int32Array {
    return this.#words.encodeLines(bytes);
  }

  /** Counts one document, given as provisional ids. */
  countDocument(ids: Int32Array): void {
    this.#makeRoom();
    const tallies = this.#tallies;
    const document = ++this.#documentCount;
    this.#tokenCount += ids.length;
    for (let i = 0; i < ids.length; i++) {
      const at = 4 * ids[i];
      tallies[at]++;
      if (tallies[at + 2] === document) continue;
      tallies[at + 2] = document;
      tallies[at + 1]++;
    }
  }

  /**
   * Forgets the rarest words when there are too many. Their ids are never used again: a word that comes back gets a new
   * one, from {@link idOf}.
   *
   * @returns whether ids became void
   */
  prune(): boolean {
    if (this.#words.known <= this.#maxDistinct) return false;
    this.#makeRoom();
    while (this.#words.known > this.#maxDistinct / 2) {
      this.#words.forget((id) => this.#count(id) <= this.#pruneCount);
      this.#pruneCount++;
    }
    return true;
  }

  /**
   * The vocabulary: words with at least `minCount` occurrences, the most frequent first, at most `maxVocabulary`; equal
   * counts stay in the order first seen.
   *
   * @param admits words it is false for are left out
   * @returns the vocabulary, and for every provisional id its word index or −1
   */
  finish(
    minCount: number,
    maxVocabulary: number,
    admits?: (word: string) => boolean,
  ): { vocabulary: Vocabulary; wordIndexOfId: Int32Array } {
    let kept = this.#idsWith(minCount);
    if (admits) {
      const words = this.#words.words(kept);
      kept = kept.filter((_, i) => admits(words[i]));
    }
    kept.sort((a, b) => this.#count(b) - this.#count(a) || a - b);
    kept.length = Math.min(kept.length, maxVocabulary);
    const wordIndexOfId = new Int32Array(this.#words.size).fill(-1);
    kept.forEach((id, index) => {
      wordIndexOfId[id] = index;
    });
    const vocabulary = createVocabulary({
      words: this.#words.words(kept),
      counts: Float64Array.from(kept, (id) => this.#count(id)),
      documentFrequencies: Float64Array.from(kept, (id) => this.#tallies[4 * id + 1]),
      documentCount: this.#documentCount,
    });
    return { vocabulary, wordIndexOfId };
  }

  /**
   * Where the words are in a vocabulary that was made elsewhere.
   *
   * @returns for every provisional id its word index or −1, and how often each word (V) was counted here
   */
  findIn(vocabulary: Vocabulary): { wordIndexOfId: Int32Array; counts: Float64Array } {
    const wordIndexOfId = new Int32Array(this.#words.size).fill(-1);
    const counts = new Float64Array(vocabulary.words.length);
    const ids = this.#idsWith(1);
    this.#words.words(ids).forEach((word, i) => {
      const index = vocabulary.indexOf(word);
      if (index === undefined) return;
      wordIndexOfId[ids[i]] = index;
      counts[index] = this.#count(ids[i]);
    });
    return { wordIndexOfId, counts };
  }

  /** Ids of the words that were counted so often. */
  #idsWith(minCount: number): number[] {
    const ids: number[] = [];
    for (let id = 0; id < this.#words.size; id++) {
      if (this.#count(id) >= minCount && this.#words.has(id)) ids.push(id);
    }
    return ids;
  }

  #count(id: number): number {
    return this.#tallies[4 * id];
  }

  #makeRoom(): void {
    if (4 * this.#words.size <= this.#tallies.length) return;
    const tallies = new Float64Array(8 * this.#words.size);
    tallies.set(this.#tallies);
    this.#tallies = tallies;
  }
}
