import { createTokenizer } from '../../../packages/core/dist/node.js';
import { mendEnglishWords } from '../../../packages/core/dist/text/reading/english-words.js';
import type { Token } from '../../../packages/core/dist/text/tokenizer.js';

const tokenizer = createTokenizer({ tokenizer: 'wink' });

/** The tokens of an English text, its words mended. */
export const tokensOf = (text: string): Token[] => mendEnglishWords(text, tokenizer.tokenize(text));

/** The words of an English text as they stand in it. */
export const wordsOf = (text: string): string[] => tokensOf(text).map(({ start, end }) => text.slice(start, end));

/** The token of a word that stands once in a text. */
export function tokenOf(text: string, word: string): Token {
  const found = tokensOf(text).filter(({ start, end }) => text.slice(start, end) === word);
  if (found.length !== 1) throw new Error(`${found.length} tokens "${word}" in "${text}": ${wordsOf(text).join('|')}`);
  return found[0];
}
