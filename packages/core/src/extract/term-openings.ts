import { isHanWord } from '../text/chinese-characters.js';
import { isSurname } from '../text/persons.js';
import { isKeptStopWord } from '../text/stop-words.js';
import type { Token } from '../text/tokenizer.js';
import { isNameTag } from '../text/word-class.js';

/** What goes before a noun, and is a word of its own to jieba: 非参数统计, 抗CCP抗体, 半自动, 零假设, 可变形. */
const PREFIXES = new Set('非抗半零可');
/** The one of them that means but where a clause begins. */
const ABLE = '可';
const NOUN = /^(n|vn|b|eng|l)/;
/** What is contained, before what contains it: 含碘造影剂, 含氟牙膏. */
const SUBSTANCE = /^[氯碘氟溴硫磷铅汞砷糖盐酒油水氢氮氨铁锌钙钾钠镁铜银金硒硅硼奶醇酸碱胶]/;
/** How old something is that is worth its age: 百年老店, 千年古镇. */
const AGE = /^[百千]年老?$/;
/** Whether a token says how old the noun after it is. */
export const isAge = ({ word, end }: Token, next: Token | undefined) =>
  AGE.test(word) && next?.start === end && next.word.length > 1 && /^n/.test(next.partOfSpeech ?? '');
/** What names of places, firms, clubs and the like end in. */
const NAME_HEADS = new Set(
  (
    '公司 集团 股份 证券 银行 基金 保险 信托 期货 资本 投资 控股 科技 智能 网络 软件 电子 半导体 能源 电力 电气 汽车 航空 传媒 影业 影视 ' +
    '文化 地产 置业 物流 出版社 书店 书局 超市 商城 百货 酒店 饭店 宾馆 旅馆 客栈 民宿 餐厅 酒楼 茶馆 咖啡 药业 制药 医药 生物 医疗 ' +
    '医院 诊所 大学 学院 中学 小学 学校 幼儿园 协会 学会 基金会 研究所 研究院 实验室 俱乐部 男篮 女篮 男足 女足 女排 男排 球队 足球 乐队 ' +
    '剧团 剧社 合唱团 平台 集市 市场 广场 公园 隧道 大桥 水库 电站 核电站 机场 车站 码头 港口 小区 社区 街道 高速 铁路 地铁 峡谷 瀑布 ' +
    '湿地 遗址 古城 古镇 博物馆 美术馆 图书馆 纪念馆 体育馆 电影节 音乐节 木偶 条例 协议 算法 模型 定理 定律 法则 效应 综合征 病毒 细菌 ' +
    '真菌 激素 笔记 输入法 浏览器 手机 相机'
  ).split(' '),
);

/** Whether a word is what names of places, firms and the like end in. */
export const isNameHead = (word: string) => NAME_HEADS.has(word);

/** What the last character of institutions and places is, of words that no dictionary has: 瀚珍阁珠宝店, 氣象署. */
const NAME_END =
  /^.+(?:公司|集团|集團|医院|醫院|大学|大學|学院|學院|中学|中學|小学|小學|银行|銀行|法院|[店馆館署局廳厅處处院校社寺庙廟桥橋镇鎮村湖港厂廠站矿礦])$/;
/** Whether a word that no dictionary has is the name of an institution or a place by its end. */
export const endsAsName = (word: string) => word.length > 2 && NAME_END.test(word);

const PLACE_END = /[镇村县市路街巷桥峰岭湖湾岛港寺庙堰坝鎮縣橋峯嶺灣島廟]$/;
/** Whether a guess ends as names of its kind do, so that a character after it is of another word: 搬回溧塘镇整一年, 作者郁青川花了九年. */
export const isWholeName = ({ word, partOfSpeech }: Token) =>
  word.length > 2 && (partOfSpeech === 'nr' ? word.length === 3 && isSurname(word[0]) : PLACE_END.test(word));

const CAPITALS = /^[A-Z]{2,4}$/;
/** Whether letters that are a word of English are short for something, before what they name: UPS模式, IT行业. */
export const isShortName = (text: string, tokens: readonly Token[], t: number) =>
  isKeptStopWord(tokens[t].word) &&
  tokens[t + 1]?.start === tokens[t].end &&
  isHanWord(text[tokens[t].end]) &&
  CAPITALS.test(text.slice(tokens[t].start, tokens[t].end));

/** Whether a token is not a keyword, and begins one with the next: a prefix, or the letter of t检验. */
export function opensTerm(tokens: readonly Token[], t: number): boolean {
  const { word, partOfSpeech, start, end } = tokens[t];
  if (word.length !== 1) return false;
  const next = tokens[t + 1];
  if (next === undefined || next.kind) return false;
  if (partOfSpeech === 'eng') {
    // Of Gisele B 的 the letter is the end of a name.
    const before = tokens[t - 1];
    const isAfterLatin = before !== undefined && start - before.end <= 1 && before.partOfSpeech === 'eng';
    return !isAfterLatin && next.start - end <= 1 && isHanWord(next.word);
  }
  if (word === '含') return next.start === end && SUBSTANCE.test(next.word) && NOUN.test(next.partOfSpeech ?? '');
  if (!isPrefix(word) || next.start !== end || next.word.length === 1 || !NOUN.test(next.partOfSpeech ?? ''))
    return false;
  const before = tokens[t - 1];
  return word !== ABLE || (before !== undefined && before.end === start && before.partOfSpeech !== 'x');
}

/** Whether a word, if it opens a term, is of no longer one. */
export const isPrefix = (word: string) => word.length === 1 && PREFIXES.has(word);

/** What a product has after its name: 云栖 M3, 澄野 CY-S3, 轻记 App; and a word with a number, as Trek 3. */
const MODEL = /^(?:[a-z]{1,3}\d{1,4}[a-z]{0,2}|[a-z]{1,4}-[a-z]{0,3}\d{1,4}[a-z]{0,2}|app|pro|max|plus|mini|ultra)$/i;

/** Whether a token is of the name before it, which a space may part from it. */
export function isModelOf(tokens: readonly Token[], t: number): boolean {
  const [before, token] = [tokens[t - 1], tokens[t]];
  if (token?.partOfSpeech !== 'eng' || before === undefined || token.start > before.end + 1) return false;
  const isName = before.isGuess === true || before.partOfSpeech === 'x' || isNameTag(before.partOfSpeech);
  return isName && isHanWord(before.word) && (MODEL.test(token.word) || isNumbered(tokens, t));
}

/** What is between a place and the head of an institution's name: 衡川精密机械厂, 苍河市中级人民法院. */
const WITHIN_NAME = /^(?:n|nz|vn|b|a|j)$/;
/** Words of a name after its first, at most. */
const LONGEST_NAME = 3;
/** What a thing has much or little of, before it: 低筋面粉, 高钾水溶肥. */
const CONTENT = /^[高低无][^高低无]$/;

const LATIN_NAME = /^[a-z][a-z-]{2,}$/i;
const VERSION = /^\d{1,3}$/;
/** What a number counts by comes after it. */
const isNumbered = (tokens: readonly Token[], t: number) =>
  tokens[t + 1]?.start === tokens[t].end + 1 &&
  LATIN_NAME.test(tokens[t].word) &&
  VERSION.test(tokens[t + 1].word) &&
  !/^[mqp]/.test(tokens[t + 2]?.partOfSpeech ?? '');

/** Whether the next tokens make a name or a term of a guessed word: 云峡隧道, 云栖 M3, 衡川精密机械厂, 低筋面粉. */
export function opensName(tokens: readonly Token[], t: number): boolean {
  if (isModelOf(tokens, t + 1)) return true;
  for (let at = t + 1; at <= t + LONGEST_NAME && tokens[at]?.start === tokens[at - 1].end; at++) {
    const { word, kind, partOfSpeech = '' } = tokens[at];
    if (kind) return false;
    if (isNameHead(word) || (/^n/.test(partOfSpeech) && endsAsName(word))) return true;
    if (at === t + 1 && word.length > 1 && partOfSpeech === 'n' && CONTENT.test(tokens[t].word)) return true;
    if (tokens[t].partOfSpeech !== 'ns' || !WITHIN_NAME.test(partOfSpeech)) return false;
  }
  return false;
}
