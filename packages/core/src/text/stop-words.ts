import { isCommonHan } from './language.js';
import { englishLeads, englishParts, englishStopWords, englishVagueAdjectives } from './stop-words-en.js';
import { chineseStopWords } from './stop-words-zh.js';

/** The kept stop words of Chinese. */
export const keptChineseStopWords: ReadonlySet<string> = new Set(listOf(chineseStopWords));

/** The kept stop words of Chinese and English, in small letters. */
export const keptStopWords: ReadonlySet<string> = new Set([...keptChineseStopWords, ...listOf(englishStopWords)]);

/**
 * Common function words of languages in Latin letters that name nothing in the others: a text in one may quote another (las
 * is a forest in Polish, sur the south in Spanish).
 */
export const commonFunctionWords: ReadonlySet<string> = new Set(
  listOf(`
the and of with this that they are were have which from their would there what when where who how is it in to on by be you we your these those been being than then
und der die das ist nicht sie wird werden eine einen einem auch aber weil für dass sind von zum zur
les des dans qui pour une avec ils elle elles ont cette mais en et à il la le un du au
los el una con está están ellos porque pero como más lo
gli che della dello delle degli nel nella per sono questo questa
uma não são foi com dos pela pelo mas
het een van niet zijn wordt worden naar ook maar voor deze`),
);

/** Stop words of English that open phrases where they are adjectives. */
export const englishLeadWords: ReadonlySet<string> = new Set(listOf(englishLeads));

/** Stop words of English that are parts of phrases where they are nouns. */
export const englishPartWords: ReadonlySet<string> = new Set(listOf(englishParts));

/** Adjectives of English that are in no phrase: the proposed method. */
export const vagueAdjectives: ReadonlySet<string> = new Set(listOf(englishVagueAdjectives));

function listOf(words: string): string[] {
  return words.trim().split(/\s+/);
}

/** By a hash of the first two code units of a word: a bit for each number of code units, up to 8, that kept stop words with it have. */
const lengthsAt = new Uint8Array(0x10000);
const lengthBit = ({ length }: string) => (1 << Math.min(length, 8)) >> 1;
const hashOfTwo = (word: string) =>
  word.length > 1 ? (Math.imul(word.charCodeAt(0), 0x9e3b) ^ word.charCodeAt(1)) & 0xffff : word.charCodeAt(0);
for (const word of keptStopWords) lengthsAt[hashOfTwo(word)] |= lengthBit(word);

/** Whether a word is one of {@link keptStopWords}; most words that are none need not be looked for. */
export const isKeptStopWord = (word: string): boolean =>
  (lengthsAt[hashOfTwo(word)] & lengthBit(word)) !== 0 && (word.length === 1 || keptStopWords.has(word));

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
