import { createVocabulary, type Vocabulary } from '../model/vocabulary.js';

/**
 * Counts the words of a corpus while it streams by. Words get provisional ids in the order they are first seen; when
 * the corpus is over, {@link VocabularyBuilder.finish} sorts and cuts the vocabulary and says where each id went.
 */
export class VocabularyBuilder {
  readonly #ids = new Map<string, number>();
  #counts = new Float64Array(1 << 16);
  #documentFrequencies = new Float64Array(1 << 16);
  /** Document in which an id was last seen, so that a repeat within one document counts once. */
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

  /** Counts one document and writes its provisional ids to `out` from 0 on, which must be long enough. */
  addDocument(words: readonly string[], out: Int32Array): void {
    const document = this.#documentCount++;
    this.#tokenCount += words.length;
    for (let i = 0; i < words.length; i++) {
      let id = this.#ids.get(words[i]);
      if (id === undefined) {
        id = this.#idCount++;
        this.#ids.set(words[i], id);
        if (id === this.#counts.length) this.#grow();
      }
      out[i] = id;
      this.#counts[id]++;
      if (this.#lastDocument[id] !== document) {
        this.#lastDocument[id] = document;
        this.#documentFrequencies[id]++;
      }
    }
    if (this.#ids.size > this.#maxDistinct) this.#prune();
  }

  /**
   * The vocabulary: words with at least `minCount` occurrences, the most frequent first, at most `maxVocabulary`; equal
   * counts stay in the order first seen.
   *
   * @returns the vocabulary, and for every provisional id its word index or −1
   */
  finish(minCount: number, maxVocabulary: number): { vocabulary: Vocabulary; wordIndexOfId: Int32Array } {
    const kept: { word: string; id: number }[] = [];
    for (const [word, id] of this.#ids) if (this.#counts[id] >= minCount) kept.push({ word, id });
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

  #grow(): void {
    const grown = <T extends Float64Array | Int32Array>(array: T, larger: T): T => {
      larger.set(array);
      return larger;
    };
    const length = this.#counts.length * 2;
    this.#counts = grown(this.#counts, new Float64Array(length));
    this.#documentFrequencies = grown(this.#documentFrequencies, new Float64Array(length));
    this.#lastDocument = grown(this.#lastDocument, new Int32Array(length).fill(-1));
  }

  /** Forgets the rarest words. Ids are never used again, so a forgotten word that comes back starts from 0. */
  #prune(): void {
    while (this.#ids.size > this.#maxDistinct / 2) {
      for (const [word, id] of this.#ids) if (this.#counts[id] <= this.#pruneCount) this.#ids.delete(word);
      this.#pruneCount++;
    }
  }
}
