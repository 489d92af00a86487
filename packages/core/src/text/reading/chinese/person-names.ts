import { isHanWord, mayEnd } from '../../chinese-characters.js';
import { isRole, isSurname } from '../../persons.js';
import { GUESS_TAG } from '../../recut.js';
import { isKeptStopWord } from '../../stop-words.js';
import { type Token, tokenOf } from '../../tokenizer.js';
import { joinEverywhere } from './everywhere.js';
import { wholeOf } from './foreign-names.js';

const PERSON_TAG = 'nr';
const VERB_TAG = 'v';
/** What one character after a family name is not: a verb, a particle or the like. */
const NO_GIVEN_NAME = /^[vpucdrmqyf]/;
/** What is written for a given name of two characters that is withheld: 王某某. */
const WITHHELD = '某某';
/** What people do, in one character. */
const DEED =
  /[说話话讲講问問答笑哭演唱写寫画畫看听聽走跑坐站扑撲抢搶踢打投射传傳接拿拉带帶送教学學做当當想要能会會在来來去到上下出进進把被将]/;
/** What somebody does whose family name alone is told: 教练李回忆. */
const SAYS = /^(?:介绍|说道|回忆|解释|告诉|认为|表示|带领|率领|出场|登场)$/;

/**
 * Puts names of persons together that the cutter tore apart: after who they are (董事长 段 志成, 小将罗 亦可), and where the last
 * character of the name was given to the word after it (杨胜 武扑).
 */
export function joinPersonNames(text: string, given: readonly Token[]): readonly Token[] {
  let tokens: Token[] | undefined;
  const names = new Set<string>();
  for (let t = 0; t + 1 < (tokens ?? given).length; t++) {
    const now = tokens ?? given;
    const { word, isGuess, partOfSpeech } = now[t];
    const isCharacter = word.length === 1;
    if (isCharacter ? !isSurname(word) : !isGuess && partOfSpeech !== GUESS_TAG && !isPerson(now[t])) continue;
    const { end, start, kind } = now[t + 1];
    if (kind || now[t].kind || now[t].end !== start || end - start > 3) continue;
    const mended = namesAt(text, now, t);
    if (!mended) continue;
    for (const { word, isGuess } of mended.tokens) if (isGuess) names.add(word);
    tokens ??= given.slice();
    tokens.splice(t, mended.length, ...mended.tokens);
  }
  return tokens ? joinEverywhere(text, tokens, names, PERSON_TAG, true) : given;
}

/** What takes the place of so many tokens. */
interface Mended {
  readonly length: number;
  readonly tokens: readonly Token[];
}

function namesAt(text: string, tokens: readonly Token[], t: number): Mended | undefined {
  const token = tokens[t];
  const { word, start } = token;
  const last = word.length - 1;
  if (last > 1 && isUnsure(token) && word.length === token.end - start && isRole(word.slice(0, last))) {
    if (!isSurname(word[last]) || !isGivenName(tokens[t + 1])) return undefined;
    const role = tokenOf(word.slice(0, last), start, token.end - 1, 'n');
    const surname = tokenOf(word[last], token.end - 1, token.end, PERSON_TAG);
    return { length: 2, tokens: [role, wholeOf(text, [surname, tokens[t + 1]], 0, 2, PERSON_TAG, true)] };
  }
  if (word.length === 1) {
    if (isSurname(word) && tokens[t + 1].word === WITHHELD)
      return { length: 2, tokens: [wholeOf(text, tokens, t, t + 2, PERSON_TAG, true)] };
    const length =
      isSurname(word) && t > 0 && tokens[t - 1].end === start && isRole(tokens[t - 1].word)
        ? lengthOfName(tokens, t)
        : 0;
    return length > 1 ? { length, tokens: [wholeOf(text, tokens, t, t + length, PERSON_TAG, true)] } : undefined;
  }
  const next = tokens[t + 1];
  if (word.length === 2 && isUnsure(token) && isSurname(word[0]) && isThirdCharacter(tokens, t + 1))
    return { length: 2, tokens: [wholeOf(text, tokens, t, t + 2, PERSON_TAG, true)] };
  const isTorn =
    word.length === 2 &&
    isPerson(token) &&
    isUnsure(next) &&
    DEED.test(next.word[1]) &&
    next.word.length === 2 &&
    next.end - next.start === 2 &&
    !isSurname(next.word[0]);
  if (!isTorn) return undefined;
  const name = tokenOf(word + next.word[0], start, token.end + 1, PERSON_TAG, undefined, true);
  return { length: 2, tokens: [name, tokenOf(next.word[1], next.start + 1, next.end, VERB_TAG)] };
}

/** Whether a character ends the name before it: of somebody just introduced (修复师邬静 山 says) or born when is said (梁瑾 如（1911—1997）). */
function isThirdCharacter(tokens: readonly Token[], t: number): boolean {
  const { word, end, partOfSpeech = '' } = tokens[t];
  const [before, after, year] = [tokens[t - 2], tokens[t + 1], tokens[t + 2]];
  if (!isHanWord(word) || word.length !== 1 || !mayEnd(word)) return false;
  if (after?.word === '(' && /^(?:1[5-9]|20)\d\d/.test(year?.word ?? '')) return true;
  const isIntroduced = before !== undefined && before.end === tokens[t - 1].start && isRole(before.word);
  const isLast = after === undefined || after.start > end || /^(?:x|v|p|d)$/.test(after.partOfSpeech ?? '');
  return isIntroduced && isLast && !NO_GIVEN_NAME.test(partOfSpeech);
}

/** Tokens of the name that begins with a family name. */
function lengthOfName(tokens: readonly Token[], t: number): number {
  const [next, after] = [tokens[t + 1], tokens[t + 2]];
  if (isGivenName(next)) return next.word.length === 1 && after && isGivenCharacter(next, after) ? 3 : 2;
  return next.word.length === 1 && after && isGivenCharacter(next, after) ? 3 : 0;
}

/** Whether a token may be a given name, or the first character of one. */
function isGivenName({ word, partOfSpeech = '' }: Token): boolean {
  if (word.length === 1) return !NO_GIVEN_NAME.test(partOfSpeech);
  return word.length === 2 && /^\p{Script=Han}+$/u.test(word) && !isKeptStopWord(word) && !SAYS.test(word);
}

/** Whether what follows is the second character of a given name. */
const isGivenCharacter = (first: Token, { word, start, kind, partOfSpeech = '' }: Token) =>
  kind === undefined &&
  first.end === start &&
  word.length === 1 &&
  /^(?:g|x|ng?|nr|zg|[a-z]g)$/.test(partOfSpeech) &&
  /\p{Script=Han}/u.test(word);

const isPerson = ({ partOfSpeech = '' }: Token) => partOfSpeech.startsWith(PERSON_TAG);
const isUnsure = ({ partOfSpeech, isGuess, word }: Token) =>
  (isGuess === true || partOfSpeech === GUESS_TAG) && /^\p{Script=Han}+$/u.test(word);
