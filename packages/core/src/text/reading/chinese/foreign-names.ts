import { isHanWord, mayBegin, mayEnd, NAME_DOT, NAME_DOTS } from '../../chinese-characters.js';
import { type Token, tokenOf } from '../../tokenizer.js';

/** What jieba calls names of persons from other languages. */
const FOREIGN_NAME_TAG = 'nrt';
/** Characters of one part of a foreign name, at most. */
const LONGEST_PART = 8;
/** Characters of a whole foreign name, at most; around a dot no more is looked at. */
const LONGEST_NAME = 60;
/** What normalization makes dots of, too. */
const MAY_BE_DOT = new RegExp(`[${NAME_DOTS}\u013f\u0140\u0387\uff65]`);

/** What is left of a given name: J·K·罗琳. */
const INITIAL = /^[a-z]$/i;
const HAN = /\p{Script=Han}/u;

/** Characters that foreign names are spelt with. */
const sounds = new Set(
  '阿埃艾爱安昂奥巴白拜班邦保鲍贝本比彼毕宾波伯勃博布采查茨达戴黛丹当道德登邓迪底蒂丁东都杜敦顿多厄恩尔法凡范方菲费芬丰弗夫福富盖甘冈高戈哥格葛根贡古瓜圭哈海汉豪赫黑亨洪胡华怀惠霍基吉加贾坚简姜杰捷金津' +
    '京卡凯坎康考柯科克肯孔库夸昆拉莱赖兰朗劳勒雷黎里理利莉丽力立历连廉良列林琳隆卢鲁露路伦罗洛吕略马玛迈麦曼芒毛梅门蒙孟米密勉缪明莫墨默姆木穆慕拿那纳娜乃南瑙内嫩尼宁纽农努诺欧帕派潘庞佩彭蓬皮匹平珀普' +
    '奇齐恰钱强乔切钦琼丘泉让热仁日荣茹瑞若撒萨塞赛桑森沙莎山珊尚绍舍申圣施什石史士舒朔斯丝思松苏索所塔泰坦汤唐陶特腾提田铁廷汀通图托瓦万汪旺威韦维伟卫魏温文翁沃乌武伍西希锡悉夏香肖谢辛欣兴休修许雪逊' +
    '雅亚延扬杨尧耶叶伊依以义易因英雍永尤于约泽曾扎詹张哲珍芝志治忠朱准卓兹子宗祖佐冯狄圣梵荷鄂窦霭蕾玻策楚崔腓腊' +
    '买合孜吐居江玉',
);
/** Those that are left of the end of a name, for by themselves they hardly ever are a word after it: 杰巴利|耶, 奥尔斯|顿. */
const ends = new Set(
  '里特多克夫尔顿杜什姆略雷德米拉西伯希士班萨莱凡普诺兰卡基劳斯肯旺迪耶森娜莎蒂妮茨伦娅瓦罗丝芙黛尼亚利列奇金纳塔扎泽齐',
);
/** Tags of what may well stand after a name, and after one that the dictionary has whole: 特朗普多睡了一小时. */
const WORD_OF_ITS_OWN = /^[pcur]/;
const WORD_AFTER_NAME = /^[pcurdvmfa]/;

/** Joins the parts of foreign names: what is around dots (阿曼达·里贝罗), and the last character that was cut off (杰巴利耶). */
export function joinForeignNames(text: string, tokens: readonly Token[]): readonly Token[] {
  return joinDots(text, joinEnds(text, tokens));
}

/** Whether a character is the end of the name before it. */
const isEnd = (before: Token | undefined, { word, start, kind, partOfSpeech = '' }: Token) =>
  word.length === 1 &&
  before !== undefined &&
  before.word.length > 1 &&
  before.end === start &&
  kind === undefined &&
  before.word.length < LONGEST_PART &&
  ends.has(word) &&
  (isGuessed(before)
    ? !WORD_OF_ITS_OWN.test(partOfSpeech)
    : /^nr/.test(before.partOfSpeech ?? '') && !WORD_AFTER_NAME.test(partOfSpeech)) &&
  isSpelt(before.word);

const isGuessed = ({ isGuess, partOfSpeech }: Token) => isGuess === true || partOfSpeech === 'x';

/** Joins the last character of a foreign name to it, and what else is left of it after that. */
function joinEnds(text: string, tokens: readonly Token[]): readonly Token[] {
  let joined: Token[] | undefined;
  for (let t = 0; t < tokens.length; t++) {
    const before = joined ? joined.at(-1) : tokens[t - 1];
    if (!isEnd(before, tokens[t])) {
      joined?.push(tokens[t]);
      continue;
    }
    joined ??= tokens.slice(0, t);
    joined[joined.length - 1] = wholeOf(text, [before!, tokens[t]], 0, 2, FOREIGN_NAME_TAG, true);
  }
  return joined ?? tokens;
}

/** Whether a word is spelt as foreign names are. */
function isSpelt(word: string): boolean {
  for (let i = 0; i < word.length; i++) if (!sounds.has(word[i])) return false;
  return true;
}

/** Joins the parts of foreign names around dots. */
function joinDots(text: string, given: readonly Token[]): readonly Token[] {
  const hasDot = ({ word, kind }: Token) => kind === undefined && !isHanWord(word) && NAME_DOT.test(word);
  // Most texts have none; to ask the text is faster than to ask its words.
  if (!MAY_BE_DOT.test(text) || !given.some(hasDot)) return given;
  const tokens = given.flatMap((token) => (hasDot(token) ? withoutOuterDots(token) : token));
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
    // What is beside a dot is of the name, also 让 of 让·加尔文; 多 of 特鲁多 ends it, a character by itself may be a word.
    const beside = tokens[t].word.length === 1 ? 1 : 0;
    while (first < joined.length - 1 - beside && isOutside(joined[first], joined[first].word[0], mayBegin)) first++;
    while (last > t + beside && isOutside(tokens[last], tokens[last].word.at(-1)!, mayEnd)) last--;
    const parts = [...joined.slice(first, -1), ...tokens.slice(t, last + 1)];
    const name = wholeOf(text, parts, 0, parts.length, FOREIGN_NAME_TAG);
    if (
      parts.length === 1 ||
      !HAN.test(name.word) ||
      !name.word.split(NAME_DOT).every((part) => part !== '' && part.length <= LONGEST_PART)
    )
      continue;
    joined.splice(first, joined.length, name);
    t = last;
  }
  return joined;
}

/** Whether a token at the edge of a name is not of it, by the character at that edge: a dot, or a function word. */
const isOutside = ({ word }: Token, edge: string, mayBe: (character: string) => boolean) =>
  NAME_DOT.test(edge) || (word.length === 1 && !mayBe(edge));

/** A word, and the dots that were taken for its first and last characters: 贝罗·, ·罗琳. */
function withoutOuterDots(token: Token): Token[] {
  const { word, start, end } = token;
  if (word.length < 2 || end - start !== word.length) return [token];
  let first = 0;
  let last = word.length;
  while (first < last && NAME_DOT.test(word[first])) first++;
  while (last > first && NAME_DOT.test(word[last - 1])) last--;
  if (last - first === word.length || first === last) return [token];
  const { partOfSpeech, kind, isGuess, follows } = token;
  const parts = [tokenOf(word.slice(first, last), start + first, start + last, partOfSpeech, kind, isGuess, follows)];
  if (first > 0) parts.unshift(tokenOf(word.slice(0, first), start, start + first, 'x'));
  if (last < word.length) parts.push(tokenOf(word.slice(last), start + last, end, 'x'));
  return parts;
}

/** Whether a token may be of a foreign name: jieba knows it as one of a person, it is spelt as they are, or an initial. */
function isOfName({ word, kind, partOfSpeech = '' }: Token): boolean {
  return (
    kind === undefined &&
    (/^nr/.test(partOfSpeech) ||
      INITIAL.test(word) ||
      [...word].every((character) => sounds.has(character) || NAME_DOT.test(character)))
  );
}

/** One token of those from `first` to `end`, as the text has them. */
export function wholeOf(
  text: string,
  tokens: readonly Token[],
  first: number,
  end: number,
  partOfSpeech: string,
  isGuess?: true,
): Token {
  let word = tokens[first].word;
  for (let t = first + 1; t < end; t++) word += text.slice(tokens[t - 1].end, tokens[t].start) + tokens[t].word;
  return tokenOf(word, tokens[first].start, tokens[end - 1].end, partOfSpeech, undefined, isGuess);
}
