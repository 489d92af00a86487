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
  /** The words of a set, and their values after them; '' where there is none. Beside each other, for to get at memory is what takes time. */
  private readonly kept: (string | T | undefined)[];
  private readonly longest: number;
  private readonly mask: number;

  /**
   * @param longest characters of a word that is kept
   * @param sets of places, of two words each: a power of 2
   */
  constructor(longest = LONGEST, sets = SETS) {
    this.longest = longest;
    this.mask = sets - 1;
    this.kept = new Array<string | T | undefined>(4 * sets).fill('');
  }

  get(word: string): T | undefined {
    if (word === '' || word.length > this.longest) return undefined;
    const { kept } = this;
    const first = 4 * (hashOf(word, 0) & this.mask);
    if (kept[first] === word) return kept[first + 2] as T;
    if (kept[first + 1] !== word) return undefined;
    const value = kept[first + 3] as T;
    kept[first + 1] = kept[first];
    kept[first + 3] = kept[first + 2];
    kept[first] = word;
    kept[first + 2] = value;
    return value;
  }

  /** Keeps the value of a word that is not kept yet, unless it is empty or long. */
  set(word: string, value: T): void {
    if (word === '' || word.length > this.longest) return;
    const first = 4 * (hashOf(word, 0) & this.mask);
    const place = this.kept[first] === '' ? first : first + 1;
    this.kept[place] = word;
    this.kept[place + 2] = value;
  }
}
