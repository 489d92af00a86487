import type { TextSpan } from './spans.js';

/** A line that somebody says: a name before a colon, after the time where it has one. */
const SPOKEN =
  /^[ \t\u3000]*(?:[[(（【]?\d{1,2}:\d{2}(?::\d{2})?[\])）】]?[ \t]*)?([^\s\d:：,.!?，。！？;；"“「][^:：,.!?，。！？;；"“「\n\r]{0,23})(?=[:：](?!\/\/))/gm;
const FEWEST_LINES = 3;
/** Share of the lines of a dialogue that say who speaks, at least. */
const SHARE = 0.6;

/**
 * The names before what is said in a dialogue (`priya: …`, 主持人：…). They are labels, for in every line stands one. A dialogue
 * has such names in most lines, and one of them again: a list of fields (Price: …) has each once.
 */
export function* speakersIn(text: string): Generator<TextSpan> {
  const lines = Array.from(text.matchAll(SPOKEN));
  const names = new Set(lines.map(([, name]) => name.toLowerCase()));
  if (lines.length < FEWEST_LINES || names.size < 2 || names.size === lines.length) return;
  const all = text.split('\n').filter((line) => line.trim() !== '').length;
  if (lines.length < SHARE * all) return;
  for (const { index, 0: line, 1: name } of lines) {
    const end = index + line.length;
    yield { start: end - name.length, end, kind: 'label' };
  }
}
