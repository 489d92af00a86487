import type { WordClass } from '../text/word-class.js';
import type { TextWord } from './analyze-text.js';

/**
 * Numbers for the phrases of a text, equal where the keys of their words are ("separate accounts", "Separate-account"),
 * without making a string of each: a phrase is the number of the phrase without its last word and the key of that word.
 * The empty phrase is 0.
 */
export class Phrases {
  private readonly keys: Int32Array;
  private readonly numbers = new Map<number, number>();

  constructor(words: readonly TextWord[]) {
    const places = new Map<string, number>();
    this.keys = Int32Array.from(words, ({ entry: { key } }, w) => {
      const place = places.get(key) ?? w;
      places.set(key, place);
      return place;
    });
  }

  longer(phrase: number, word: number): number {
    const pair = phrase * this.keys.length + this.keys[word];
    const number = this.numbers.get(pair) ?? this.numbers.size + 1;
    this.numbers.set(pair, number);
    return number;
  }

  /** The phrase of the tokens from `first` to `last`, hyphens left out. */
  of(wordOfToken: Int32Array, classes: readonly WordClass[], first: number, last: number): number {
    let phrase = 0;
    for (let t = first; t <= last; t++) if (classes[t] !== 'joint') phrase = this.longer(phrase, wordOfToken[t]);
    return phrase;
  }

  /** The number of a phrase with one more word; 0 where it was never asked for. */
  known(phrase: number, word: number): number {
    return this.numbers.get(phrase * this.keys.length + this.keys[word]) ?? 0;
  }
}
