import type { TextSpan } from '../marks.js';

/** What parts two columns; after a stop two spaces are those of an old typist. */
const GAP = /\t| {3,}|(?<![.?!:;]) {2}(?=\S)/;
/** Words of a line whose columns are two spaces apart, at most: text that is spread to full lines has more. */
const MOST_WORDS = 8;
const LEAST_CELLS = 3;
const NUMBER = /^[-+£$€¥]?\s?\d/;

/** The cells of a line, if it has several. */
function cellsOf(line: string): string[] {
  const row = line.trim();
  if (!GAP.test(row)) return [];
  if (!/\t| {3}/.test(row) && row.split(/\s+/).length > MOST_WORDS) return [];
  return row.split(GAP).map((cell) => cell.trim());
}

/** Whether a line is a row of a table. */
export const isRow = (line: string) => cellsOf(line).length > 1;

/** Whether a text has what parts columns anywhere; faster than an expression. */
const hasGap = (text: string) => text.includes('\t') || text.includes('  ');

/** Whether a text has rows of a table, one below another. */
export function hasColumns(text: string): boolean {
  if (!hasGap(text)) return false;
  let wasRow = false;
  for (const line of text.split('\n')) {
    const is = isRow(line);
    if (is && wasRow) return true;
    wasRow = is;
  }
  return false;
}

/** The heads of columns: a row of words above rows with numbers. */
export function* headsIn(text: string): Generator<TextSpan> {
  if (!hasGap(text)) return;
  const lines = text.split('\n');
  let start = 0;
  for (let i = 0; i + 1 < lines.length; start += lines[i++].length + 1) {
    const heads = cellsOf(lines[i]);
    if (heads.length < LEAST_CELLS || heads.some((head) => NUMBER.test(head))) continue;
    // Where all below are numbers, what they are of is in the heads: "Tesla  Ford  Toyota".
    const below = cellsOf(lines[i + 1]);
    if (!below.some((cell) => NUMBER.test(cell)) || below.every((cell) => NUMBER.test(cell))) continue;
    let at = 0;
    for (const head of heads) {
      if (head === '') continue;
      at = lines[i].indexOf(head, at);
      yield { start: start + at, end: start + at + head.length, kind: 'label' };
      at += head.length;
    }
  }
}
