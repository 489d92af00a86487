import type { Token, Tokenizer } from '../tokenizer.js';
import { joinChineseWords } from './chinese-words.js';
import { mendEnglishWords } from './english-words.js';

/**
 * The words of a text as extraction sees them: the text is read first (addresses, numbers, line breaks), then cut, then
 * words that the cutter tore apart or ran together are put right. Offsets are those of the text as given.
 */
export function readTokens(text: string, tokenizer: Tokenizer): Token[] {
  const tokens = tokenizer.tokenize(text);
  switch (tokenizer.description.name) {
    case 'wink':
      return mendEnglishWords(text, tokens);
    case 'jieba':
      return joinChineseWords(text, tokens);
    default:
      return tokens;
  }
}
