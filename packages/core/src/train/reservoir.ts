import { nextRandom, randomState } from '../math/random.js';

/**
 * Chooses documents to keep out of training while the corpus streams by: each is drawn with a fixed probability, and of
 * those drawn at most `size` are kept, each with the same chance (Vitter's algorithm R). What is pushed out goes back
 * to training, so no document is lost.
 */
export class Reservoir<T> {
  readonly items: T[] = [];
  #drawn = 0;
  #state: number;
  readonly #share: number;
  readonly #size: number;
  readonly #copy: (item: T) => T;

  /**
   * @param share probability of a document to be drawn, 0 … 1
   * @param copy makes a copy of a document that is kept, where its memory will be used again
   */
  constructor(share: number, size: number, seed: number, copy: (item: T) => T = (item) => item) {
    this.#share = share;
    this.#size = size;
    this.#copy = copy;
    this.#state = randomState(seed, 0, 0xd0c5);
  }

  /** Offers a document; returns the one to train on: it, one that it pushed out, or undefined when it is kept. */
  offer(item: T): T | undefined {
    if (this.#share === 0 || this.#random() >= this.#share) return item;
    this.#drawn++;
    if (this.items.length < this.#size) {
      this.items.push(this.#copy(item));
      return undefined;
    }
    const place = Math.floor(this.#random() * this.#drawn);
    if (place >= this.#size) return item;
    const pushedOut = this.items[place];
    this.items[place] = this.#copy(item);
    return pushedOut;
  }

  #random(): number {
    this.#state = nextRandom(this.#state);
    return this.#state / 2 ** 32;
  }
}
