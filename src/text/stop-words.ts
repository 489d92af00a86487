import { englishStopWords } from './stop-words-en.js';
import { chineseStopWords } from './stop-words-zh.js';

const stopWords = new Set([...listOf(chineseStopWords), ...listOf(englishStopWords)]);

function listOf(words: string): string[] {
  return words.trim().split(/\s+/);
}

/** Whether a word is a Chinese or English stop word, whatever its case. Stop words cannot be keywords. */
export function isStopWord(word: string): boolean {
  return stopWords.has(word) || stopWords.has(word.toLowerCase());
}

/** Whether a word has a letter or Han character in it: punctuation and bare numbers cannot be keywords. */
export function isWordLike(word: string): boolean {
  return /\p{L}/u.test(word);
}
