import { withoutHeadlineLabels } from './headline-labels.js';
import { labelsIn } from './labels.js';

/** Longest first line that is taken for a title, in code units. */
const LONGEST = 300;
/** A text below a title without an empty line between them is longer than it by this factor, and as long as a sentence. */
const LONGER = 3;
const LEAST_TEXT = 60;

/**
 * The end of a title in a text: of its first line, where that ends without a stop and is set apart by an empty line, or
 * by a line that is far longer. 0 where there is none; "Abstract" is none.
 */
export function endOfTitle(text: string): number {
  const start = text.search(/\S/);
  if (start < 0) return 0;
  const title = /^[^\r\n]*/.exec(text.slice(start, start + LONGEST + 1))![0].trimEnd();
  if (title.length > LONGEST || /[.。．,，、;；:：…]$/.test(title)) return 0;
  const end = start + title.length;
  const after = /^[^\S\r\n]*(?:\r\n|\n|\r)([^\S\r\n]*(?:\r\n|\n|\r)\s*)?/.exec(text.slice(end, end + 2 * LONGEST));
  if (!after) return 0;
  if (!labelsIn(text.slice(start, end + 1)).next().done) return 0;
  const next = text.slice(end + after[0].length, end + after[0].length + LONGER * LONGEST);
  if (after[1] !== undefined) return next === '' ? 0 : end;
  if (/^\p{Ll}/u.test(next)) return 0;
  const { length } = /^[^\r\n]*/.exec(next)![0].trimEnd();
  return length >= Math.max(LEAST_TEXT, LONGER * title.length) ? end : 0;
}

/** A title that is given apart from its text, on one line and without labels; empty where it has nothing to say. */
export const oneLineTitle = (title: string) => withoutHeadlineLabels(title).trim().replace(/\s+/g, ' ');
