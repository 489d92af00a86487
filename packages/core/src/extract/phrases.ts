import type { WordClass } from '../text/word-class.js';
import type { TextWord } from './analyze-text.js';

/**
 * Numbers for the phrases of a text, equal where the keys of their words are ("separate accounts", "Separate-account"),
 * without making a string of each: a phrase is the number of the phrase without its last word and the key of that word.
 * The empty phrase is 0.
 */
export class Phrases {
  private readonly words: readonly TextWord[];
  private readonly numbers = new Map<number, number>();

  constructor(words: readonly TextWord[]) {
    this.words = words;
  }

  longer(phrase: number, word: number): number {
    const pair = phrase * this.words.length + this.words[word].root;
    const known = this.numbers.get(pair);
    if (known !== undefined) return known;
    const number = this.numbers.size + 1;
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
    return this.numbers.get(phrase * this.words.length + this.words[word].root) ?? 0;
  }
}
