import { isCommonHan } from './language.js';
import { englishLeads, englishParts, englishStopWords, englishVagueAdjectives } from './stop-words-en.js';
import { chineseStopWords } from './stop-words-zh.js';

/** The kept stop words of Chinese. */
export const keptChineseStopWords: ReadonlySet<string> = new Set(listOf(chineseStopWords));

/** The kept stop words of Chinese and English, in small letters. */
export const keptStopWords: ReadonlySet<string> = new Set([...keptChineseStopWords, ...listOf(englishStopWords)]);

/** Stop words of English that open phrases where they are adjectives. */
export const englishLeadWords: ReadonlySet<string> = new Set(listOf(englishLeads));

/** Stop words of English that are parts of phrases where they are nouns. */
export const englishPartWords: ReadonlySet<string> = new Set(listOf(englishParts));

/** Adjectives of English that are in no phrase: the proposed method. */
export const vagueAdjectives: ReadonlySet<string> = new Set(listOf(englishVagueAdjectives));

function listOf(words: string): string[] {
  return words.trim().split(/\s+/);
}

/** Whether a word is a stop word, whatever its case: one of the kept, or of another set of words in small letters. */
export function isStopWord(word: string, stopWords: ReadonlySet<string> = keptStopWords): boolean {
  return stopWords.has(word) || (!isHan(word) && stopWords.has(word.toLowerCase()));
}

/** Whether all of a word is common Han characters: what follows from that need not be asked of slower rules. */
function isHan(word: string): boolean {
  for (let i = 0; i < word.length; i++) {
    if (!isCommonHan(word.charCodeAt(i))) return false;
  }
  return word.length > 0;
}

/** Whether a word has a letter or Han character in it: punctuation and bare numbers cannot be keywords. */
export function isWordLike(word: string): boolean {
  return isHan(word) || /\p{L}/u.test(word);
}

/** Whether a token is punctuation throughout. */
export const isPunctuation = (word: string): boolean => /^\p{P}+$/u.test(word);

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
