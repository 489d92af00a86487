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
  /** Where it stands, in order. */
  readonly occurrences: readonly Token[];
}

/** A text cut into words. */
export interface TextAnalysis {
  readonly text: string;
  readonly tokens: readonly Token[];
  /** The distinct words in the order they first appear. */
  readonly words: readonly TextWord[];
  /** The in-vocabulary words with their counts: what scoring sees of the text. */
  readonly wordCounts: WordCounts;
}

/**
 * Cuts a text and looks its words up.
 *
 * @throws KeywordError INVALID_TEXT when there is no word in it
 */
export function analyzeText(
  text: string,
  tokenizer: Tokenizer,
  { vocabulary, subwords }: ConditionalModel,
): TextAnalysis {
  const tokens = tokenizer.tokenize(text);
  if (tokens.length === 0)
    throw new KeywordError('INVALID_TEXT', 'The text is empty: there is no word to choose from.');
  const occurrences = new Map<string, Token[]>();
  for (const token of tokens) {
    const list = occurrences.get(token.word);
    if (list) list.push(token);
    else occurrences.set(token.word, [token]);
  }
  const words = Array.from(occurrences, ([word, list]): TextWord => {
    const index = vocabulary.indexOf(word) ?? -1;
    const vector = index < 0 ? subwords?.vectorOf(word) : undefined;
    return vector ? { word, index, vector, occurrences: list } : { word, index, occurrences: list };
  });
  const known = words.filter(({ index }) => index >= 0);
  const wordCounts = {
    words: Int32Array.from(known, ({ index }) => index),
    counts: Float64Array.from(known, (word) => word.occurrences.length),
  };
  return { text, tokens, words, wordCounts };
}
