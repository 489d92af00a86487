import type { Token } from '../text/tokenizer.js';
import { matchKey, placesIn } from './match-keywords.js';

/** A text that an editor has read, with what belongs in its list of keywords and what was struck out of such lists. */
export interface EditedText {
  readonly text: string;
  /** As by ISO 639. */
  readonly lang: string;
  readonly want: readonly string[];
  readonly strike: readonly string[];
}

/** Why an editor strikes a keyword out: it is in the list of those struck, or of a kind that always is. */
export const strikes = ['listed', 'url', 'number', 'clause', 'fragment', 'guessed'] as const;

/** What an editor makes of a keyword; '' where neither list nor rule says anything. */
export type EditorMark = (typeof strikes)[number] | 'wanted' | '';

/** A keyword with its mark. */
export interface MarkedKeyword {
  readonly keyword: string;
  readonly mark: EditorMark;
  /** Where the text first says it, as a share of the text's length; undefined where it does not. */
  readonly at?: number;
}

/**
 * Marks a list of keywords. What is wanted is never struck. Otherwise, the first that fits:
 *
 * - `listed`: equal to one that was struck, by match key;
 * - `url`: the text says it only within addresses;
 * - `number`: a number, a number with its unit, or a unit;
 * - `clause`: holds a finite verb with its object or a subject with its verb, by the tags it has where the text first says
 *   it ({@link isClause});
 * - `fragment`: is inside another keyword of the list that the text says as often;
 * - `guessed`: holds a word that jieba has only guessed (tag x) and that the text says once.
 *
 * @param tokens of the text, as a tokenizer with parts of speech cuts it
 */
export function markKeywords(
  { text, lang, want, strike }: EditedText,
  keywords: readonly string[],
  tokens: readonly Token[],
): MarkedKeyword[] {
  const wanted = new Set(want.map((keyword) => matchKey(keyword, lang)));
  const struck = new Set(strike.map((keyword) => matchKey(keyword, lang)));
  const placesOf = placesIn(text, lang);
  const addresses = Array.from(text.matchAll(ADDRESS), ({ index, 0: { length } }) => [index, index + length] as const);
  const small = text.toLowerCase();

  return keywords.map((keyword, k) => {
    const starts = startsOf(small, keyword.toLowerCase());
    const parts = tokensAt(tokens, starts[0], keyword.length);
    const at = starts.length === 0 ? {} : { at: starts[0] / text.length };
    return { keyword, mark: markOf(), ...at };

    function markOf(): EditorMark {
      const key = matchKey(keyword, lang);
      if (wanted.has(key)) return 'wanted';
      if (struck.has(key)) return 'listed';
      const inAddress = (start: number) => addresses.some(([from, to]) => from <= start && start < to);
      if (ADDRESS_ALONE.test(keyword) || (starts.length > 0 && starts.every(inAddress))) return 'url';
      if (isNumber(keyword, parts)) return 'number';
      if (isClause(parts, tokens[tokens.indexOf(parts[0]) - 1]?.partOfSpeech)) return 'clause';
      const count = placesOf(keyword).length;
      const around = (other: string, o: number) =>
        o !== k && placesIn(other, lang)(keyword).length > 0 && key !== matchKey(other, lang);
      if (count > 0 && keywords.some((other, o) => around(other, o) && placesOf(other).length >= count)) {
        return 'fragment';
      }
      const once = ({ word, partOfSpeech }: Token) =>
        partOfSpeech === 'x' && HAN_WORD.test(word) && startsOf(small, word).length < 2;
      return parts.some(once) ? 'guessed' : '';
    }
  });
}

const HAN_WORD = /^\p{Script=Han}+$/u;
const ADDRESS =
  /(?:https?:\/\/|www\.)[^\s\p{Script=Han}，。；、）】”]+|[\w.+-]+@[\w-]+\.[\w.-]+|\b[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|edu|gov|cn|io)\b(?:\/[^\s\p{Script=Han}，。]*)?/giu;
const ADDRESS_ALONE = new RegExp(`^(?:${ADDRESS.source}|https?|www)$`, 'iu');

const units =
  'mg|kg|g|km|m|cm|mm|nm|ml|l|s|ms|h|kwh|kw|w|v|hz|ghz|mhz|kb|mb|gb|tb|lit(?:er|re)s?|met(?:er|re)s?|inch(?:es)?|miles?|feet|usd|rmb|percent|per cent|million|billion|thousand|' +
  'dollars?|pounds?|euros?|years?|months?|weeks?|days?|hours?|minutes?|seconds?|times|' +
  '年代?|月份?|日|号|时|点|分钟?|秒钟?|小时|天|周|岁|世纪|元|美元|亿元|万元|万亿元|块|角|百分点|个|名|人|余名|位|例|剂|届|' +
  '吨|公斤|克|毫克|公里|千米|米|厘米|毫米|公顷|亩|平方米|度|级|次|倍|升|毫升|颗|条|家|件|台|辆|只|批|年级';
const NUMBER = new RegExp(
  `^[\\p{Sc}±~约近第]*[\\d〇零一二三四五六七八九十百千万亿两半几]+[\\d.,:/〇零一二三四五六七八九十百千万亿两半几年月日时点–-]*\\s*(?:%|％|℃|°c?|st|nd|rd|th|${units})?[多余]?$`,
  'iu',
);
const UNIT = new RegExp(`^(?:${units})$`, 'iu');
/** Numbers and measure words of jieba, numbers of Universal Dependencies. */
const NUMERAL = /^(m|mq|q|NUM)$/;

function isNumber(keyword: string, parts: readonly Token[]): boolean {
  const text = keyword.normalize('NFKC').trim();
  // A lone character of these is a word: 日, 点, 人; a lone letter a symbol: m, s.
  // And 5G and 3D are names.
  if (/^\d+[A-Z]$/.test(text)) return false;
  if (NUMBER.test(text) || (text.length > 1 && UNIT.test(text))) return true;
  return parts.length > 0 && parts.every(({ partOfSpeech = '' }) => NUMERAL.test(partOfSpeech));
}

const NOMINAL = /^(NOUN|PROPN|PRON)$/;
/** What a noun follows and no finite verb does. */
const BEFORE_NOUN = /^(DET|ADJ|ADP|NUM)$/;

/**
 * Whether words with their tags make a clause or a piece of one; rather too seldom than too often, as tags are.
 *
 * English (Universal Dependencies): an auxiliary; after a noun a verb that agrees with it, in -s or -ed or after a plural or
 * pronoun (`prices fell`, `Saka equalised`), unless a participle before a noun (`wind powered pump`); a verb that opens the
 * phrase before others, unless it ends in -ing, -ed or -en (`beat Chelsea`; not `fried rice`) or what is before it in the
 * text calls for a noun.
 *
 * Chinese (jieba's tags): 了, 着, 过, 得, 地; a pronoun or preposition; an adverb before a verb (`终于回`); a verb of one
 * character before a noun or after a name (`占太阳系`, `小李说`). Longer verbs are left alone: 解除劳动合同 is a term and 考虑故事
 * is none, and their tags are the same.
 *
 * @param before the tag of the word before them in the text
 */
export function isClause(parts: readonly Token[], before = ''): boolean {
  if (parts.length < 2) return false;
  return parts.some((part, i) => {
    const tag = part.partOfSpeech ?? '';
    if (tag === 'AUX') return true;
    return tag === 'VERB' ? isFiniteVerb(parts, i, before) : isChineseClause(parts, i);
  });
}

function isFiniteVerb(parts: readonly Token[], i: number, before: string): boolean {
  const { word } = parts[i];
  if (/ing$/i.test(word)) return false;
  const isParticiple = /(ed|en)$/i.test(word);
  if (i === 0) return !isParticiple && !BEFORE_NOUN.test(before);
  const subject = parts[i - 1];
  if (!NOMINAL.test(subject.partOfSpeech ?? '')) return false;
  if (isParticiple) return i === parts.length - 1;
  return /s$/i.test(word) || /s$/i.test(subject.word) || subject.partOfSpeech === 'PRON';
}

function isChineseClause(parts: readonly Token[], i: number): boolean {
  const { word, partOfSpeech: tag = '' } = parts[i];
  const [last, next] = [parts[i - 1]?.partOfSpeech ?? '', parts[i + 1]?.partOfSpeech ?? ''];
  if (/^u[lzgdv]$/.test(tag)) return true;
  if (/^r/.test(tag)) return !word.startsWith('自');
  if (tag === 'p') return !/^[与和及跟同]$/.test(word);
  if (/^d/.test(tag)) return /^v(?!n)/.test(next);
  return tag === 'v' && Array.from(word).length === 1 && (i === 0 ? /^n/ : /^(nr|r|x)/).test(i === 0 ? next : last);
}

/** Where a text has a string, not inside a longer Latin word. */
function startsOf(text: string, sought: string): number[] {
  const starts: number[] = [];
  const isLatin = (character = '') => /[\p{Script=Latin}\p{N}]/u.test(character);
  for (let at = text.indexOf(sought); at >= 0 && sought !== ''; at = text.indexOf(sought, at + sought.length)) {
    const end = at + sought.length;
    const breaksBefore = isLatin(text[at]) && isLatin(text[at - 1]);
    const breaksAfter = isLatin(text[end - 1]) && isLatin(text[end]);
    if (!breaksBefore && !breaksAfter) starts.push(at);
  }
  return starts;
}

/** The words of a stretch of the text, hyphens and other punctuation left out. */
function tokensAt(tokens: readonly Token[], start: number | undefined, length: number): Token[] {
  if (start === undefined) return [];
  return tokens.filter(
    (token) => token.end > start && token.start < start + length && /[\p{L}\p{N}]/u.test(token.word),
  );
}
