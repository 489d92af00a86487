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

/**
 * jieba's tags of function words: numerals (with their measure word, as 一颗), measure words, pronouns, adverbs,
 * prepositions, conjunctions, particles, interjections, onomatopoeia, affixes.
 */
const functionTag = /^[mqrdpcuyeohk]/;

/** Tags that begin like one of a function word: `eng` is a Latin word. */
const contentTags = new Set(['eng']);

/** Whether a part of speech is that of a function word; no tag is none. Function words cannot be keywords. */
export function isFunctionTag(tag: string | undefined): boolean {
  return tag !== undefined && functionTag.test(tag) && !contentTags.has(tag);
}
