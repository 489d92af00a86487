import { createVocabulary, type Vocabulary } from '../model/vocabulary.js';

/**
 * Counts the words of a corpus while it streams by. Words get provisional ids in the order they are first seen; when
 * the corpus is over, {@link VocabularyBuilder.finish} sorts and cuts the vocabulary and says where each id went.
 */
export class VocabularyBuilder {
  readonly #ids = new Map<string, number>();
  #counts = new Float64Array(1 << 16);
  #documentFrequencies = new Float64Array(1 << 16);
  /** Document in which an id was last counted, so that a repeat within one document counts once. */
  #lastDocument = new Int32Array(1 << 16).fill(-1);
  #idCount = 0;
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
    let id = this.#ids.get(word);
    if (id === undefined) {
      id = this.#idCount++;
      this.#ids.set(word, id);
      if (id === this.#counts.length) this.#grow();
    }
    return id;
  }

  /** Counts one document, given as provisional ids. */
  countDocument(ids: Int32Array): void {
    const document = this.#documentCount++;
    this.#tokenCount += ids.length;
    for (const id of ids) {
      this.#counts[id]++;
      if (this.#lastDocument[id] !== document) {
        this.#lastDocument[id] = document;
        this.#documentFrequencies[id]++;
      }
    }
  }

  /**
   * Forgets the rarest words when there are too many. Their ids are never used again: a word that comes back gets a new
   * one, from {@link idOf}.
   *
   * @returns whether ids became void
   */
  prune(): boolean {
    if (this.#ids.size <= this.#maxDistinct) return false;
    while (this.#ids.size > this.#maxDistinct / 2) {
      for (const [word, id] of this.#ids) if (this.#counts[id] <= this.#pruneCount) this.#ids.delete(word);
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
    admits: (word: string) => boolean = () => true,
  ): { vocabulary: Vocabulary; wordIndexOfId: Int32Array } {
    const kept: { word: string; id: number }[] = [];
    for (const [word, id] of this.#ids) if (this.#counts[id] >= minCount && admits(word)) kept.push({ word, id });
    kept.sort((a, b) => this.#counts[b.id] - this.#counts[a.id] || a.id - b.id);
    kept.length = Math.min(kept.length, maxVocabulary);
    const wordIndexOfId = new Int32Array(this.#idCount).fill(-1);
    kept.forEach(({ id }, index) => {
      wordIndexOfId[id] = index;
    });
    const vocabulary = createVocabulary({
      words: kept.map(({ word }) => word),
      counts: Float64Array.from(kept, ({ id }) => this.#counts[id]),
      documentFrequencies: Float64Array.from(kept, ({ id }) => this.#documentFrequencies[id]),
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
    const wordIndexOfId = new Int32Array(this.#idCount).fill(-1);
    const counts = new Float64Array(vocabulary.words.length);
    for (const [word, id] of this.#ids) {
      const index = vocabulary.indexOf(word);
      if (index === undefined) continue;
      wordIndexOfId[id] = index;
      counts[index] = this.#counts[id];
    }
    return { wordIndexOfId, counts };
  }

  #grow(): void {
    const length = this.#counts.length * 2;
    const lastDocument = new Int32Array(length).fill(-1);
    lastDocument.set(this.#lastDocument);
    this.#lastDocument = lastDocument;
    const grow = (array: Float64Array) => {
      const larger = new Float64Array(length);
      larger.set(array);
      return larger;
    };
    this.#counts = grow(this.#counts);
    this.#documentFrequencies = grow(this.#documentFrequencies);
  }
}
