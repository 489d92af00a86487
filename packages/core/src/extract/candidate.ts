import { type ExtractOptions, extractOptions } from '../options.js';
import { FIRST_HAN, isUnit } from '../text/chinese-characters.js';
import { isCommonHan } from '../text/language.js';
import { hasColumns } from '../text/reading/columns.js';
import { isFunctionTag, isKeptStopWord, keptStopWords } from '../text/stop-words.js';
import type { Token } from '../text/tokenizer.js';
import type { WordClass } from '../text/word-class.js';
import type { TextAnalysis, TextWord } from './analyze-text.js';
import { classOfLabel } from './chinese-labels.js';
import { classOf } from './lexicon.js';
import { isParted } from './parted-words.js';
import { endsAsName, isAge, isPrefix, isShortName, isWholeName, opensName, opensTerm } from './term-openings.js';

/** Where a candidate is: its first and its last token. */
export interface Span {
  readonly first: number;
  readonly last: number;
}

/** A word or phrase of a text that may be chosen. */
export interface Candidate {
  /** The words of its first occurrence, hyphens left out. */
  readonly words: readonly TextWord[];
  /** In the order of the text. */
  readonly spans: Span[];
  /** Occurrences within longer candidates: of the one that occurs most where all runs of words are candidates. */
  nested: number;
  /** Classes of its first and its last word. */
  readonly opening: WordClass;
  readonly ending: WordClass;
}

/** Characters of a candidate, at most: base64, or a page without a space in it, is not a keyword. */
const LONGEST = extractOptions.minLength.max;

/** jieba's tags of idioms and of words of state (忽冷忽热). */
const IDIOM_TAGS = new Set(['i', 'z']);

/** A candidate that never occurs alone is worth this much of an occurrence. */
const LEAST_OCCURRENCES = 0.5;

/** Occurrences of a candidate that are not inside the longer one around it that occurs most, but never none. */
export function occurrencesOutside({ spans, nested }: Candidate): number {
  return Math.max(LEAST_OCCURRENCES, spans.length - nested);
}

/** Says whether the words from one token to another may be a phrase. */
export type PhraseRule = (first: number, last: number) => boolean;

/** {@link ExtractOptions} that say what may be chosen. */
export type CandidateOptions = Pick<ExtractOptions, 'partsOfSpeech' | 'minLength' | 'kinds'> & {
  /** In small letters; `none`: every token can be chosen. The kept ones if not given. */
  readonly stopWords?: ReadonlySet<string> | 'none' | undefined;
  /** Most words of a phrase; of English noun phrases 6 and else 4 if not given. */
  readonly maxPhraseLength?: number | undefined;
  /** Which runs of words may be phrases; all if not given. */
  readonly mayBePhrase?: PhraseRule | undefined;
};

/** (tokens) the classes of the tokens of a text. */
export function classesOf(
  analysis: TextAnalysis,
  { stopWords, partsOfSpeech, maxPhraseLength, kinds = extractOptions.kinds.default }: CandidateOptions,
): WordClass[] {
  const { tokens, words, wordOfToken } = analysis;
  const isLong = tokens.length >= LONG_TEXT;
  const isChosenByTag = partsOfSpeech !== undefined || maxPhraseLength === 1;
  const isChinese = analysis.tokenizer === 'jieba';
  const mayOpenTerm = (stopWords ?? keptStopWords) === keptStopWords;
  const classAt = (token: Token, t: number): WordClass => {
    if (token.kind) return kinds.includes(token.kind) ? 'content' : 'break';
    if (isChinese && isVersion(analysis, t)) return 'part';
    if (stopWords === 'none') return 'content';
    const { word, entry, count, index } = words[wordOfToken[t]];
    if (!isChosenByTag) {
      const ofLabel = isChinese && mayOpenTerm ? classOfLabel(tokens, t) : undefined;
      if (ofLabel) return ofLabel;
      if (isChinese && token.partOfSpeech === 'eng' && isShortName(analysis.text, tokens, t)) return 'part';
      if (word.length === 1) {
        if (mayOpenTerm && opensTerm(tokens, t)) return 'lead';
        if (isWithheld(tokens, t) || isMeasure(tokens, t)) return 'break';
      }
      if (count === 1 && word.length === 4 && isFlourish(token)) return 'break';
      if (word.charCodeAt(1) === YEAR && isAge(token, tokens[t + 1])) return 'lead';
      // Few words are said once and unknown, and only such may be worth nothing.
      if (isLong && count === 1 && index < 0 && isUnfounded(analysis, t))
        return opensName(tokens, t) ? 'lead' : 'break';
    }
    return classOf(entry, token, stopWords);
  };
  const classes = new Array<WordClass>(tokens.length);
  for (let t = 0; t < tokens.length; t++) classes[t] = classAt(tokens[t], t);
  return classes;
}

/** 年 of 百年. */
const YEAR = 0x5e74;

/** Whether a word of four characters is an idiom: said once it adorns, as 横空出世 does. */
const isFlourish = ({ partOfSpeech }: Token) => IDIOM_TAGS.has(partOfSpeech ?? '');

/** Whether a character is all that is told of a name: 李某. */
const isWithheld = (tokens: readonly Token[], t: number) =>
  tokens[t + 1]?.word === '某' && tokens[t + 1].start === tokens[t].end;

const NUMBER = /^\d{1,4}(?:\.\d{1,2})?$/;
/** What comes after a number that counts: measure words, numbers, 比 of 3 比 2. */
const COUNTING = /^[mqp]/;

/** Whether a number is of the name in Latin letters before it: iPhone 15 Pro, Windows 11, but not in 对 NBA 30 支球队. */
export function isVersion({ text, tokens }: TextAnalysis, t: number): boolean {
  const { word, start, end } = tokens[t];
  const code = word.charCodeAt(0);
  if (code < 0x30 || code > 0x39 || t === 0 || tokens[t - 1].partOfSpeech !== 'eng' || !NUMBER.test(word)) return false;
  if (start !== tokens[t - 1].end + 1 || text[start - 1] !== ' ') return false;
  // Of part 2 and \leq 1 nothing is a name.
  if (!/[A-Z]/.test(text.slice(tokens[t - 1].start, tokens[t - 1].end))) return false;
  const next = tokens[t + 1];
  if (next === undefined || next.start > end + 1) return true;
  return !next.kind && !isOneHan(next.word) && !COUNTING.test(next.partOfSpeech ?? '');
}

/** Whether a character is what the number before it counts by, whatever jieba calls it: 300块运费, 7天期国债. */
function isMeasure(tokens: readonly Token[], t: number): boolean {
  const before = tokens[t - 1];
  if (before === undefined || before.end !== tokens[t].start || !isUnit(tokens[t].word)) return false;
  return before.kind === 'quantity' || before.kind === 'date' || (!before.kind && before.partOfSpeech === 'm');
}

/** Tokens from which on a text that is about a word says it more than once; headlines and posts are shorter. */
const LONG_TEXT = 60;

/** Whether a word is nothing but a guess: the text says it once, and the model has never seen it. */
const isOnlyGuessed = ({ partOfSpeech, isGuess }: Token, { word, count, index }: TextWord) =>
  count === 1 && index < 0 && (partOfSpeech === 'x' || isGuess === true) && isHan(word, 0);

/**
 * Whether a guess is worth nothing: it is not taken for a name, or a character beside it may be of it, as 防 of 防蚊液. Of two
 * characters only names of persons are more often right than wrong.
 */
function isUnfounded({ tokens, words, wordOfToken }: TextAnalysis, t: number): boolean {
  const token = tokens[t];
  if (!isOnlyGuessed(token, words[wordOfToken[t]])) return false;
  const { word, partOfSpeech = '', start, end } = token;
  const mayBeName =
    partOfSpeech === 'nr' || (partOfSpeech.startsWith('n') && word.length > 2) || (word.length > 3 && endsAsName(word));
  if (!mayBeName || isLoose(tokens[t - 1], start)) return true;
  return isLoose(tokens[t + 1], end) && !isWholeName(token);
}

/** Whether a token is a character, and no function word, and begins or ends at a place. */
const isLoose = (token: Token | undefined, at: number) =>
  token !== undefined &&
  (token.end === at || token.start === at) &&
  isOneHan(token.word) &&
  !isFunctionTag(token.partOfSpeech) &&
  !isKeptStopWord(token.word);

/**
 * (tokens) whether each token follows the one before it closely enough to be of one phrase. What is only guessed may be a
 * keyword, but no part of one, for a wrong cut spoils its neighbours, too; it only opens names.
 */
export function tiesOf(analysis: TextAnalysis): boolean[] {
  const { tokens, words, wordOfToken } = analysis;
  const isLong = tokens.length >= LONG_TEXT;
  const ties = new Array<boolean>(tokens.length);
  const hasRows = hasColumns(analysis.text);
  let wasAlone = true;
  for (let t = 0; t < tokens.length; t++) {
    const word = words[wordOfToken[t]];
    const isAlone = isLong && isOnlyGuessed(tokens[t], word);
    const isFirst = isAlone || (isPrefix(word.word) && opensTerm(tokens, t));
    ties[t] = t > 0 && !isFirst && !wasAlone && isTied(analysis, t, hasRows);
    wasAlone = isAlone && !opensName(tokens, t);
    if (tokens[t].word === '等') untieItems(tokens, t, ties);
  }
  untieServices(tokens, ties);
  return ties;
}

/** Tokens between 给 and the verb, at most. */
const LONGEST_OBJECT = 8;

/** Parts whom something is done for from what is done: 给古装电影 | 设计服装. */
function untieServices(tokens: readonly Token[], ties: boolean[]): void {
  for (let t = 0; t < tokens.length; t++) {
    if ((tokens[t].word !== '给' && tokens[t].word !== '替') || tokens[t].partOfSpeech !== 'p') continue;
    const end = Math.min(tokens.length - 1, t + LONGEST_OBJECT);
    for (let at = t + 2; at < end && tokens[at].partOfSpeech !== 'x'; at++) {
      if (!/^vn?$/.test(tokens[at].partOfSpeech ?? '')) continue;
      if (ties[at + 1]) ties[at] = false;
      break;
    }
  }
}

/** Nouns one after another that are a list rather than a term, at least. */
const ITEMS = 4;

/** Four nouns of two characters and 等 are a list without signs, 性别年龄身份性格等: its items are no phrase. */
function untieItems(tokens: readonly Token[], end: number, ties: boolean[]): void {
  let first = end;
  while (first > 0 && isItem(tokens[first - 1]) && (first === end || ties[first])) first--;
  if (end - first >= ITEMS) ties.fill(false, first + 1, end);
}

const isItem = ({ word, partOfSpeech }: Token) => partOfSpeech === 'n' && word.length === 2;

/** The words of the tokens from `first` to `last`, hyphens left out. */
export function candidateWords(
  { words, wordOfToken }: TextAnalysis,
  classes: readonly WordClass[],
  first: number,
  last: number,
): TextWord[] {
  // Arrays that grow take room for many more.
  let length = 0;
  for (let t = first; t <= last; t++) if (classes[t] !== 'joint') length++;
  const parts = new Array<TextWord>(length);
  for (let t = first, at = 0; t <= last; t++) if (classes[t] !== 'joint') parts[at++] = words[wordOfToken[t]];
  return parts;
}

const NO_BREAK = /^\u00a0$/;
const ONE_OR_TWO = /^[ \u00a0]{1,2}$/;

/** Whether a token follows the one before it closely enough to be of one phrase. */
function isTied({ text, tokens, tokenizer }: TextAnalysis, at: number, hasRows: boolean): boolean {
  const { end, kind: kindBefore } = tokens[at - 1];
  const { start, kind, follows } = tokens[at];
  if (kind || kindBefore) return false;
  if (follows || start === end) return tokenizer !== 'jieba' || !isParted(tokens[at - 1], tokens[at]);
  // More spaces part columns, and so do two where there are rows of them. Words of a script without spaces are not of one phrase
  // across a space, unless the text is cut by spaces throughout.
  const isSpace = start === end + 1 && text.charCodeAt(end) === 0x20;
  const areSpaces = isSpace || (hasRows ? NO_BREAK : ONE_OR_TWO).test(text.slice(end, start));
  return areSpaces && !(isHan(text, end - 1) && isHan(text, start));
}

/** Whether a word is one Han character. */
export const isOneHan = (word: string) => word.length === 1 && isHan(word, 0);
const isHan = (text: string, at: number) =>
  isCommonHan(text.charCodeAt(at)) || (text.charCodeAt(at) >= FIRST_HAN && /\p{Script=Han}/u.test(text[at]));

/** Whether a run of words that may be a phrase is neither too short nor too long and has the parts of speech that are asked for. */
export function isAdmitted(
  { text, tokens }: TextAnalysis,
  first: number,
  last: number,
  options: CandidateOptions,
): boolean {
  if (options.mayBePhrase && !options.mayBePhrase(first, last)) return false;
  if (!hasLength(text, tokens[first].start, tokens[last].end, options.minLength ?? 1)) return false;
  if (!options.partsOfSpeech) return true;
  for (let t = first; t <= last; t++) if (!hasAdmittedTag(tokens[t], options)) return false;
  return true;
}

/** Whether a part of a text has from `least` to {@link LONGEST} characters. */
function hasLength(text: string, start: number, end: number, least: number): boolean {
  if (least === 1 && end - start <= LONGEST) return true;
  // A character has at most two code units; what is far too long is not counted.
  if (end - start > 2 * LONGEST) return false;
  const { length } = [...text.slice(start, end)];
  return length >= least && length <= LONGEST;
}

/** Whether a token has one of the parts of speech that are asked for. */
export function hasAdmittedTag({ partOfSpeech }: Token, { partsOfSpeech }: CandidateOptions): boolean {
  return !partsOfSpeech || hasTag(partOfSpeech, partsOfSpeech);
}

/** Whether a tag is one of those asked for or a refinement of one: n admits nr, ns, nz. */
function hasTag(tag: string | undefined, admitted: readonly string[]): boolean {
  return tag !== undefined && admitted.some((prefix) => tag.startsWith(prefix));
}
