import type { TokenKind } from '../tokenizer.js';

/** A part of a text that is no word of a language. */
export interface TextSpan {
  readonly start: number;
  readonly end: number;
  readonly kind: TokenKind;
}

/**
 * Every repetition has a bound and follows a sign that few texts are full of, so that no text costs more than a few
 * hundred steps for each of its characters.
 */
const NOT_URL = '\\s<>"\'`()\\[\\]{}|\\\\^\\u2e80-\\u9fff\\uff00-\\uffef\\u3000-\\u303f';
const TLD =
  'com|org|net|edu|gov|io|co|cn|tw|hk|jp|kr|de|fr|es|it|nl|pl|pt|br|ru|uk|eu|us|ca|au|in|info|biz|dev|app|me|tv|cc|xyz|ai|ly|gl|be';
const DOMAIN = `[a-z0-9-]{1,63}(?:\\.[a-z0-9-]{1,63}){0,6}\\.(?:${TLD})`;
const MONTH =
  '(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\\.?';
const AMOUNT = '\\d[\\d,]{0,20}(?:\\.\\d{1,10})?';
const HAN_UNIT =
  '(?:个百分点|平方公里|平方千米|平方米|立方米|千瓦时|公顷|公里|千米|毫米|厘米|分米|公斤|千克|毫克|毫升|美元|港元|欧元|日元|小时|分钟|毫秒|个月|[元吨克斤升岁名例次件台辆枚块篇条秒倍天人米](?![期型代类制均民物气线大])|%)';
const UNIT =
  '(?:%|‰|℃|°C|°F|mg|kg|km|cm|mm|nm|µm|μm|ml|mL|dB|kB|KB|MB|GB|TB|ms|Hz|kHz|MHz|GHz|kW|MW|GW|kWh|MWh|mph|bps|rpm|kPa|MPa|mmHg|kcal|lbs?|USD|EUR|RMB)(?![A-Za-z])';
const HAN_LABELS = '目的|目标|背景|方法|材料与方法|资料与方法|结果|结论|讨论|摘要|关键词|引言|前言|导语';
const LABELS =
  'Background|Objectives?|Aims?|Purpose|Introduction|Methods?|Methodology|Materials and methods|Results?|Findings|Conclusions?|Discussion|Design|Setting|Abstract|Key ?words|Summary|Significance|Interpretation';

/** The first that finds something at a place has it; `gate`: a sign without which a text has none of the kind. */
const READERS: readonly { kind: TokenKind; gate: RegExp; pattern: RegExp }[] = [
  { kind: 'code', gate: /^---\r?\n/, pattern: /^---\r?\n(?:[^\n]{0,400}\n){1,60}?---(?=\r?\n|$)/g },
  { kind: 'code', gate: /```|~~~/, pattern: /(```|~~~)[\s\S]{0,20000}?\1/g },
  { kind: 'code', gate: /`/, pattern: /`[^`\n]{1,200}`/g },
  { kind: 'url', gate: /\]\(/, pattern: /\]\([^()\s]{1,500}\)/g },
  {
    kind: 'url',
    gate: /:\/\/|www\.|\.[a-z]{2,4}\//i,
    pattern: new RegExp(
      `(?:(?:https?|ftp):\\/\\/|www\\.)[^${NOT_URL}]{1,2000}|(?<![\\w@.-])${DOMAIN}\\/[^${NOT_URL}]{0,2000}`,
      'gi',
    ),
  },
  {
    kind: 'mail',
    gate: /@/,
    pattern: /(?<![\w.+-])[\w.+-]{1,64}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,6}/gi,
  },
  { kind: 'path', gate: /\/|\\/, pattern: /(?<![\w./\\])(?:~|\.{1,2}|[A-Za-z]:)?(?:[/\\][\w.-]{1,80}){2,30}/g },
  { kind: 'entity', gate: /&/, pattern: /&(?:[a-z]{2,8}|#\d{1,6}|#x[\da-f]{1,6});/gi },
  { kind: 'entity', gate: /<[a-z/!]/i, pattern: /<\/?[a-z][^<>]{0,300}>|<!--[^>]{0,1000}-->/gi },
  {
    kind: 'code',
    gate: /\w\(/,
    pattern: /(?<![\w$.])[A-Za-z_$][\w$]{0,40}(?:\.[A-Za-z_$][\w$]{0,40}){1,6}\([^()\n]{0,80}\)/g,
  },
  { kind: 'hashtag', gate: /#/, pattern: /#[^#\s@]{1,40}#(?=[^\p{L}\p{N}]|$|\p{Script=Han})/gu },
  { kind: 'hashtag', gate: /#/, pattern: /(?<![\p{L}\p{N}_&/#])#[\p{L}_][\p{L}\p{M}\p{N}_]{0,60}/gu },
  { kind: 'handle', gate: /@/, pattern: /(?<![\p{L}\p{N}_@/.])@[\p{L}_][\p{L}\p{M}\p{N}_]{0,29}/gu },
  {
    kind: 'date',
    gate: /\d/,
    pattern: new RegExp(
      '(?<!\\d)(?:\\d{4}-\\d{1,2}-\\d{1,2}|\\d{4}/\\d{1,2}/\\d{1,2}|\\d{1,2}:\\d{2}(?::\\d{2})?(?: ?[ap]\\.?m\\.?)?|\\d{1,2} ?[ap]\\.?m\\b' +
        '|\\d{2,4}年(?:\\d{1,2}月(?:\\d{1,2}[日号])?)?|\\d{1,2}月(?:\\d{1,2}[日号](?!线))?|\\d{1,2}日)(?:凌晨|清晨|早上|上午|中午|下午|傍晚|晚上|晚间|夜间|晚|初|底|末)?(?![\\d])' +
        `|\\b${MONTH} \\d{1,2}(?:st|nd|rd|th)?(?:, ?\\d{4})?\\b|\\b\\d{1,2}(?:st|nd|rd|th)? ${MONTH}(?: \\d{4})?\\b|\\b${MONTH},? \\d{4}\\b`,
      'g',
    ),
  },
  {
    kind: 'quantity',
    gate: /\d/,
    pattern: new RegExp(
      `(?<![\\p{L}\\p{N}.,-])(?:[$€£¥]${AMOUNT}(?: ?(?:million|billion|trillion|[kKmMbB])\\b)?|${AMOUNT}(?:余|多)?[十百千万亿]{0,3}(?:余|多)?${HAN_UNIT}|${AMOUNT} ?${UNIT}|${AMOUNT}(?:余|多)?[万亿]{1,2}(?=[，。、；！？]|$))`,
      'gu',
    ),
  },
  {
    kind: 'label',
    gate: /[:：】.]/,
    pattern: new RegExp(
      `(?<=^|[\\n。；.;】]\\s{0,3})(?:【(?:${HAN_LABELS})】|(?:${HAN_LABELS})(?=[:：])|(?:${LABELS})(?=\\s?[:：]))|(?<=^|\\n|[.] )(?:${LABELS})(?=\\. \\p{Lu})|(?<=^|\\n|[.] )(?:BACKGROUND|OBJECTIVES?|AIMS?|METHODS?|RESULTS?|CONCLUSIONS?|DISCUSSION|ABSTRACT)(?=\\s)`,
      'gu',
    ),
  },
];

/** What ends a sentence and not an address. */
const TRAILING = /[.,;:!?。，；：！？…*_~-]+$/;

/**
 * The parts of a text that are no words of a language: addresses, code, markup, handles, hashtags, amounts, dates, labels
 * of abstracts. In the order of the text, none overlapping; of two that do, the kind that is read first has the place.
 */
export function findSpans(text: string): TextSpan[] {
  const spans: TextSpan[] = [];
  for (const { kind, gate, pattern } of READERS) {
    if (!gate.test(text)) continue;
    for (const match of text.matchAll(pattern)) {
      const start = match.index;
      const found = kind === 'url' || kind === 'path' ? match[0].replace(TRAILING, '') : match[0];
      if (found.length > 1) spans.push({ start, end: start + found.length, kind });
    }
  }
  if (spans.length < 2) return spans;
  // Sorting is stable: of those that begin at one place the first read is first.
  const claimed: TextSpan[] = [];
  const order = new Map(spans.map((span, i) => [span, i]));
  spans.sort((a, b) => a.start - b.start || order.get(a)! - order.get(b)!);
  for (const span of spans) {
    const last = claimed.at(-1);
    if (!last || span.start >= last.end) claimed.push(span);
    else if (order.get(span)! < order.get(last)!) claimed[claimed.length - 1] = span;
  }
  return claimed;
}
