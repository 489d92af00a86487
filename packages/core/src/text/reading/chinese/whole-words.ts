import { isHanWord, mayBegin, mayEnd } from '../../chinese-characters.js';
import type { Token } from '../../tokenizer.js';

/** What jieba calls names of things, persons from other languages, and Latin words. */
const WORK_TAG = 'nz';
const FOREIGN_NAME_TAG = 'nrt';
const LATIN_TAG = 'eng';
const NOUN_TAG = 'n';
const PERSON_TAG = 'nr';

/** Characters of the title of a work, at most; what is longer tells more than it names. */
const LONGEST_TITLE = 12;
/** Characters of one part of a foreign name, at most. */
const LONGEST_PART = 8;
/** Characters of a whole foreign name, at most; around a dot no more is looked at. */
const LONGEST_NAME = 60;
const LONGEST_CODE = 24;

/** Characters that foreign names are spelt with. */
const sounds = new Set(
  '阿埃艾爱安昂奥巴白拜班邦保鲍贝本比彼毕宾波伯勃博布采查茨达戴黛丹当道德登邓迪底蒂丁东都杜敦顿多厄恩尔法凡范方菲费芬丰弗夫福富盖甘冈高戈哥格葛根贡古瓜圭哈海汉豪赫黑亨洪胡华怀惠霍基吉加贾坚简姜杰捷金津' +
    '京卡凯坎康考柯科克肯孔库夸昆拉莱赖兰朗劳勒雷黎里理利莉丽力立历连廉良列林琳隆卢鲁露路伦罗洛吕略马玛迈麦曼芒毛梅门蒙孟米密勉缪明莫墨默姆木穆慕拿那纳娜乃南瑙内嫩尼宁纽农努诺欧帕派潘庞佩彭蓬皮匹平珀普' +
    '奇齐恰钱强乔切钦琼丘泉让热仁日荣茹瑞若撒萨塞赛桑森沙莎山珊尚绍舍申圣施什石史士舒朔斯丝思松苏索所塔泰坦汤唐陶特腾提田铁廷汀通图托瓦万汪旺威韦维伟卫魏温文翁沃乌武伍西希锡悉夏香肖谢辛欣兴休修许雪逊' +
    '雅亚延扬杨尧耶叶伊依以义易因英雍永尤于约泽曾扎詹张哲珍芝志治忠朱准卓兹子宗祖佐',
);
const DOT = /[·・•]/;
const CODE_PART = /^[a-z0-9]+(?:-[a-z0-9]+)*$/i;

/**
 * Joins what the signs of a Chinese text say is one word: the title of a work (《雨巷七号》), a name from another language
 * (阿曼达·里贝罗), and a code of letters and digits that the cutter tears apart (RH-16C, 5-HT).
 */
export function joinWholeWords(text: string, tokens: readonly Token[]): Token[] {
  const joined: Token[] = [];
  for (let t = 0; t < tokens.length; ) {
    const title = titleAfter(text, tokens, t);
    if (title) {
      joined.push(title.token);
      t = title.next;
      continue;
    }
    const code = endOfCode(tokens, t);
    if (code > t + 1) {
      joined.push(wholeOf(text, tokens, t, code, LATIN_TAG));
      t = code;
      continue;
    }
    const token = tokens[t++];
    const before = joined.at(-1);
    if (before && isGivenName(before, token)) {
      joined[joined.length - 1] = { ...wholeOf(text, [before, token], 0, 2, PERSON_TAG), isGuess: true };
    } else if (before && isSuffix(before, token, tokens[t])) {
      joined[joined.length - 1] = wholeOf(text, [before, token], 0, 2, NOUN_TAG);
    } else joined.push(token);
  }
  return joinNames(text, joined);
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
  if (tokens[t].word.charCodeAt(0) > 0x7f) return t;
  const isPart = ({ word, kind }: Token) => kind === undefined && CODE_PART.test(word);
  if (!isPart(tokens[t])) return t;
  let end = t + 1;
  const isLonger = () => tokens[end - 1].end - tokens[t].start > LONGEST_CODE;
  while (end < tokens.length && tokens[end].start === tokens[end - 1].end && !isLonger()) {
    if (isPart(tokens[end])) end++;
    else if (
      tokens[end].word === '-' &&
      isPart(tokens[end + 1] ?? tokens[end]) &&
      tokens[end + 1].start === tokens[end].end
    )
      end += 2;
    else break;
  }
  const isWord = tokens.slice(t, end).some(({ partOfSpeech }) => partOfSpeech === LATIN_TAG);
  return isWord && !isLonger() ? end : t;
}

/** Joins the parts of foreign names around dots. */
function joinNames(text: string, given: Token[]): Token[] {
  const hasDot = ({ word, kind }: Token) => kind === undefined && !isHanWord(word) && DOT.test(word);
  if (!given.some(hasDot)) return given;
  const tokens = given.flatMap((token) => (hasDot(token) ? withoutLastDot(token) : token));
  const joined: Token[] = [];
  for (let t = 0; t < tokens.length; t++) {
    joined.push(tokens[t]);
    if (!hasDot(tokens[t])) continue;
    let first = joined.length - 1;
    let last = t;
    const isLonger = () => tokens[last].end - joined[first].start > LONGEST_NAME;
    while (first > 0 && isOfName(joined[first - 1]) && joined[first - 1].end === joined[first].start && !isLonger())
      first--;
    while (
      last + 1 < tokens.length &&
      isOfName(tokens[last + 1]) &&
      tokens[last + 1].start === tokens[last].end &&
      !isLonger()
    )
      last++;
    if (isLonger()) continue;
    while (first < joined.length - 1 && (DOT.test(joined[first].word[0]) || !mayBegin(joined[first].word[0]))) first++;
    while (last > t && (DOT.test(tokens[last].word.at(-1)!) || !mayEnd(tokens[last].word.at(-1)!))) last--;
    const parts = [...joined.slice(first, -1), ...tokens.slice(t, last + 1)];
    const name = wholeOf(text, parts, 0, parts.length, FOREIGN_NAME_TAG);
    if (parts.length === 1 || !name.word.split(DOT).every((part) => part !== '' && part.length <= LONGEST_PART))
      continue;
    joined.splice(first, joined.length, name);
    t = last;
  }
  return joined;
}

/** A word, and the dot that was taken for its last character: 贝罗·. */
function withoutLastDot(token: Token): Token[] {
  const { word, start, end } = token;
  if (word.length < 2 || end - start !== word.length || !DOT.test(word.at(-1)!)) return [token];
  return [
    { ...token, word: word.slice(0, -1), end: end - 1 },
    { word: word.slice(-1), start: end - 1, end, partOfSpeech: 'x' },
  ];
}

/** Whether a token may be of a foreign name: jieba knows it as one of a person, or it is spelt as they are. */
function isOfName({ word, kind, partOfSpeech = '' }: Token): boolean {
  return (
    kind === undefined &&
    (/^nr/.test(partOfSpeech) || [...word].every((character) => sounds.has(character) || DOT.test(character)))
  );
}

/** Whether a guessed word is the rest of a name that its first character was cut from: 谷立群. */
const isGivenName = (before: Token, { word, start, partOfSpeech, isGuess }: Token) =>
  isGuess === true &&
  partOfSpeech?.startsWith('n') === true &&
  word.length <= 2 &&
  before.partOfSpeech === PERSON_TAG &&
  before.word.length === 1 &&
  before.end === start;

/** Measure words that after a noun are the end of a longer one: 黄瓜丝, 年龄段, 榨汁杯. */
const pieces = new Set('丝粒片块段层级型式杯瓶袋盒筒碗盘篮箱桶罐壶盆筐柜');
/** What makes the noun of a verb, too: 插管率. */
const RATE = '率';
/** What jieba's dictionary has as words, and is the rest of one where a word comes before it: 坠积性肺炎. */
const ATTRIBUTE_REST = /^性(?:[肝肺皮]炎|贫血|骨折|休克|疾病|病变|气体|溃疡|感冒|神经症|支出|收费)$/;

/** Whether a token is the end of the word before it. */
function isSuffix(before: Token, { word, kind, start, partOfSpeech = '' }: Token, after: Token | undefined): boolean {
  // Of the characters of a text hardly one is a suffix, so that is asked first.
  const isRest = word.length > 2 && word[0] === '性' && ATTRIBUTE_REST.test(word);
  const isAttribute = before.isGuess === true && before.word.length > 2 && before.word.endsWith('性');
  const isPiece = word.length === 1 && (word === RATE || pieces.has(word));
  if (!(isPiece || isRest || isAttribute) || kind || before.kind || before.end !== start) return false;
  if (!/^\p{Script=Han}{2,}$/u.test(before.word)) return false;
  const tag = before.partOfSpeech ?? '';
  if (isRest) return /^[nvax]/.test(tag);
  // 凹陷性 is not a word, 凹陷性水肿 is one.
  if (isAttribute && !pieces.has(word)) return /^(n|vn)$/.test(partOfSpeech) && word.length > 1;
  if (word === RATE)
    return /^(n|v|a|x)/.test(tag) && !(after?.start === start + 1 && /^[nr]/.test(after.partOfSpeech ?? ''));
  return /^(m|q)/.test(partOfSpeech) && /^(n|vn)/.test(tag);
}

/** One token of those from `first` to `end`, as the text has them. */
function wholeOf(text: string, tokens: readonly Token[], first: number, end: number, partOfSpeech: string): Token {
  let word = tokens[first].word;
  for (let t = first + 1; t < end; t++) word += text.slice(tokens[t - 1].end, tokens[t].start) + tokens[t].word;
  return { word, start: tokens[first].start, end: tokens[end - 1].end, partOfSpeech };
}
