import { matchesOf } from '../matches.js';
import type { TokenKind } from '../tokenizer.js';

const DIGITS = '\\d{1,20}(?:[.,:]\\d{1,20}){0,8}';
/** A number or a range of two, not within a word or a longer number; Chinese needs no space before it. */
const START = '(?<![\\p{N}._-]|[^\\P{L}\\p{Script=Han}])';
const NUMBER = `${START}${DIGITS}(?:\\s?[-–—~～至到]\\s?${DIGITS})?`;
const HAN_NUMBER = `(?<![A-Za-z\\d._-])${DIGITS}(?:\\s?[-–—~～至到]\\s?${DIGITS})?`;
const CURRENCY =
  '(?:(?<![A-Za-z])(?:US|HK|NT|A|C|S)?[$€£¥￥₹₦]|(?<![A-Za-z])(?:RMB|CNY|USD|EUR|GBP|HKD|JPY|INR|Rs\\.?)(?=[\\s\\d]))';
const SCALE = '[十百千万亿]{0,3}[余多几]?';
/** Measures that are amounts after a number; 号, 型, 强 and 代 make names of it (4号馆, 2型糖尿病). */
const HAN_UNIT =
  '(?:平方米|立方米|平方公里|毫米|厘米|公里|千米|海里|英寸|英里|米(?!栏|跑|短跑|跨栏|自由泳|蛙泳|蝶泳|仰泳|接力|赛|决赛)|公斤|千克|毫克|微克|克|吨|毫升|升|' +
  '美元|欧元|港元|日元|人民币|元|块钱|角|个月|个小时|个工作日|小时|分钟|秒钟?|毫秒|周年?|天|年(?!期|级|制|生|代|糕)|岁|倍|斤|页|度|人次|例|余?名|余?人(?!行|制|组|工)|余?家|余?户|余?辆|余?台|余?件|余?套|余?种|个百分点|次(?!元)|毫安|千瓦时|千瓦|兆瓦|瓦|伏|赫兹)';
const UNIT =
  '(?:°[CF]?|℃|percent|per cent|(?<= )[mnµμ]?s|[kmMµμ][AVJN]|[AVJNK](?=[.,;)])|(?:km|m|mi)\\/[hs]|(?:k|m|c|n|µ|μ)?m|(?:k|m|µ|μ|n)g|(?<!(?<![\\d.])[2-6])g|m[Ll]|[km]?W[h]?|kWh|MWh|GWh|TWh|[kMG]?Hz|[kKMGT]i?B(?:\\/s)?|[kMG]?bps|ms|mph|rpm|dB|m[AM]|µM|mmHg|mAh|nmol|mmol(?:\\/L)?|kcal|kJ|lbs?|oz|fps|' +
  '(?:hundred|thousand|million|billion|trillion|lakh|crore)(?: (?:dollars|people|euros|pounds|yen|users|years|tons|copies))?|dollars|cents|euros|' +
  'seconds|minutes|hours|days|weeks|months|years|inches|feet|miles|meters|metres|kilometers|kilometres|grams|kilograms|pounds|ounces|liters|litres|gallons|acres|tons|tonnes|degrees|cups|tablespoons|teaspoons|tbsp|tsp)';
/** Units that no word looks like. */
const LONE_UNIT =
  '(?:mmHg|cmH2O|kcal|[kcm]?m[²³]|(?:[munpkµμ]?(?:g|mol|IU|U|Pa)|mm|cm|km)\\/(?:[mdµμ]?[Ll]|[mk]?g|h|min|d|s|m[2²3³]?)(?:\\/(?:h|d|min))?)';

const MONTH =
  '(?:January|February|March|April|May|June|July|August|September|October|November|December|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\\.?)';
const PART_OF_DAY = '(?:凌晨|清晨|早上|早晨|早间|上午|中午|下午|傍晚|晚上|晚间|晚|夜间|深夜|夜里)?';
const CLOCK = `\\d{1,2}(?:[:：]\\d{2}){1,2}|\\d{1,2}[时点](?:\\d{1,2}分|半|许)?`;
const HAN_DATE =
  '(?:(?:1[5-9]|20)\\d{2}年(?:\\d{1,2}月(?:份|\\d{1,2}[日号])?)?|\\d{1,2}月(?:份|\\d{1,2}[日号])?(?!龄)|\\d{1,2}日(?!均|元|游|线|龄))';

const PATTERNS: readonly (readonly [kind: TokenKind, pattern: string])[] = [
  [
    'date',
    `(?<![A-Za-z\\d._-])${HAN_DATE}${PART_OF_DAY}(?:${CLOCK})?(?:[至到~—–-]${HAN_DATE}${PART_OF_DAY}(?:${CLOCK})?)?`,
  ],
  ['date', '(?<![\\w.-])(?:1[5-9]|20)\\d{2}[-/.](?:0?[1-9]|1[0-2])[-/.]\\d{1,2}(?![\\w-])'],
  ['date', `(?<![\\w.:])\\d{1,2}:[0-5]\\d(?::[0-5]\\d(?:[.,]\\d{1,3})?)?(?:\\s?[aApP]\\.?[mM]\\b\\.?)?(?![\\w:])`],
  [
    'date',
    `(?<![\\w.:$])\\d{1,2}(?:\\s?[-–]\\s?\\d{1,2})?\\s?(?:[ap]m|[AP]M|[ap]\\.m\\.|[AP]\\.M\\.)(?![\\p{Script=Latin}\\p{N}])`,
  ],
  ['date', `(?<![A-Za-z])${MONTH} \\d{1,2}(?:st|nd|rd|th)?(?:, ?(?:1[5-9]|20)\\d{2})?(?![\\w%.,]*\\d)(?!\\w)`],
  ['date', `(?<![A-Za-z])${MONTH},? (?:1[5-9]|20)\\d{2}(?!\\w)`],
  ['date', `(?<![\\w.])\\d{1,2}(?:st|nd|rd|th)? (?:of )?${MONTH}(?:,? (?:1[5-9]|20)\\d{2})?(?![A-Za-z])`],
  ['date', '(?<![A-Za-z\\d])\\d{1,2}[时点](?:\\d{1,2}分|半|许)(?!\\p{N})'],
  [
    'quantity',
    `${CURRENCY}\\s?${DIGITS}(?:\\s?[-–—~～至到]\\s?${DIGITS})?(?:\\s?(?:bn|[mMkK]|hundred|thousand|million|billion|trillion|lakh|crore)s?(?![\\p{Script=Latin}\\p{N}])|[十百千万亿]{1,3}(?:美元|欧元|元)?|元)?`,
  ],
  ['quantity', `(?<![\\d._-])${DIGITS}(?:\\s?[-–—~～至到]\\s?${DIGITS})?\\s?[%‰]`],
  ['quantity', `${NUMBER}\\s?${UNIT}(?![\\p{Script=Latin}\\p{N}-])`],
  ['quantity', `${HAN_NUMBER}\\s?${SCALE}${HAN_UNIT}`],
  ['quantity', `${HAN_NUMBER}[万亿千百][余多]?(?!\\p{Script=Han}{0,1}[公号])`],
  ['quantity', '[百千万]分之[一二三四五六七八九十百点零\\d]{1,10}'],
  // Units apart from their number: ± 45) mmHg, (pg/mL).
  ['quantity', `(?<![\\p{Script=Latin}\\p{N}._/-])${LONE_UNIT}(?![\\p{Script=Latin}\\p{N}/-])`],
];
/** What one of them may begin with: the expressions themselves find out more slowly that none does. */
const BEGINNING = '(?=[\\d$€£¥￥₹₦百千万]|(?<![A-Za-z])[A-Zcgkmnpuµμ])';
const AMOUNTS = new RegExp(`${BEGINNING}(?:${PATTERNS.map(([, pattern]) => `(${pattern})`).join('|')})`, 'gu');

/** Numbers with their units, dates and times, in order: those that are amounts, and no parts of names (5G, 100 meter dash). */
export function* amountsIn(text: string): Generator<{ start: number; end: number; kind: TokenKind }> {
  if (!/\d|分之|\/[dhmLg]|mmHg|cmH2O|kcal|[²³]/.test(text)) return;
  for (const match of matchesOf(AMOUNTS, text)) {
    const kind = PATTERNS[match.findIndex((group, g) => g > 0 && group !== undefined) - 1][0];
    yield { start: match.index, end: match.index + match[0].length, kind };
  }
}
