import { isFunctionTag, isStopWord, isWordLike, keptStopWords } from './stop-words.js';
import type { Token } from './tokenizer.js';

/**
 * What a word can do in a phrase: `content` may stand anywhere, `modifier` (an adjective) and `verb` too but make a poor
 * end, `lead` (an adverb, a word of direction) may open or go on but not end, `joint` (a hyphen) only ties its two
 * neighbours, `break` is in no phrase. Verbal nouns (jieba's vn, English -ing) are content, and so are words of place
 * and time (汉朝, 湖边); those that only point (今天, 之后) are stop words.
 */
export type WordClass = 'content' | 'modifier' | 'verb' | 'lead' | 'joint' | 'break';

const hyphens = new Set(['-', '‐', '‑']);
/** Tags of jieba (ICTCLAS, small letters) and of Universal Dependencies (capitals). */
const modifierTag = /^(a$|ad|ag|b|z|ADJ)/;
const verbTag = /^v(?!n)/;
const leadTag = /^(d|f|ADV)/;
const nameTag = /^(n[rstz]|PROPN$)/;
const breakTag = /^(ADP|AUX|CCONJ|DET|INTJ|NUM|PART|PRON|SCONJ|PUNCT|SYM|SPACE|X)$/;

/** The class of a token in a text; a word without a tag is `content` unless it is a stop word. */
export function wordClass({ word, partOfSpeech: tag }: Token, stopWords = keptStopWords): WordClass {
  if (hyphens.has(word)) return 'joint';
  if (!isWordLike(word) || isStopWord(word, stopWords)) return 'break';
  if (tag === undefined) return 'content';
  if (tag === 'VERB' && word.endsWith('ing')) return 'content';
  return classOfTag.get(tag) ?? keepClass(tag);
}

/** Whether a tag is that of a name. */
export const isNameTag = (tag = '') => nameTag.test(tag);

/** There are few tags, and many words have each. */
const classOfTag = new Map<string, WordClass>();

function keepClass(tag: string): WordClass {
  const tagClass = findClass(tag);
  classOfTag.set(tag, tagClass);
  return tagClass;
}

function findClass(tag: string): WordClass {
  if (breakTag.test(tag)) return 'break';
  if (leadTag.test(tag)) return 'lead';
  if (isFunctionTag(tag)) return 'break';
  if (modifierTag.test(tag)) return 'modifier';
  return verbTag.test(tag) || tag === 'VERB' ? 'verb' : 'content';
}
