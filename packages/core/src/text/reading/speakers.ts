import type { TextSpan } from '../marks.js';
import { matchesOf } from '../matches.js';

const NAME = '[^\\s\\d:：,.!?，。！？;；"“「][^:：,.!?，。！？;；"“「\\n\\r]{0,23}';
const DATE = '(?:\\d{4}[-/.年]\\d{1,2}[-/.月]\\d{1,2}日?|\\d{1,2}[-/.]\\d{1,2}(?:[-/.]\\d{2,4})?),?';
const TIME = '\\d{1,2}:\\d{2}(?::\\d{2})?(?:[ \\u202f]?[ap]m)?';
/** Before the name, as WhatsApp and others export it: 07:52, [18/05/2026, 07:52:11], 5/18/26, 7:52 AM - */
const STAMP = `[[(（【]?(?:${DATE}[ \\t]*)?${TIME}[\\])）】]?[ \\t]*(?:[-–][ \\t]+)?`;
/** A line that somebody says: a name before a colon, after the time where it has one. */
const SPOKEN = new RegExp(`^[ \\t\\u3000\\u200e]*(?:${STAMP})?(${NAME})(?=[:：](?!\\/\\/))`, 'i');
/** A line above what somebody wrote in a chat: a name, perhaps a number or a dash, and the time. */
const WRITTEN = new RegExp(
  `^[ \\t\\u3000]*(${NAME}?)(?=[ \\t]*(?:[(（]\\d{4,12}[)）]|—)?[ \\t]+(?:(?:${DATE}|today at|yesterday at|昨天|今天)[ \\t]+)?${TIME}[ \\t]*\\r?$)`,
  'i',
);
/** Each of them has it: after the name or in the time. */
const COLON = /[:：]/;
/** Who says what follows, where a Chinese dialogue is in one line: …吗？客服：可以。客户：… */
const SPOKEN_ON = /(?<=(?:^|[。！？!?…”」])\s{0,2})[\p{Script=Han}a-z]{1,8}(?=[:：])/giu;
/** A name in capitals before what is said, in a transcript that runs on: "HOST: And why? GUEST: Salt." */
const SHOUTED = /(?<=(?:^|[.!?…"”)\]])\s{0,2})(?:\p{Lu}[\p{Lu}\p{N}.' -]{0,22}[\p{Lu}\p{N}]|[QA])(?=:\s|：)/gu;
/** One of those who speak, as transcripts have them: without one what runs on may be a list of things (GDP: … CPI: …). */
const ROLE =
  /^(?:q|a|(?:mr|mrs|ms|dr)\b.*|(?:the )?(?:court|witness|judge)|.*\b(?:host|guest|speaker|interviewer|interviewee|moderator|narrator|presenter|reporter|caller|agent|customer|doctor|patient|teacher|student)(?: \d+)?|问|答|.*(?:客服|客户|顾客|店员|店家|买家|卖家|主持人?|嘉宾|记者|医生|护士|患者|病人|老师|学生|家长|妈妈|爸爸|奶奶|爷爷|律师|法官|面试官|候选人|受访者|采访者|旁白|同学))$/;
/** Code units of a line that are looked at: bounds the work for a long one. */
const LONGEST_HEAD = 120;
const FEWEST_LINES = 3;
const SEVERAL_LINES = /[\n\r\u2028\u2029].*[\n\r\u2028\u2029]/s;
/** Share of the lines of a dialogue that say who speaks, at least; in a chat what is said has lines of its own. */
const SHARE = 0.6;
const CHAT_SHARE = 0.25;

/**
 * The names before what is said in a dialogue (`priya: …`, 主持人：…) or above it (`priya 21:03`). They are labels, for in every
 * line stands one; a Chinese dialogue may be in one line. A dialogue has such names in most lines, and one of them again: a list of fields (Price: …) has each once.
 */
export function* speakersIn(text: string): Generator<TextSpan> {
  // Most texts have no colon, and the patterns look at every letter.
  if (!COLON.test(text)) return;
  const shouted = runningOn(text, SHOUTED);
  if (shouted.length > 0) return yield* shouted;
  if (!SEVERAL_LINES.test(text)) return yield* runningOn(text, SPOKEN_ON);
  const lines = text.split('\n');
  const said = lines.filter((line) => line.trim() !== '').length;
  yield* namesOf(headsOf(lines, SPOKEN), text, SHARE * said);
  yield* namesOf(headsOf(lines, WRITTEN), text, CHAT_SHARE * said);
}

const labelAt = (start: number, length: number): TextSpan => ({ start, end: start + length, kind: 'label' });

/** The names in a dialogue that runs on. */
function runningOn(text: string, pattern: RegExp): readonly TextSpan[] {
  const found = matchesOf(pattern, text).map(({ index, 0: { length } }) => labelAt(index, length));
  const isDialogue = found.some(({ start, end }) => ROLE.test(text.slice(start, end).toLowerCase()));
  return isDialogue ? [...namesOf(found, text, FEWEST_LINES)] : [];
}

/** The names at the heads of lines. */
function headsOf(lines: readonly string[], pattern: RegExp): TextSpan[] {
  const found: TextSpan[] = [];
  let start = 0;
  for (const line of lines) {
    const isWhole = pattern !== WRITTEN || line.length <= LONGEST_HEAD;
    const match = isWhole && COLON.test(line) ? pattern.exec(line.slice(0, LONGEST_HEAD)) : null;
    if (match) found.push(labelAt(start + match[0].length - match[1].length, match[1].length));
    start += line.length + 1;
  }
  return found;
}

/** Those found, if they are names that come again and again, and so many. */
function* namesOf(found: readonly TextSpan[], text: string, least: number): Generator<TextSpan> {
  const names = new Set(found.map(({ start, end }) => text.slice(start, end).toLowerCase()));
  if (found.length < FEWEST_LINES || names.size < 2 || names.size === found.length) return;
  if (found.length >= least) yield* found;
}
