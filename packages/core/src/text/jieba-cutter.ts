import type { Cutter, Piece } from './cutter-tokenizer.js';
import { hasStates, segmentByStates } from './jieba-states.js';
import { FEW, type JiebaTables, MANY, placeIn, wordAt } from './jieba-tables.js';
import { matchesOf } from './matches.js';

/** Of characters that make Latin words and numbers: the parts that are words, and what is between them. */
const LATIN = /[a-zA-Z0-9]+(?:.[0-9]+)?%?/gu;

/** By code unit below 128: whether it is a character of Latin words and numbers. */
const isLatin = Array.from({ length: 128 }, (_, unit) => /[a-zA-Z0-9+#&._%-]/.test(String.fromCharCode(unit)));

/** Pieces that are kept, by the lower bits of their words' numbers. */
const KEPT = 1 << 14;

/** Code units of a text whose memory is not kept for the next one. */
const LONG = 1 << 16;

/** What jieba does: cuts texts, and knows the words of its dictionary. */
export interface JiebaCutter extends Cutter {
  /** The tag of a word of the dictionary; undefined for any other. */
  tagOf(word: string): string | undefined;
}

/** jieba's default mode with its hidden Markov model for unknown words, and its tags of parts of speech. */
export function jiebaCutterOf(tables: JiebaTables): JiebaCutter {
  const { nodes, logShares, logTotal, tags, tagOf } = tables;

  // By place in a text: the best log share of what follows in its block, and the word there: its end, its number or −1.
  let best = new Float64Array(0);
  let endOf = new Int32Array(0);
  let wordOf = new Int32Array(0);
  /** The words of the text that is being cut: the start and the number of each; −1 is not a word of the dictionary. */
  let found = new Int32Array(0);
  let size = 0;

  /** By code unit: the node of a word's first, −1 where no word begins so. */
  const firsts = new Int32Array(0x10000).fill(-1);
  for (let node = 0; node < tables.firsts; node++) firsts[nodes[2 * node] >>> 16] = node;

  const kept = new Array<Piece | undefined>(KEPT).fill(undefined);
  const keptNumbers = new Int32Array(KEPT).fill(-1);

  function add(start: number, word: number): void {
    found[size++] = start;
    found[size++] = word;
  }

  /** The node below another by a code unit, −1 without one. */
  function child(parent: number, unit: number): number {
    const children = nodes[2 * parent + 1];
    const count = children & 0xf;
    let place = (children >> 4) & 0xfffff;
    if (count <= FEW) {
      for (const end = place + count; place < end; place++) if (nodes[2 * place] >>> 16 === unit) return place;
      return -1;
    }
    const mask = (1 << (count - MANY)) - 1;
    for (let at = placeIn(mask, unit); ; at = (at + 1) & mask) {
      const other = nodes[2 * (place + at)] >>> 16;
      if (other === unit) return place + at;
      if (other === 0) return -1;
    }
  }

  /** The number of the word that is there, −1 where the dictionary has none. */
  function find(text: string, start: number, end: number): number {
    let node = firsts[text.charCodeAt(start)];
    for (let at = start + 1; node >= 0 && at < end; at++) node = child(node, text.charCodeAt(at));
    return node < 0 ? -1 : wordAt(nodes, node);
  }

  /** The most probable words of a block, by dynamic programming from its end. */
  function findRoute(text: string, start: number, end: number): void {
    best[end] = 0;
    for (let at = end - 1; at >= start; at--) {
      let most = Number.NEGATIVE_INFINITY;
      let next = -1;
      let word = -1;
      let node = firsts[text.charCodeAt(at)];
      for (let to = at + 1; node >= 0; node = to < end ? child(node, text.charCodeAt(to++)) : -1) {
        const number = wordAt(nodes, node);
        if (number < 0) continue;
        const score = logShares[number] + best[to];
        // Of equals the longer.
        if (score < most) continue;
        most = score;
        next = to;
        word = number;
      }
      if (next < 0) {
        next = at + lengthAt(text, at);
        most = -logTotal + best[next];
      }
      best[at] = most;
      endOf[at] = next;
      wordOf[at] = word;
    }
  }

  function cutBlock(text: string, start: number, end: number): void {
    findRoute(text, start, end);
    /** Where characters begin that are words by themselves: together they may be words that the dictionary does not have. */
    let left = -1;
    for (let at = start; at < end; at = endOf[at]) {
      if (endOf[at] - at === lengthAt(text, at)) {
        if (left < 0) left = at;
        continue;
      }
      if (left >= 0) addSingles(text, left, at);
      left = -1;
      add(at, wordOf[at]);
    }
    if (left >= 0) addSingles(text, left, end);
  }

  function addSingles(text: string, start: number, end: number): void {
    if (endOf[start] !== end && find(text, start, end) < 0) addUnknown(text, start, end);
    else for (let at = start; at < end; at = endOf[at]) add(at, wordOf[at]);
  }

  function addUnknown(text: string, start: number, end: number): void {
    let last = start;
    const addUntil = (to: number) => {
      add(last, find(text, last, to));
      last = to;
    };
    for (let at = start; at < end; ) {
      let to = at;
      while (to < end && hasStates(text.charCodeAt(to))) to++;
      if (to > at) segmentByStates(tables, text, at, to, addUntil);
      at = to;
      while (to < end && !hasStates(text.charCodeAt(to))) to++;
      for (const { index, 0: word } of to > at ? matchesOf(LATIN, text.slice(at, to)) : []) {
        if (at + index > last) addUntil(at + index);
        addUntil(at + index + word.length);
      }
      if (to > last) addUntil(to);
      at = to;
    }
  }

  /** Cuts a text: fills {@link found}. */
  function cutAll(text: string): void {
    const n = text.length;
    size = 0;
    if (best.length <= n || (best.length > 2 * LONG + 1 && n < LONG)) {
      const length = Math.max(2 * Math.min(n, LONG), n) + 1;
      best = new Float64Array(length);
      endOf = new Int32Array(length);
      wordOf = new Int32Array(length);
      found = new Int32Array(2 * length);
    }
    for (let at = 0; at < n; ) {
      let end = at;
      while (end < n && isWordCharacter(text, end)) end += lengthAt(text, end);
      if (end > at + 1) cutBlock(text, at, end);
      else {
        end = at + lengthAt(text, at);
        add(at, find(text, at, end));
        if (text.charCodeAt(at) === 0x0d && text.charCodeAt(end) === 0x0a) end++;
      }
      at = end;
    }
    found[size] = n;
  }

  function pieceAt(text: string, at: number): Piece {
    const start = found[at];
    const end = found[at + 2];
    // Single characters out of the dictionary, which are mostly marks, have numbers of their own.
    const word = found[at + 1];
    const number = word >= 0 ? word : end - start === 1 ? -2 - text.charCodeAt(start) : -1;
    if (number === -1) {
      const unknown = copyOf(text, start, end);
      return { word: unknown, partOfSpeech: tagOfUnknown(unknown) };
    }
    const place = number & (KEPT - 1);
    if (keptNumbers[place] !== number) {
      const spelt = copyOf(text, start, end);
      kept[place] = { word: spelt, partOfSpeech: word >= 0 ? tags[tagOf[word]] : tagOfUnknown(spelt) };
      keptNumbers[place] = number;
    }
    return kept[place]!;
  }

  function tag(text: string): Piece[] {
    cutAll(text);
    const pieces = new Array<Piece>(size / 2);
    for (let at = 0; at < size; at += 2) pieces[at / 2] = pieceAt(text, at);
    return pieces;
  }

  return {
    cut: (text) => tag(text).map(({ word }) => word),
    tag,
    tagOf(word) {
      const number = find(word, 0, word.length);
      return number < 0 ? undefined : tags[tagOf[number]];
    },
  };
}

/** A part of a text that does not keep the whole of it in memory, as a slice of 13 code units or more does. */
function copyOf(text: string, start: number, end: number): string {
  const part = text.slice(start, end);
  return part.length < 13 ? part : part.split('').join('');
}

/** Code units of the character at a place. */
function lengthAt(text: string, at: number): number {
  if ((text.charCodeAt(at) & 0xfc00) !== 0xd800) return 1;
  return (text.charCodeAt(at + 1) & 0xfc00) === 0xdc00 ? 2 : 1;
}

/** Whether a character is one that words are made of: Han, and those of Latin words and numbers. Every other is a piece. */
function isWordCharacter(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  if (unit < 0x80) return isLatin[unit];
  return isHan(unit) || ((unit & 0xfc00) === 0xd800 && isHan(text.codePointAt(at)!));
}

/** Whether jieba takes a code point for a Chinese character. */
function isHan(code: number): boolean {
  if (code < 0x20000) {
    return (
      (code >= 0x4e00 && code <= 0x9fff) || (code >= 0x3400 && code <= 0x4dbf) || (code >= 0xf900 && code <= 0xfaff)
    );
  }
  return code <= 0x2a6df || (code >= 0x2a700 && code <= 0x2ebef) || (code >= 0x2f800 && code <= 0x2fa1f);
}

/** jieba's tag of a word that its dictionary does not have: of numbers, of words with a Latin letter, of all others. */
function tagOfUnknown(word: string): string {
  if (!/[a-zA-Z0-9]/.test(word)) return 'x';
  return /[a-zA-Z]/.test(word) ? 'eng' : 'm';
}
