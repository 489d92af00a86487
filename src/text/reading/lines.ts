import { isCommonHan } from '../language.js';

/** A text as it is to be cut. */
export interface JoinedText {
  readonly text: string;
  /** Offset in the original text of each code unit; undefined where nothing was left out. */
  readonly offsets: Int32Array | undefined;
  /** Offsets in the original text of line breaks within a sentence: a phrase may go on after them. */
  readonly wraps: ReadonlySet<number>;
}

const INVISIBLE = /[\u00ad\u200b\u2060\ufeff]/;
const NO_WRAPS: ReadonlySet<number> = new Set();
/** A line that a wrap would not begin with: a heading, list item, quotation, table row. */
const NEW_ITEM = /^(?:[-*•·+>#|]|\d{1,3}[.)、]|[（(]?[一二三四五六七八九十]{1,3}[）)、.])/;
const SENTENCE_END = /[.!?。！？:：;；…]["'”’）)】]?$/;
/** A timing line of subtitles, or its number. */
const CUE = /^(?:\d{1,6}|[\d:,.]{5,16} --> [\d:,.]{5,16})$/;
/** A line as full as this share of the longest of its paragraph was broken because it was full. */
const FULL = 0.6;
/** Characters of text of which this share has a space after it is spaced throughout (OCR, transcripts). */
const SPACED = 0.8;

/**
 * Joins what line breaks and invisible signs part: a word with a soft hyphen in it or broken at a hyphen ("hydro-" at
 * the end of a line), a Chinese word broken at the end of a line, Chinese with a space after every character.
 */
export function joinLines(text: string): JoinedText {
  const hasBreaks = text.includes('\n');
  const isSpaced = isSpacedHan(text);
  if (!hasBreaks && !isSpaced && !INVISIBLE.test(text)) return { text, offsets: undefined, wraps: NO_WRAPS };
  const wraps = hasBreaks ? findWraps(text) : NO_WRAPS;
  const isLeftOut = new Uint8Array(text.length);
  let leftOut = 0;
  const leave = (at: number) => {
    if (isLeftOut[at] === 0) leftOut++;
    isLeftOut[at] = 1;
  };
  for (let at = 0; at < text.length; at++) {
    if (INVISIBLE.test(text[at])) leave(at);
    else if (isSpaced && text[at] === ' ' && isHan(text, at - 1) && isHan(text, at + 1)) leave(at);
  }
  for (const at of wraps) {
    let from = at;
    while (from > 0 && /[ \t\r]/.test(text[from - 1])) from--;
    let to = at + 1;
    while (to < text.length && /[ \t\u3000]/.test(text[to])) to++;
    const isHyphened =
      /[-‐]/.test(text[from - 1] ?? '') && /\p{Ll}/u.test(text[from - 2] ?? '') && /\p{Ll}/u.test(text[to] ?? '');
    if (!isHyphened && !(isHan(text, from - 1) && isHan(text, to))) continue;
    for (let gone = isHyphened ? from - 1 : from; gone < to; gone++) leave(gone);
  }
  if (leftOut === 0) return { text, offsets: undefined, wraps };
  const offsets = new Int32Array(text.length - leftOut);
  let joined = '';
  let kept = 0;
  let copied = 0;
  for (let at = 0; at <= text.length; at++) {
    if (at < text.length && isLeftOut[at] === 0) {
      offsets[kept++] = at;
      continue;
    }
    joined += text.slice(copied, at);
    copied = at + 1;
  }
  return { text: joined, offsets, wraps };
}

/** Offsets of the line breaks that are within a sentence. */
function findWraps(text: string): Set<number> {
  const wraps = new Set<number>();
  let start = 0;
  for (const block of text.split(/(\n[^\S\n]*\n\s*)/)) {
    const lines = block.split('\n');
    const longest = lines.reduce((most, line) => Math.max(most, line.trim().length), 0);
    let at = start;
    for (let l = 0; l + 1 < lines.length; l++) {
      at += lines[l].length;
      if (isWrap(lines[l].trim(), lines[l + 1].trim(), longest)) wraps.add(at);
      at++;
    }
    start += block.length;
  }
  return wraps;
}

function isWrap(line: string, next: string, longest: number): boolean {
  if (line === '' || next === '' || NEW_ITEM.test(next) || SENTENCE_END.test(line)) return false;
  if (NEW_ITEM.test(line) && /^[#|]/.test(line)) return false;
  if (CUE.test(line) || CUE.test(next)) return false;
  // A small letter goes on with a sentence; anything else may be a title's neighbour unless the line was full.
  return /^\p{Ll}/u.test(next) || line.length >= FULL * longest;
}

function isSpacedHan(text: string): boolean {
  let spaced = 0;
  let tight = 0;
  const end = Math.min(text.length, 4000);
  for (let at = 0; at + 1 < end; at++) {
    if (!isHan(text, at)) continue;
    if (isHan(text, at + 1)) tight++;
    else if (text[at + 1] === ' ' && isHan(text, at + 2)) spaced++;
  }
  return spaced >= 4 && spaced >= SPACED * (spaced + tight);
}

const isHan = (text: string, at: number) => at >= 0 && at < text.length && isCommonHan(text.charCodeAt(at));
