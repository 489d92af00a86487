import { KeywordError } from '../errors.js';
import type { ConditionalModel } from '../model/conditional-model.js';
import type { WordCounts } from '../model/node-tally.js';
import type { Token, Tokenizer } from '../text/tokenizer.js';

/** A word of a text with all its occurrences. */
export interface TextWord {
  /** As the vocabulary spells it. */
  readonly word: string;
  /** Index in the vocabulary, −1 when it is not there. */
  readonly index: number;
  /** Vector (D) of a word out of the vocabulary, where the model can make one: it may be chosen, but not explained. */
  readonly vector?: Float32Array;
  /** Occurrences in the text. */
  count: number;
}

/** A text cut into words. */
export interface TextAnalysis {
  readonly text: string;
  readonly tokens: readonly Token[];
  /** The distinct words in the order they first appear. */
  readonly words: readonly TextWord[];
  /** (tokens) the place of each token's word in `words`. */
  readonly wordOfToken: Int32Array;
  /** The in-vocabulary words with their counts: what scoring sees of the text. */
  readonly wordCounts: WordCounts;
}

/**
 * Cuts a text and looks its words up.
 *
 * @throws KeywordError INVALID_TEXT when there is no word in it
 */
export function analyzeText(text: string, tokenizer: Tokenizer, model: ConditionalModel): TextAnalysis {
  const tokens = tokenizer.tokenize(text);
  if (tokens.length === 0)
    throw new KeywordError('INVALID_TEXT', 'The text is empty: there is no word to choose from.');
  const places = new Map<string, number>();
  const words: TextWord[] = [];
  const wordOfToken = new Int32Array(tokens.length);
  tokens.forEach(({ word }, t) => {
    let place = places.get(word);
    if (place === undefined) {
      place = words.length;
      places.set(word, place);
      words.push(lookUp(word, model));
    }
    words[place].count++;
    wordOfToken[t] = place;
  });
  const known = words.filter(({ index }) => index >= 0);
  const wordCounts = {
    words: Int32Array.from(known, ({ index }) => index),
    counts: Float64Array.from(known, ({ count }) => count),
  };
  return { text, tokens, words, wordOfToken, wordCounts };
}

function lookUp(word: string, model: ConditionalModel): TextWord {
  const index = model.vocabulary.indexOf(word) ?? -1;
  const vector = index < 0 ? model.subwordVector?.(word) : undefined;
  return vector ? { word, index, vector, count: 0 } : { word, index, count: 0 };
}
