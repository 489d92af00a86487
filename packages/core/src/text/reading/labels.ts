import { matchesOf } from '../matches.js';
import type { TokenKind } from '../tokenizer.js';

const HAN =
  '(?:研究)?(?:本[报報][讯訊]|目的|方法|结果|结论|背景|目标|摘[ \\u3000]{0,2}要|讨论|关键词|材料与方法|资料与方法|对象与方法|方法与结果|目的与方法)';
const ENGLISH =
  '(?:background|introduction|objectives?|aims?|purpose|(?:materials|patients) and methods|methods?|methodology|results?|findings|conclusions?|discussion|setting|design|abstract|summary|keywords|key words|significance|interpretation)';
const capital = (words: string) => words.replace(/(?<=[(|:])[a-z]/g, (letter) => `[${letter}${letter.toUpperCase()}]`);
const upper = ENGLISH.toUpperCase();
/** After a stop, a break, or another label. */
const CLAUSE = '(?<=(?:^|[。；;！!？?.\\n\\r】\\]］〕]|摘[ \\u3000]{0,2}要[:：])[ \\t\\u3000]{0,4}[【\\[［〔(]?)';

/** None begins within a word: to look further back from every character takes several times as long. */
const BEGINNING = '(?<![A-Za-z\\u4e00-\\u9fff])';

/** Section names at the start of a clause, and what shows that they are labels: a colon, a bracket, white space, a line of their own. */
const LABELS = new RegExp(
  `${BEGINNING}${CLAUSE}(?:${HAN}(?=[ \\t\\u3000]{0,2}[:：】\\]］〕\\r\\n]|[ \\t\\u3000]+[^\\s\\w])|` +
    `${capital(ENGLISH)}(?=\\s?:|\\.\\s+[A-Z]|[】\\]]|\\s*[\\r\\n]|\\s?[—–-]\\s)|${upper}(?=\\s+[A-Z]|[.:]))`,
  'g',
);

const PLACE = `[A-Z]{2}(?:[A-Z.'’-]| (?=[A-Z])){2,28}`;
const REGION = '(?:, [A-Z][A-Za-z.]{1,20}(?: [A-Z][a-z.]{1,20}){0,2}(?: \\d{1,2})?)?';
const AGENCY = '(?: ?\\([A-Z][A-Za-z/]{1,20}\\))?';
/**
 * Where a report was written, before its first sentence: NEW DELHI:, OSLO, Norway (Reuters) —. After a colon only what is too
 * long to be an abbreviation, and in a line that goes on like a sentence.
 */
const DATELINES = new RegExp(
  `^(?:(?=[A-Z]{5}|[A-Z.'’]+(?:,| [A-Z(]))${PLACE}${REGION}${AGENCY}(?= ?[—–]| --? )|(?=[A-Z]{7}|[A-Z]{2,} [A-Z]{2})${PLACE}(?=: [^\\n]{60}))`,
  'gm',
);

/** Labels of the sections of an abstract (目的, 方法, Background:, RESULTS), in order, and datelines. */
export function* labelsIn(text: string): Generator<{ start: number; end: number; kind: TokenKind }> {
  yield* labelsBy(LABELS, text);
  yield* labelsBy(DATELINES, text);
}

function* labelsBy(labels: RegExp, text: string): Generator<{ start: number; end: number; kind: TokenKind }> {
  for (const match of matchesOf(labels, text)) {
    yield { start: match.index, end: match.index + match[0].length, kind: 'label' };
  }
}
