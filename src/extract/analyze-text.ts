import { KeywordError } from '../errors.js';
import type { ConditionalModel } from '../model/conditional-model.js';
import type { WordCounts } from '../model/node-tally.js';
import { readTokens } from '../text/reading/read-tokens.js';
import type { Token, Tokenizer, TokenizerName } from '../text/tokenizer.js';
import { type Entry, lexiconOf } from './lexicon.js';

/** A word of a text with all its occurrences. */
export interface TextWord {
  /** Place in the words of the text. */
  readonly place: number;
  /** Place among the distinct words of the text that are in the vocabulary, −1 for one that is not. */
  readonly known: number;
  readonly entry: Entry;
  /** As the vocabulary spells it. */
  readonly word: string;
  /** Index in the vocabulary, −1 when it is not there. */
  readonly index: number;
  /** Vector (D) of a word out of the vocabulary, where the model can make one: it may be chosen, but not explained. */
  readonly vector: Float32Array | undefined;
  /** Occurrences in the text. */
  count: number;
}

/** A text cut into words. */
export interface TextAnalysis {
  readonly text: string;
  /** What cut it. */
  readonly tokenizer: TokenizerName;
  readonly tokens: readonly Token[];
  /** The distinct words in the order they first appear. */
  readonly words: readonly TextWord[];
  /** (tokens) the place of each token's word in `words`. */
  readonly wordOfToken: Int32Array;
  /** The in-vocabulary words with their counts: what scoring sees of the text. */
  readonly wordCounts: WordCounts;
}

/** The words of a text as the tokenizer cuts them, or as {@link readTokens} has them. */
export function cutText(text: string, tokenizer: Tokenizer, asTrained: boolean): Token[] {
  return asTrained ? tokenizer.tokenize(text) : readTokens(text, tokenizer);
}

/**
 * Cuts a text and looks its words up.
 *
 * @param asTrained the words as the tokenizer cuts them, which are those that the model was trained on; else as
 *   {@link readTokens} has them
 * @param tokens of the text where they are known already
 * @throws KeywordError INVALID_TEXT when there is no word in it
 */
export function analyzeText(
  text: string,
  tokenizer: Tokenizer,
  model: ConditionalModel,
  asTrained = false,
  tokens: readonly Token[] = cutText(text, tokenizer, asTrained),
): TextAnalysis {
  if (tokens.length === 0)
    throw new KeywordError('INVALID_TEXT', 'The text is empty: there is no word to choose from.');
  const lexicon = lexiconOf(model);
  const places = new Map<string, number>();
  const words: TextWord[] = [];
  const wordOfToken = new Int32Array(tokens.length);
  let known = 0;
  tokens.forEach(({ word }, t) => {
    let place = places.get(word);
    if (place === undefined) {
      place = words.length;
      places.set(word, place);
      const entry = lexicon.of(word);
      const { index } = entry;
      if (index >= 0) words.push({ place, known: known++, entry, word, index, vector: undefined, count: 0 });
      else words.push({ place, known: -1, entry, word, index, vector: model.subwordVector?.(word), count: 0 });
    }
    words[place].count++;
    wordOfToken[t] = place;
  });
  const wordCounts = { words: new Int32Array(known), counts: new Float64Array(known) };
  for (const { index, known, count } of words) {
    if (index < 0) continue;
    wordCounts.words[known] = index;
    wordCounts.counts[known] = count;
  }
  return { text, tokenizer: tokenizer.description.name, tokens, words, wordOfToken, wordCounts };
}
