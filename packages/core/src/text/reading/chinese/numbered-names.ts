import { mayBegin } from '../../chinese-characters.js';
import { GUESS_TAG } from '../../recut.js';
import type { Token } from '../../tokenizer.js';
import { wholeOf } from './foreign-names.js';

const NOUN_TAG = 'n';
const NUMBER = /^[1-9]\d{0,3}(?:\.\d{1,2})?$/;
const NUMERALS = /^[一二三四五六七八九十百]{1,4}号$/;
const HAN = /^\p{Script=Han}{2,}$/u;
const ROAD = /^(?:国道|省道|县道|國道|省道|縣道)$/;
/** What has numbers of its own, which are no names: 附件2, 中山路25号. */
const LISTED = /(?:附[件录表图]|步骤|阶段|章节|问题|编号|[号图表第章节条款项组队班路街巷道弄桌床座位大小线路])$/;
/** What is published or counted under a number: 第169号公约, 第8号台风. */
const PUBLISHED =
  /^(?:公约|公約|决议|決議|建议书|建議書|法令|法案|总统令|行政令|修正案|宪章|判例|指导案例|公告|通告|令|台风|颱風|热带风暴)$/;
/** What is between a code and its noun: IP68级防水, II型糖尿病. */
const GRADE = /^[级級型版]$/;
/** Chemical elements and groups, before which a numeral says how many: 四氯乙烯. */
const CHEMICAL = /^[氯氟溴碘氧硫氮氢氨氰硝磺羟甲乙丙丁苯聚磷].{1,6}$/;
/** Not 号馆 of 4号馆. */
const NAMED = /^[^号型年月].+/;
const FEW = /^[一二三四五六七八九十]$/;
/** What has whole numbers for versions: 安卓14. */
const SYSTEM = /^(?:安卓|鸿蒙|鴻蒙|澎湃|骁龙|驍龍|天玑|天璣|麒麟)$/;
/** Crops, whose varieties have numbers: 烟薯25号. */
const CROP = /[薯麦麥稻豆粳籼粱椒棉茶]$/;
/** Events of athletes over so many metres: 男子60米栏. */
const ATHLETES = /^[男女]子$/;
const EVENT = /^米(?:栏|跑|障碍|接力|自由泳|蛙泳|蝶泳|仰泳|混合泳|气步枪|气手枪|跳台|跳板)$/;
/** How courts number cases, not a name: (2023)浙02民终1234号. */
const CASE = /^[民刑行执知商破赔][初终再申执辖监特]$/;
const CASE_NUMBER = /^\d{1,6}$/;
const CASE_TAG = 'm';
/** A road in a list of a country's: G5615天猴高速. */
const ROUTE = /^[gs]\d{1,4}$/i;
const MOTORWAY = /高速(?:公路)?$/;
/** Characters of its name, at most. */
const LONGEST_ROUTE = 8;

/** Joins names that have a number in them: 105国道, 麒麟990芯片, 川薯218号, 鸿蒙4.0, 第169号公约, 四氯乙烯, A级景区. */
export function joinNumberedNames(text: string, tokens: readonly Token[]): readonly Token[] {
  let joined: Token[] | undefined;
  for (let t = 0; t < tokens.length; ) {
    const end = endOfName(tokens, t);
    if (end > t + 1) {
      joined ??= tokens.slice(0, t);
      joined.push(wholeOf(text, tokens, t, end, CASE.test(tokens[t].word) ? CASE_TAG : NOUN_TAG));
    } else joined?.push(tokens[t]);
    t = Math.max(end, t + 1);
  }
  return joined ?? tokens;
}

/** The token after the name that begins at `t`. */
function endOfName(tokens: readonly Token[], t: number): number {
  const token = tokens[t];
  const tag = token.partOfSpeech ?? '';
  // Most words are far from any number.
  if (token.kind || (tag !== 'm' && tag !== 'eng' && tokens[t + 1]?.partOfSpeech !== 'm')) return t;
  const [second, third, fourth] = [after(tokens, t, 1), after(tokens, t, 2), after(tokens, t, 3)];
  if (!second) return t;
  if (tag === 'm') {
    if (ROAD.test(second.word) && NUMBER.test(token.word)) return t + 2;
    if (second.word === '季报' && FEW.test(token.word)) return t + 2;
    if (FEW.test(token.word) && second.partOfSpeech === 'nz' && CHEMICAL.test(second.word)) return t + 2;
    const isPublished = token.word === '第' && third?.word === '号' && fourth && PUBLISHED.test(fourth.word);
    return isPublished && NUMBER.test(second.word) ? t + 4 : t;
  }
  if (ROUTE.test(token.word)) return endOfRoute(tokens, t);
  if (tag === 'eng') return GRADE.test(second.word) && /^v?n/.test(third?.partOfSpeech ?? '') ? t + 3 : t;
  if (ROAD.test(token.word)) {
    if (third?.word === '线') return NUMBER.test(second.word) ? t + 3 : t;
    return NUMBER.test(second.word) && !isCounted(third) ? t + 2 : t;
  }
  if (!HAN.test(token.word) || LISTED.test(token.word)) return t;
  // The first character of a guess may be a word of its own: 和川薯.
  if (!mayBegin(token.word[0])) return t;
  const isUnknown = token.isGuess === true || tag === GUESS_TAG || tag === 'nz';
  if (NUMERALS.test(second.word)) return isUnknown ? t + 2 : t;
  if (CASE.test(token.word)) return CASE_NUMBER.test(second.word) && third?.word === '号' ? t + 3 : t;
  if (!NUMBER.test(second.word) || second.kind) return t;
  if (ATHLETES.test(token.word)) {
    if (EVENT.test(third?.word ?? '')) return t + 3;
    return third && fourth && EVENT.test(third.word + fourth.word) ? t + 4 : t;
  }
  if (third?.word === '号') return CROP.test(token.word) || (isUnknown && !isNoun(fourth)) ? t + 3 : t;
  if (SYSTEM.test(token.word) && !isCounted(third)) return t + 2;
  if (token.isGuess !== true && !/^[mqp]/.test(third?.partOfSpeech ?? '') && isVersioned(tag, second.word))
    return t + 2;
  // Between a noun and a number there is a measure word where it counts.
  return /^n[rstz]?$/.test(tag) && third && isNoun(third) && NAMED.test(third.word) ? t + 2 : t;
}

/** The token after the name of a road that its number begins. */
function endOfRoute(tokens: readonly Token[], t: number): number {
  let length = 0;
  for (let by = 1; length < LONGEST_ROUTE; by++) {
    const token = after(tokens, t, by);
    if (!token || !/^\p{Script=Han}+$/u.test(token.word)) return t;
    length += token.word.length;
    if (MOTORWAY.test(token.word)) return t + by + 1;
  }
  return t;
}

/** Whether a number is of the name before it: 鸿蒙4.0, 上海牌7120. */
const isVersioned = (tag: string, number: string) =>
  /^n[rst]/.test(tag) ? number.includes('.') : tag === 'nz' && number.length > 1;

/** The token so many places on, where nothing is between. */
function after(tokens: readonly Token[], t: number, by: number): Token | undefined {
  for (let at = t + 1; at <= t + by; at++)
    if (at >= tokens.length || tokens[at].start !== tokens[at - 1].end || tokens[at].kind) return undefined;
  return tokens[t + by];
}

const isNoun = (token: Token | undefined) => /^n[rstz]?$/.test(token?.partOfSpeech ?? '');
/** Whether a number is counted by what follows it. */
const isCounted = (token: Token | undefined) => /^[mq]/.test(token?.partOfSpeech ?? '');
