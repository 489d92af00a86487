import { hashOf } from './feature-hash.js';

/** Sets of places that a word may be kept in: a power of 2. */
const SETS = 1 << 14;

/** Characters of a word that is kept: a text may be one word without end, which no other text has. */
const LONGEST = 100;

/**
 * What was found out about words of earlier texts: most words of a text are in many others. The hash of a word names two
 * places: the second is that of the newest word, the first that of one that came again. So words that are in no other text,
 * as order numbers are, push out one another.
 */
export class KeptWords<T> {
  private readonly words: (string | undefined)[];
  private readonly values: (T | undefined)[];
  private readonly longest: number;
  private readonly mask: number;

  /**
   * @param longest characters of a word that is kept
   * @param sets of places, of two words each: a power of 2
   */
  constructor(longest = LONGEST, sets = SETS) {
    this.longest = longest;
    this.mask = sets - 1;
    this.words = new Array<string | undefined>(2 * sets).fill(undefined);
    this.values = new Array<T | undefined>(2 * sets).fill(undefined);
  }

  get(word: string): T | undefined {
    if (word.length > this.longest) return undefined;
    const { words, values } = this;
    const first = 2 * (hashOf(word, 0) & this.mask);
    if (words[first] === word) return values[first];
    const second = first + 1;
    if (words[second] !== word) return undefined;
    const value = values[second];
    words[second] = words[first];
    values[second] = values[first];
    words[first] = word;
    values[first] = value;
    return value;
  }

  /** Keeps the value of a word that is not kept yet, unless it is long. */
  set(word: string, value: T): void {
    if (word.length > this.longest) return;
    const first = 2 * (hashOf(word, 0) & this.mask);
    const place = this.words[first] === undefined ? first : first + 1;
    this.words[place] = word;
    this.values[place] = value;
  }
}
