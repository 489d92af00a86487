import { FIRST_HAN } from '../../chinese-characters.js';
import { isRole } from '../../persons.js';
import type { Token } from '../../tokenizer.js';
import { joinCrimes } from './crimes.js';
import { joinForeignNames, wholeOf } from './foreign-names.js';
import { joinInstitutions } from './institutions.js';
import { joinNumberedNames } from './numbered-names.js';
import { joinPersonNames } from './person-names.js';
import { joinQuotedWords } from './quoted-words.js';

/** What jieba calls names of things, Latin words, nouns and persons. */
const WORK_TAG = 'nz';
const LATIN_TAG = 'eng';
const NOUN_TAG = 'n';
const PERSON_TAG = 'nr';

/** Characters of the title of a work, at most; what is longer tells more than it names. */
const LONGEST_TITLE = 20;
const LONGEST_CODE = 24;

const CODE_PART = /^[\p{Script=Latin}0-9]+(?:[-.][\p{Script=Latin}0-9]+)*$/iu;
/** What ties two parts of a code: RH-16C, v3.2.1, session.timeout.ms. */
const TIE = /^[-.]$/;
const DECIMAL = /^\d+\.\d/;

/**
 * Joins what the signs of a Chinese text say is one word: the title of a work (《雨巷七号》), a name from another language
 * (阿曼达·里贝罗), and a code of letters and digits that the cutter tears apart (RH-16C, 5-HT, v3.2.1).
 */
export function joinWholeWords(text: string, tokens: readonly Token[]): readonly Token[] {
  /** Those so far, once something has been joined: in most texts nothing is. */
  let joined: Token[] | undefined;
  for (let t = 0; t < tokens.length; ) {
    const title = titleAfter(text, tokens, t);
    const next = title ? title.next : endOfCode(tokens, t);
    if (title || next > t + 1) {
      joined ??= tokens.slice(0, t);
      joined.push(title?.token ?? wholeOf(text, tokens, t, next, LATIN_TAG));
      t = next;
      continue;
    }
    const token = tokens[t];
    const before = joined ? joined[joined.length - 1] : tokens[t - 1];
    const isName = before !== undefined && isGivenName(before, token);
    if (isName || (before && isSuffix(before, token, tokens[t + 1]))) {
      joined ??= tokens.slice(0, t);
      joined[joined.length - 1] = isName
        ? wholeOf(text, [before, token], 0, 2, PERSON_TAG, true)
        : wholeOf(text, [before, token], 0, 2, NOUN_TAG);
    } else joined?.push(token);
    t++;
  }
  const quoted = joinQuotedWords(text, joinCrimes(text, joined ?? tokens));
  return joinInstitutions(text, joinNumberedNames(text, joinPersonNames(text, joinForeignNames(text, quoted))));
}

/** The title that begins with the token at `t`, which 《 is before, and the token after it. */
function titleAfter(text: string, tokens: readonly Token[], t: number): { token: Token; next: number } | undefined {
  if (t === 0 || tokens[t - 1].word !== '《') return undefined;
  const { start } = tokens[t];
  let next = t;
  while (next < tokens.length && tokens[next].end - start <= LONGEST_TITLE && !/[《》]/.test(tokens[next].word)) next++;
  if (next === t || tokens[next]?.word !== '》' || tokens[next - 1].end - start < 2) return undefined;
  if (tokens.slice(t, next).some(({ kind }) => kind) || text.slice(start, tokens[next].start).includes('\n'))
    return undefined;
  return { token: wholeOf(text, tokens, t, next, WORK_TAG), next };
}

/** The end of the letters and digits that follow the token at `t` without a space, if they have a letter that jieba took for a word. */
function endOfCode(tokens: readonly Token[], t: number): number {
  // Nearly all words of a Chinese text are in Chinese.
  if (tokens[t].word.charCodeAt(0) >= FIRST_HAN) return t;
  return isCodePart(tokens[t]) ? endOfCodeParts(tokens, t) : t;
}

const isCodePart = ({ word, kind }: Token) => kind === undefined && CODE_PART.test(word);

function endOfCodeParts(tokens: readonly Token[], t: number): number {
  let end = t + 1;
  const isLonger = () => tokens[end - 1].end - tokens[t].start > LONGEST_CODE;
  while (end < tokens.length && tokens[end].start === tokens[end - 1].end && !isLonger()) {
    if (isCodePart(tokens[end])) end++;
    else if (
      TIE.test(tokens[end].word) &&
      isCodePart(tokens[end + 1] ?? tokens[end]) &&
      tokens[end + 1].start === tokens[end].end
    )
      end += 2;
    else break;
  }
  const isWord = tokens.slice(t, end).some(({ partOfSpeech }) => partOfSpeech === LATIN_TAG);
  // 内存3.5G is an amount, 2.5G网口 is not.
  const isAmount = DECIMAL.test(tokens[t].word) && !isNounAt(tokens[end], tokens[end - 1].end);
  return isWord && !isAmount && !isLonger() ? end : t;
}

const isNounAt = (token: Token | undefined, start: number) =>
  token?.start === start && /^[ns]/.test(token.partOfSpeech ?? '');

/** Whether a guessed word is the rest of a name that its first character was cut from: 谷立群. */
const isGivenName = (before: Token, { word, start, partOfSpeech, isGuess }: Token) =>
  isGuess === true &&
  partOfSpeech?.startsWith('n') === true &&
  word.length <= 2 &&
  before.partOfSpeech === PERSON_TAG &&
  before.word.length === 1 &&
  before.end === start;

/** Measure words that after a noun are the end of a longer one: 黄瓜丝, 年龄段, 榨汁杯, 门封圈. */
const pieces = new Set('丝粒片块段层级型式杯瓶袋盒筒碗盘篮箱桶罐壶盆筐柜圈');
/** What makes the noun of a verb, too: 插管率. */
const RATE = '率';
/** What makes people of a noun: 视障者. */
const WHO = '者';
/** What jieba's dictionary has as words, and is the rest of one where a word comes before it: 坠积性肺炎. */
const ATTRIBUTE_REST = /^性(?:[肝肺皮]炎|贫血|骨折|休克|疾病|病变|气体|溃疡|感冒|神经症|支出|收费)$/;

/** Whether a token is the end of the word before it. */
function isSuffix(before: Token, { word, kind, start, partOfSpeech = '' }: Token, after: Token | undefined): boolean {
  // Of the characters of a text hardly one is a suffix, so that is asked first.
  const isRest = word.length > 2 && word[0] === '性' && ATTRIBUTE_REST.test(word);
  const isAttribute = before.isGuess === true && before.word.length > 2 && before.word.endsWith('性');
  const isPiece = word.length === 1 && (word === RATE || word === WHO || pieces.has(word));
  if (!(isPiece || isRest || isAttribute) || kind || before.kind || before.end !== start) return false;
  if (!/^\p{Script=Han}{2,}$/u.test(before.word) || isRole(before.word)) return false;
  const tag = before.partOfSpeech ?? '';
  if (isRest) return /^[nvax]/.test(tag);
  // 凹陷性 is not a word, 凹陷性水肿 is one.
  if (isAttribute && !pieces.has(word)) return /^(n|vn)$/.test(partOfSpeech) && word.length > 1;
  if (word === WHO) return before.isGuess === true || /^(?:n|x)$/.test(tag);
  if (word === RATE)
    return /^(n|v|a|x)/.test(tag) && !(after?.start === start + 1 && /^[nr]/.test(after.partOfSpeech ?? ''));
  return /^(m|q)/.test(partOfSpeech) && /^(n|vn)/.test(tag);
}
