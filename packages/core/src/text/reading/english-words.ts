import type { Token } from '../tokenizer.js';
import { correctTags } from './english/correct-tags.js';
import { joinTornWords } from './english/torn-words.js';

/** Words that wink tears apart are whole, and its tags are corrected. The tokens given are left as they are. */
export function mendEnglishWords(text: string, tokens: Token[]): Token[] {
  return correctTags(text, joinTornWords(text, tokens));
}
