import { type FoldedText, isWordUnit } from './fold.js';

/** A place of a folded text where a term is. */
export interface TermMatch {
  /** Its place in the list. */
  readonly term: number;
  /** [start, end) in the folded text. */
  readonly start: number;
  readonly end: number;
}

/**
 * Folded terms in the order of their code units, in one array: a trie whose nodes are ranges of the list. Takes as much
 * memory as its letters, is compiled by sorting, and a file holds it as it is.
 */
export interface TermList {
  /** (units of all terms). */
  readonly units: Uint16Array;
  /** (terms + 1) where each begins. */
  readonly offsets: Uint32Array;
}

/** Longest term that is looked for, in code units: bounds the work at each place of a text. */
export const LONGEST_TERM = 200;

/** @param sorted distinct folded terms in the order of their code units, which is that of `Array.prototype.sort` */
export function termList(sorted: readonly string[]): TermList {
  const offsets = new Uint32Array(sorted.length + 1);
  for (let i = 0; i < sorted.length; i++) offsets[i + 1] = offsets[i] + sorted[i].length;
  const units = new Uint16Array(offsets[sorted.length]);
  sorted.forEach((term, i) => {
    for (let j = 0; j < term.length; j++) units[offsets[i] + j] = term.charCodeAt(j);
  });
  return { units, offsets };
}

/** Finds terms of a list in texts. */
export class TermFinder {
  private readonly list: TermList;
  /** (65,537) the first term that begins with each code unit, or a greater one. */
  private readonly firsts = new Uint32Array(0x10001);

  constructor(list: TermList) {
    this.list = list;
    const { units, offsets } = list;
    const { firsts } = this;
    let unit = 0;
    for (let i = 0; i < offsets.length - 1; i++) {
      for (; unit <= units[offsets[i]]; unit++) firsts[unit] = i;
    }
    firsts.fill(offsets.length - 1, unit);
  }

  /**
   * All places of all terms, by start and then by length; terms may overlap. None begins or ends within a word of a
   * script that puts spaces between words.
   */
  find({ text }: FoldedText): TermMatch[] {
    const { units, offsets } = this.list;
    const matches: TermMatch[] = [];
    for (let start = 0; start < text.length; start++) {
      if (!isEdge(text, start)) continue;
      const unit = text.charCodeAt(start);
      let low = this.firsts[unit];
      let high = this.firsts[unit + 1];
      for (let depth = 1; low < high; depth++) {
        if (offsets[low + 1] - offsets[low] === depth) {
          const end = start + depth;
          if (isEdge(text, end) && !isContinued(text, start, end)) matches.push({ term: low, start, end });
          low++;
        }
        if (start + depth >= text.length || depth >= LONGEST_TERM) break;
        const next = text.charCodeAt(start + depth);
        low = firstNotBelow(units, offsets, low, high, depth, next);
        high = firstNotBelow(units, offsets, low, high, depth, next + 1);
      }
    }
    return matches;
  }
}

/** The first of the terms low … high − 1, alike up to `depth`, whose code unit there is not below `unit`. */
function firstNotBelow(
  units: Uint16Array,
  offsets: Uint32Array,
  low: number,
  high: number,
  depth: number,
  unit: number,
): number {
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (units[offsets[middle] + depth] < unit) low = middle + 1;
    else high = middle;
  }
  return low;
}

function isEdge(text: string, at: number): boolean {
  return at === 0 || at === text.length || !isWordUnit(text.charCodeAt(at - 1)) || !isWordUnit(text.charCodeAt(at));
}

/** Whether what is beside a term makes another word of it: C of C++ and C#, node of node.js, can of can't. */
function isContinued(text: string, start: number, end: number): boolean {
  if (isWordUnit(text.charCodeAt(end - 1))) {
    const next = text[end];
    if (next === '+' || next === '#') return true;
    if (next === '.' && isWordUnit(text.charCodeAt(end + 1))) return true;
    if ((next === "'" || next === '’') && /t(?![a-z])/y.test(text.slice(end + 1, end + 3))) return true;
  } else if (text[end] === text[end - 1] && !/[\p{L}\p{N}]/u.test(text[end])) return true;
  if (!isWordUnit(text.charCodeAt(start))) return false;
  const before = text[start - 1];
  return before === '.' && start > 1 && isWordUnit(text.charCodeAt(start - 2));
}
