import { isAsciiLetter, isCommonHan } from '../language.js';
import { matchesOf } from '../matches.js';
import { isRow } from './columns.js';
import { markdownEdits, withoutSigns } from './markdown.js';
import { type Line, linesOfSubtitles } from './subtitles.js';
import type { Edit } from './view.js';

const INVISIBLE =
  /[\u00ad\u200b\u2060\ufeff]+|(?<=[\p{Script=Latin}\p{Script=Han}])[\u200c\u200d]+(?=[\p{Script=Latin}\p{Script=Han}])/gu;
/** Chinese with a space after every character. */
const SPACED = /(?<!\p{Script=Han})\p{Script=Han}(?: \p{Script=Han}){4,}(?!\p{Script=Han})/gu;
/** What is faster to look for, and part of it: no Han character has a smaller code unit. */
const MAY_BE_SPACED = /(?:[^\0-\u2e7f] ){4}/;
/** Lines that begin something: list items, headings, table rows, quotes, speakers. */
const OPENING =
  /^(?:[-*+•‣◦⁃▪▫●○■□◆◇★☆✓✔→▶※·–—>|#①-⑳⑴-⒇]|[(（]?\d{1,3}[.)）、．]|[(（]?[A-Za-z]\)|[（(]?[一二三四五六七八九十]{1,3}[、）)]|[A-Z][\w ]{0,20}:|[\p{L}\p{N}_.-]{1,20}(?::\s|：)|\S{1,20}(?: \S{1,20})? \d{1,2}:\d{2}(?::\d{2})?$)/u;
const HEADING = /^(?:#{1,6}\s|\|)|\|$/;
/** The line goes on: its last word cannot be the last of a clause. */
const OPEN_END = /(?:^|\s)(?:the|a|an|of|to|in|on|at|by|for|from|with|and|or|as|that|which|is|are|was|were)$/i;
const HAN = /[\p{Script=Han}]/u;
/** Of a block of wrapped lines, all but the last are as wide as the widest, but for this share. */
const SHORT_LINES = 0.5;
/** Han characters that a line must be wide at least to be wrapped; shorter ones are lists. */
const LEAST_HAN_WIDTH = 10;

/** What is taken out of a text before it is cut: signs that nobody sees or reads, and breaks within sentences. */
export function editsOfLines(text: string): Edit[] {
  const edits: Edit[] = [...markdownEdits(text)];
  if (/[\u00ad\u200b-\u200d\u2060\ufeff]/.test(text)) {
    for (const { index, 0: signs } of matchesOf(INVISIBLE, text)) {
      edits.push({ start: index, end: index + signs.length, by: '' });
    }
  }
  for (const { index, 0: run } of MAY_BE_SPACED.test(text) ? matchesOf(SPACED, text) : []) {
    for (let at = run.indexOf(' '); at >= 0; at = run.indexOf(' ', at + 1)) {
      edits.push({ start: index + at, end: index + at + 1, by: '' });
    }
  }
  if (text.includes('\n') || text.includes('\r')) edits.push(...joins(text));
  return edits;
}

function* joins(text: string): Generator<Edit> {
  const lines = linesOf(text);
  const none = text.includes('-->') ? linesOfSubtitles(lines) : new Set<Line>();
  const isSpoken = none.size > 0;
  let block: Line[] = [];
  for (const line of lines) {
    // An empty line between two subtitles is not an end of a sentence.
    if (none.has(line)) yield { start: line.start, end: line.end, by: '' };
    else if (line.words !== '') block.push(line);
    else if (!isSpoken) {
      yield* joinsOf(text, block, isSpoken);
      block = [];
    }
  }
  yield* joinsOf(text, block, isSpoken);
}

/** The lines of a text. */
export function linesOf(text: string): Line[] {
  let at = 0;
  return text.split(/\r\n|\n|\r/).map((line) => {
    const words = line.trim();
    const start = at + line.length - line.trimStart().length;
    at += line.length + (text.startsWith('\r\n', at + line.length) ? 2 : 1);
    return { start, end: start + words.length, words };
  });
}

/** The breaks within sentences of a block of lines without an empty one. */
function* joinsOf(text: string, block: readonly Line[], isSpoken: boolean): Generator<Edit> {
  const width = block.reduce((most, { words }) => Math.max(most, words.length), 0);
  const full = block.filter(({ words }, i) => i < block.length - 1 && words.length >= width - 2).length;
  const mayWrapHan = !isSpoken && full >= SHORT_LINES * (block.length - 1);
  if (isList(block)) return;
  for (let i = 1; i < block.length; i++) {
    const before = block[i - 1];
    const after = block[i];
    if (HEADING.test(before.words) || OPENING.test(after.words)) continue;
    if (isRow(before.words) || isRow(after.words)) continue;
    const last = before.words[before.words.length - 1];
    const hyphen = /[\p{L}\p{M}][-‐]$/u.test(before.words) && /^\p{L}/u.test(after.words);
    if (hyphen) {
      const staysHyphenated = !/^\p{Ll}/u.test(after.words) || /[-‐]\p{L}{1,40}[-‐]$/u.test(before.words.slice(-43));
      yield { start: staysHyphenated ? before.end : before.end - 1, end: after.start, by: '' };
    } else if (HAN.test(last) && HAN.test(after.words[0])) {
      if (mayWrapHan && before.words.length >= Math.max(width - 1, LEAST_HAN_WIDTH)) {
        yield { start: before.end, end: after.start, by: '' };
      }
    } else if (
      /[\p{L}\p{N}]/u.test(last) &&
      /^[\p{L}\p{N}]/u.test(after.words) &&
      isWrapped(before, after, isSpoken ? 0 : width)
    ) {
      if (text.slice(before.end, after.start) !== ' ') yield { start: before.end, end: after.start, by: ' ' };
    }
  }
}

/** "knitting for beginners", "lost cat": lines without a sign, one of which had room for the next word, are each whole. */
function isList(block: readonly Line[]): boolean {
  if (block.length < SHORTEST_LIST) return false;
  const width = block.reduce((most, { words }) => Math.max(most, words.length), 0);
  if (width > WIDEST_ITEM || block.some(({ words }) => /[.,;:!?]/.test(words) || OPEN_END.test(words))) return false;
  let room = 0;
  for (let i = 1; i < block.length; i++)
    if (block[i - 1].words.length + 1 + /^\S*/.exec(block[i].words)![0].length <= width) room++;
  return room > 0;
}
const SHORTEST_LIST = 3;
const WIDEST_ITEM = 50;

/**
 * Whether a sentence goes on in the next line: in small letters, or because its next word had no room.
 *
 * @param width of the longest line; 0 where lines end as they are spoken
 */
function isWrapped(before: Line, after: Line, width: number): boolean {
  if (OPEN_END.test(before.words.slice(-8))) return true;
  const next = /^\S{1,100}/.exec(after.words)![0];
  if (/^\p{Ll}/u.test(after.words)) return width === 0 || before.words.split(/\s+/, 3).length === 3;
  return width >= 30 && before.words.length + 1 + next.length > width;
}

/** Letters and marks apart that a letter exists for, as in cafe\u0301. */
const APART = /[\p{L}\p{N}]\p{M}|[\u1100-\u11ff]/u;

/**
 * A keyword as it is shown: without the line breaks, unseen signs, more spaces than one, and spaces between Han characters that were
 * read over; letters and their marks as one character.
 */
export function asOneLine(keyword: string): string {
  if (isPlain(keyword)) return keyword;
  const whole = APART.test(keyword) ? keyword.normalize('NFC') : keyword;
  if (!/[\n\r\t\u00a0\u00ad\u200b-\u200d\u202f\u2060\ufeff]| {2}|\p{Script=Han} |\*\*|~~/u.test(whole)) return whole;
  return withoutSigns(whole)
    .replace(INVISIBLE, '')
    .replace(/(?<![-‐]\p{L}{1,40})(?<=\p{L})[-‐]\s*[\n\r]\s*(?=\p{Ll})/gu, '')
    .replace(/([-‐\p{Script=Han}])\s+(?=\p{Script=Han})|([-‐])[\n\r]\s*/gu, '$1$2')
    .replace(/[ \t\u00a0\u202f]*[\n\r]\s*|[ \t\u00a0\u202f]+/g, ' ');
}

/** Whether a keyword is of common Han characters alone, or of ASCII letters, digits, hyphens and single spaces, as nearly all are. */
function isPlain(keyword: string): boolean {
  const isHan = isCommonHan(keyword.charCodeAt(0));
  for (let at = 0; at < keyword.length; at++) {
    const code = keyword.charCodeAt(at);
    const isOfKind = isHan
      ? isCommonHan(code)
      : isAsciiLetter(code) ||
        (code >= 0x30 && code <= 0x39) ||
        code === 0x2d ||
        (code === 0x20 && keyword.charCodeAt(at - 1) !== 0x20);
    if (!isOfKind) return false;
  }
  return true;
}
