import type { TextSpan } from './spans.js';

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
/** Code units of a line that are looked at: bounds the work for a long one. */
const LONGEST_HEAD = 120;
const FEWEST_LINES = 3;
const SEVERAL_LINES = /[\n\r\u2028\u2029].*[\n\r\u2028\u2029]/s;
/** Share of the lines of a dialogue that say who speaks, at least; in a chat what is said has lines of its own. */
const SHARE = 0.6;
const CHAT_SHARE = 0.25;

/**
 * The names before what is said in a dialogue (`priya: …`, 主持人：…) or above it (`priya 21:03`). They are labels, for in every
 * line stands one. A dialogue has such names in most lines, and one of them again: a list of fields (Price: …) has each once.
 */
export function* speakersIn(text: string): Generator<TextSpan> {
  if (!SEVERAL_LINES.test(text)) return;
  const lines = text.split('\n');
  const said = lines.filter((line) => line.trim() !== '').length;
  yield* namesOf(lines, SPOKEN, SHARE * said);
  yield* namesOf(lines, WRITTEN, CHAT_SHARE * said);
}

function* namesOf(lines: readonly string[], pattern: RegExp, least: number): Generator<TextSpan> {
  const found: TextSpan[] = [];
  const names = new Set<string>();
  let start = 0;
  for (const line of lines) {
    const isWhole = pattern !== WRITTEN || line.length <= LONGEST_HEAD;
    const match = isWhole ? pattern.exec(line.slice(0, LONGEST_HEAD)) : null;
    if (match) {
      const [head, name] = match;
      found.push({ start: start + head.length - name.length, end: start + head.length, kind: 'label' });
      names.add(name.toLowerCase());
    }
    start += line.length + 1;
  }
  if (found.length < FEWEST_LINES || names.size < 2 || names.size === found.length) return;
  if (found.length >= least) yield* found;
}
