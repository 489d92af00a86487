import { isOutcome } from './complements.js';
import {
  englishLeadWords,
  englishPartWords,
  isFunctionTag,
  isStopWord,
  isWordLike,
  keptStopWords,
  vagueAdjectives,
} from './stop-words.js';
import type { Token } from './tokenizer.js';

/**
 * What a word can do in a phrase: `content` may be anywhere, `modifier` (an adjective) and `verb` too but make a poor
 * end, `lead` (an adverb, a word of direction, an adjective that is a stop word) may open or go on but not end, `part` (a
 * noun that is a stop word, a single letter, a number after a name) may be anywhere in a phrase but is none alone,
 * `joint` (a hyphen or slash) only ties its two neighbours, `link` (of in "degrees of freedom", 's in "Lob's Theorem")
 * is between two words of a phrase and counts as one of its words, `break` is in no phrase. Verbal nouns (jieba's vn) are
 * content, and so are words of place and time (汉朝, 湖边); those that only point (今天, 之后) are stop
 * words.
 */
export type WordClass = 'content' | 'modifier' | 'verb' | 'lead' | 'part' | 'joint' | 'link' | 'break';

const hyphens = new Set(['-', '‐', '‑', '–']);
/** Tags of jieba (ICTCLAS, small letters) and of Universal Dependencies (capitals). */
const modifierTag = /^(a$|ad|ag|b|z|ADJ)/;
const verbTag = /^v(?!n)/;
const leadTag = /^(d|f|ADV)/;
const nameTag = /^(n[rstz]|PROPN$)/;
/** Times that only point: 昨天下午, 今晚; 汉朝 and 周末 name something. */
const POINTING_TIME = /^[今昨明前后当去][天日晚早夜年]./;
/**
 * What jieba's dictionary has as one word, or guesses to be one, and is a clause (张着嘴, 打了个, 倒进来), a time that only
 * points (近几年, 上个月, 下月初, 周五), a name withheld (罗某), what nobody can (认不出), or what an
 * advertisement or a recipe does (急招, 切段).
 */
const NO_TERM =
  /^([^附胶沉执衣粘黏吸固定]着.+|[零一二两三四五六七八九十]+(比[零一二两三四五六七八九十]+|[块毛]钱?)|.了[个一].*|.+([起过]来|[上下进出回][来去])|近.{1,3}年来?|[上下](个?月|周|期|半[年月场])|[上下本这]?(周|星期|礼拜)[一二三四五六日天]|[上下本当今去明](月|年|周|季度?)[初底末中]|.(某+[甲乙丙丁]?|先生|女士|小姐)|.不[出到住]|[急诚][招聘]|切[段丁末丝块条碎])$/;
/** Amounts, which are no terms alone; but 七天酒店 is one, and 《七天》 a title. */
const AMOUNT = /^([一二两三四五六七八九十几]+(天|年|周|岁|分钟|小时)半?|[两三四六七八九十]节)$/;
const breakTag = /^(ADP|AUX|CCONJ|DET|INTJ|NUM|PART|PRON|SCONJ|PUNCT|SYM|SPACE|X)$/;

/** Tags that English words are given by what is beside them, as `NUM:part`. */
const markedClass = new Map<string, WordClass>([
  ['ADP:link', 'link'],
  ['PART:link', 'link'],
  ['PUNCT:link', 'link'],
  ['CCONJ:link', 'link'],
  ['NUM:part', 'part'],
  ['ADJ:part', 'part'],
  ['VERB:part', 'part'],
  ['NUM:lead', 'lead'],
  ['DET:lead', 'lead'],
  ['PROPN:part', 'part'],
]);

/**
 * The class of a token in a text; a word without a tag is `content` unless it is a stop word. The kept stop words do not
 * beat English names (New York, US, WHO) and may be in phrases (open systems, initial value problems); stop words that
 * somebody gave instead of them do and may not.
 */
export function wordClass({ word, partOfSpeech: tag }: Token, stopWords = keptStopWords): WordClass {
  if (hyphens.has(word) || (word === '/' && tag === 'SYM')) return 'joint';
  const marked = tag && markedClass.get(tag);
  if (marked && !(marked === 'part' && stopWords !== keptStopWords && isStopWord(word, stopWords))) return marked;
  if (!isWordLike(word)) return 'break';
  if (isStopWord(word, stopWords)) return stopWords === keptStopWords ? classOfStopWord(word, tag) : 'break';
  if (tag === undefined || (tag === 't' && POINTING_TIME.test(word))) return tag ? 'break' : 'content';
  if (word.charCodeAt(0) > 0x2e80) {
    if (NO_TERM.test(word) || (tag === 'v' && isOutcome(word))) return 'break';
    if (tag !== 'nz' && AMOUNT.test(word)) return 'lead';
  }
  if (tag === 'ADJ' && vagueAdjectives.has(word) && stopWords === keptStopWords) return 'break';
  return classOfTag.get(tag) ?? keepClass(tag);
}

function classOfStopWord(word: string, tag: string | undefined): WordClass {
  const isNoun = tag === 'NOUN' || tag === 'PROPN';
  if (word.length === 1) return isNoun && /[a-z]/.test(word) ? 'part' : 'break';
  if (tag === 'PROPN') return 'content';
  if (tag === 'ADJ' && englishLeadWords.has(word)) return 'lead';
  return tag === 'NOUN' && englishPartWords.has(word) ? 'part' : 'break';
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
