import type { Token } from '../../tokenizer.js';
import { wholeOf } from './foreign-names.js';

const INSTITUTION_TAG = 'nt';
/** What is numbered: 海州第二人民医院. */
const NUMBERED =
  /(?:医院|醫院|中学|中學|小学|小學|幼儿园|幼兒園|学校|學校|法院|检察院|监狱|監獄|车站|車站|航站楼|水厂|研究所|研究院|设计院|工程局)$/;
const ORDINAL = /^第(?:[一二三四五六七八九十]{1,3}|\d{1,2})$/;
/** What firms write after all of their name. */
const FIRM = /^(?:股份|集团|责任)?有限(?:责任)?公司$/;
/** What the number of a hospital is counted in: 浙江大学医学院附属第一医院. */
const OVER = /^(?:附属|附屬|医学院|醫學院|.*大学|.*大學)$/;
/** Words of a name before its end, at most. */
const MOST = 5;
/** Characters of the whole, at most. */
const LONGEST = 24;

/** Joins the full names of firms and of numbered institutions: 海州第二人民医院, 江衡海棠湾置业有限公司. */
export function joinInstitutions(text: string, tokens: readonly Token[]): readonly Token[] {
  // Most texts have neither, and to look for them takes no time.
  if (!text.includes('第') && !text.includes('有限')) return tokens;
  const isEnd = ({ word }: Token) => word.length > 1 && (FIRM.test(word) || NUMBERED.test(word));
  if (!tokens.some(isEnd)) return tokens;
  const joined: Token[] = [];
  for (const token of tokens) {
    const first = isEnd(token) ? firstOfName(joined, token) : joined.length;
    if (first === joined.length) joined.push(token);
    else {
      const parts = [...joined.splice(first), token];
      joined.push(wholeOf(text, parts, 0, parts.length, INSTITUTION_TAG, true));
    }
  }
  return joined;
}

/** Where a name begins of which a token is the end: at that token where it is none. */
function firstOfName(before: readonly Token[], end: Token): number {
  const isFirm = FIRM.test(end.word);
  let first = before.length;
  let hasOrdinal = false;
  let next = end;
  while (first > 0 && before.length - first < MOST) {
    const token = before[first - 1];
    if (token.kind || token.end !== next.start || end.end - token.start > LONGEST) break;
    const isOrdinal: boolean = !isFirm && !hasOrdinal && ORDINAL.test(token.word);
    if (!isOrdinal && !isOfName(token, isFirm, hasOrdinal)) break;
    hasOrdinal ||= isOrdinal;
    next = token;
    first--;
  }
  return isFirm || hasOrdinal ? first : before.length;
}

/** Whether a token may be of a name: before the number only a place or a name, after it a noun, of a firm any but a verb. */
function isOfName({ word, partOfSpeech = '', isGuess }: Token, isFirm: boolean, hasOrdinal: boolean): boolean {
  if (!/^\p{Script=Han}+$/u.test(word)) return false;
  if (hasOrdinal && OVER.test(word)) return true;
  if (hasOrdinal) return /^n[rstz]/.test(partOfSpeech) || isGuess === true || /[省市区县州]$/.test(word);
  return /^(?:n|vn|b|x|j|g|a$)/.test(partOfSpeech) && (isFirm || partOfSpeech !== 'x');
}
