import { isHanWord, mayBegin, mayEnd } from './chinese-characters.js';
import { chineseTags, type Labeler } from './chinese-tagger.js';
import type { Cutter, Piece } from './cutter-tokenizer.js';
import { withoutLoose } from './loose-characters.js';
import { Scratch } from './scratch.js';
import { seamOf } from './seams.js';
import { isKeptStopWord } from './stop-words.js';

/** jieba's tag of what its dictionary does not know: guessed words, and punctuation. */
export const GUESS_TAG = 'x';
/** Characters of a word that is made of several, at most. */
const LONGEST = 10;
/** What tags of words begin with that may be part of a longer one: nouns, adjectives, verbs, names, idioms and parts of words. */
const CONTENT = 'navgjikbz';
const NAME = /^n[rst]$/;
/** What no word has within it that no dictionary has: 建设路那家安宠. */
const POINTS = /[这那哪]/;
/** Pieces around one that is unsure that are cut again with it. */
const AROUND = 1;

/** What is between two places where jieba and the tagger both cut. */
interface Segment {
  readonly pieces: readonly Piece[];
  /** (pieces) 1 for what may be cut again. */
  readonly unsure: Int32Array;
  /** The tagger's labels, from the first character of what was given to it. */
  readonly labels: Uint8Array;
  /** The pieces of it, as jieba cut it. */
  first: number;
  last: number;
  /** The characters of it, as places in the labels. */
  start: number;
  end: number;
}

/** Cuts again what jieba cut by guessing. */
export type Recut = NonNullable<Cutter['recut']>;

/**
 * Between two places where jieba and the tagger both cut, jieba's words stay where its dictionary has them all; where one of
 * them is a guess, or a character that may belong to its neighbour, the tagger's are taken where it is more often right.
 *
 * @param label the tagger
 * @param tagOf jieba's tag of a word that its dictionary has
 */
export function recutter(label: Labeler, tagOf: (word: string) => string | undefined): Recut {
  const scratch = new Scratch();
  return (given, isWord) => {
    const isLoose = (piece: Piece) => piece.word.length === 1 && isUnsure(piece, isWord);
    const pieces = withoutLoose(given, isLoose, tagOf);
    const unsure = scratch.take(pieces.length);
    for (let p = 0; p < pieces.length; p++) unsure[p] = isUnsure(pieces[p], isWord) ? 1 : 0;
    const result: Piece[] = [];
    let at = 0;
    for (let p = 0; p < pieces.length; p++) {
      if (unsure[p] === 0) continue;
      // Signs and Latin words are where they are.
      let from = p;
      while (from > at && p - from < AROUND && isHan(pieces[from - 1].word)) from--;
      let to = p + 1;
      for (let last = p; to < pieces.length && to - last <= AROUND && isHan(pieces[to].word); to++)
        if (unsure[to]) last = to;
      while (at < from) result.push(pieces[at++]);
      addSegments(pieces, from, to, unsure, isWord, result);
      at = to;
      p = to - 1;
    }
    while (at < pieces.length) result.push(pieces[at++]);
    return result;
  };

  /** Adds the words of some pieces, as they are better cut. */
  function addSegments(
    pieces: readonly Piece[],
    from: number,
    to: number,
    unsure: Int32Array,
    isWord: (word: string) => boolean,
    result: Piece[],
  ): void {
    const labels = label(pieces, from, to);
    const segment: Segment = { pieces, unsure, labels, first: from, last: from, start: 0, end: 0 };
    for (let p = from; p < to; p++) {
      segment.end += pieces[p].word.length;
      segment.last = p;
      if (p + 1 < to && labels[segment.end] & 1) continue;
      if (isBetter(segment)) addWords(segment, isWord, result);
      else for (let same = segment.first; same <= p; same++) result.push(pieces[same]);
      segment.first = p + 1;
      segment.start = segment.end;
    }
  }

  /** Adds the words of the tagger. */
  function addWords(segment: Segment, isWord: (word: string) => boolean, result: Piece[]): void {
    const { pieces, labels } = segment;
    let text = '';
    for (let p = segment.first; p <= segment.last; p++) text += pieces[p].word;
    for (let start = segment.start, end = start + 1; start < segment.end; start = end++) {
      while (end < segment.end && labels[end] & 1) end++;
      const word = text.slice(start - segment.start, end - segment.start);
      const tag = chineseTags[labels[start] >> 1];
      const known = tagOf(word);
      const seam = known ? 0 : seamOf(word);
      if (seam === 0) result.push(pieceOf(word, known, tag, isWord));
      else
        for (const part of [word.slice(0, seam), word.slice(seam)])
          result.push(pieceOf(part, tagOf(part), tag, isWord));
    }
  }

  /** A word of the tagger, with its tag in the dictionary if it is known there. */
  function pieceOf(word: string, known: string | undefined, tag: string, isWord: (word: string) => boolean): Piece {
    if (known) return { word, partOfSpeech: known };
    // Of verbs that no dictionary has most are none.
    if (tag === 'v' || tag === 'x') return { word, partOfSpeech: GUESS_TAG };
    return isWord(word) ? { word, partOfSpeech: tag } : { word, partOfSpeech: tag, isGuess: true };
  }
}

/** Whether a piece is a Chinese word, or the dot between foreign names. */
const isHan = (word: string) => word === '·' || isHanWord(word);

/** Whether jieba guessed a word, or a character may belong to a longer one. */
function isUnsure({ word, partOfSpeech: tag = '' }: Piece, isWord: (word: string) => boolean): boolean {
  if (word.length > 1) return tag === GUESS_TAG && isHan(word) && !isWord(word);
  if (word === '·') return true;
  return isHan(word) && (tag === '' || CONTENT.includes(tag[0])) && !isKeptStopWord(word);
}

/** Whether words of the dictionary stay whole, or become a part of nothing but names. */
function keepsWords({ pieces, unsure, labels, first, last, start, end }: Segment): boolean {
  let at = start;
  for (let p = first; p <= last; p++) {
    const { length } = pieces[p].word;
    const isWhole = (labels[at] & 1) === 0 && (at + length === end || (labels[at + length] & 1) === 0);
    if (length > 1 && unsure[p] === 0 && !isWhole && !NAME.test(chineseTags[labels[at] >> 1])) return false;
    at += length;
  }
  return true;
}

/**
 * Whether the tagger's words are taken, by where it is right more often than jieba: wherever jieba guessed, but for words of
 * its dictionary that become a part of something, which only names do; and where a character is joined to the word before it.
 */
function isBetter(segment: Segment): boolean {
  const { pieces, unsure, labels, first, last, start, end } = segment;
  let unsures = 0;
  let hasGuess = false;
  let hasFunction = false;
  for (let p = first; p <= last; p++) {
    unsures += unsure[p];
    if (pieces[p].word.length === 1) hasFunction ||= unsure[p] === 0;
    else if (unsure[p]) hasGuess = true;
  }
  if (unsures === 0) return false;
  for (let at = start + 1; at < end; at++) if ((labels[at] & 1) === 0) return hasGuess && keepsWords(segment);
  const count = last - first + 1;
  if (count === 1) return hasGuess;
  if (end - start > LONGEST || hasFunction) return false;
  for (let p = first; p <= last; p++) if (POINTS.test(pieces[p].word)) return false;
  if (!mayBegin(pieces[first].word[0]) || !mayEnd(pieces[last].word.at(-1)!)) return false;
  const tag = chineseTags[labels[start] >> 1];
  if (tag === 'v' || tag === 'x') return false;
  if (NAME.test(tag)) return true;
  const isLoose = unsures === count;
  if (hasGuess) return isLoose;
  return tag === 'n' && count === 2 && unsure[last] === 1 && (isLoose || pieces[first].word.length > 1);
}
