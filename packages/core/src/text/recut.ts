import { chineseFeatures, chineseTags, type Labeler } from './chinese-tagger.js';
import type { Cutter, Piece } from './cutter-tokenizer.js';
import { mayBegin, mayEnd } from './reading/chinese/edges.js';
import { keptStopWords } from './stop-words.js';

/** jieba's tag of what its dictionary does not know: guessed words, and punctuation. */
export const GUESS_TAG = 'x';
/** Characters of a word that is made of several, at most. */
const LONGEST = 10;
/** Tags of words that are no part of a longer one: all but nouns, adjectives, verbs, names, idioms and parts of words. */
const FUNCTION = /^[^navgjikbz]/;
const NAME = /^n[rst]$/;
/** What no word has within it that no dictionary has: 建设路那家安宠. */
const POINTS = /[这那哪]/;
/** Pieces around one that is unsure that are cut again with it. */
const AROUND = 1;
const MIDDLE_DOT = 0xb7;

/** What is between two places where jieba and the tagger both cut. */
interface Segment {
  /** As jieba cut it. */
  readonly pieces: readonly Piece[];
  /** (pieces) 1 for what may be cut again. */
  readonly unsure: Uint8Array;
  /** (characters) the tagger's labels. */
  readonly labels: Uint8Array;
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
  return (pieces, isWord) => {
    const unsure = Uint8Array.from(pieces, (piece) => (isUnsure(piece, isWord) ? 1 : 0));
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
      for (const segment of segmentsOf(pieces, from, to, unsure)) {
        if (isBetter(segment)) addWords(segment, isWord, result);
        else for (const piece of segment.pieces) result.push(piece);
      }
      at = to;
      p = to - 1;
    }
    while (at < pieces.length) result.push(pieces[at++]);
    return result;
  };

  function* segmentsOf(pieces: readonly Piece[], from: number, to: number, unsure: Uint8Array): Generator<Segment> {
    const labels = label(chineseFeatures(pieces, from, to));
    let first = from;
    let start = 0;
    let at = 0;
    for (let p = from; p < to; p++) {
      at += pieces[p].word.length;
      if (at < labels.length && labels[at] & 1) continue;
      const last = p + 1;
      yield {
        pieces: pieces.slice(first, last),
        unsure: unsure.subarray(first, last),
        labels: labels.subarray(start, at),
      };
      first = last;
      start = at;
    }
  }

  /** Adds the words of the tagger. */
  function addWords({ pieces, labels }: Segment, isWord: (word: string) => boolean, result: Piece[]): void {
    let text = '';
    for (const { word } of pieces) text += word;
    for (let start = 0, end = 1; start < labels.length; start = end++) {
      while (end < labels.length && labels[end] & 1) end++;
      const word = text.slice(start, end);
      const known = tagOf(word);
      const tag = chineseTags[labels[start] >> 1];
      if (known) result.push({ word, partOfSpeech: known });
      // Of verbs that no dictionary has most are none.
      else if (tag === 'v' || tag === 'x') result.push({ word, partOfSpeech: GUESS_TAG });
      else if (isWord(word)) result.push({ word, partOfSpeech: tag });
      else result.push({ word, partOfSpeech: tag, isGuess: true });
    }
  }
}

/** Whether a word is of Chinese characters, and of the dot between foreign names. */
function isHan(word: string): boolean {
  for (let i = 0; i < word.length; i++) {
    const code = word.charCodeAt(i);
    if ((code < 0x3400 && code !== MIDDLE_DOT) || code > 0x9fff) return false;
  }
  return true;
}

/** Whether jieba guessed a word, or a character may belong to a longer one. */
function isUnsure({ word, partOfSpeech: tag = '' }: Piece, isWord: (word: string) => boolean): boolean {
  if (word.length > 1) return tag === GUESS_TAG && isHan(word) && !isWord(word);
  return word === '·' || (!FUNCTION.test(tag) && isHan(word) && !keptStopWords.has(word));
}

/** Whether words of the dictionary stay whole, or become a part of nothing but names. */
function keepsWords({ pieces, unsure, labels }: Segment): boolean {
  let at = 0;
  for (let p = 0; p < pieces.length; p++) {
    const { length } = pieces[p].word;
    const isWhole = (labels[at] & 1) === 0 && (at + length === labels.length || (labels[at + length] & 1) === 0);
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
  const { pieces, unsure, labels } = segment;
  let unsures = 0;
  let hasGuess = false;
  let hasFunction = false;
  for (let p = 0; p < pieces.length; p++) {
    unsures += unsure[p];
    if (pieces[p].word.length === 1) hasFunction ||= unsure[p] === 0;
    else if (unsure[p]) hasGuess = true;
  }
  if (unsures === 0) return false;
  if (labels.some((label, i) => i > 0 && (label & 1) === 0)) return hasGuess && keepsWords(segment);
  if (pieces.length === 1) return hasGuess;
  if (labels.length > LONGEST || hasFunction || pieces.some(({ word }) => POINTS.test(word))) return false;
  const last = pieces.length - 1;
  if (!mayBegin(pieces[0].word[0]) || !mayEnd(pieces[last].word.at(-1)!)) return false;
  const tag = chineseTags[labels[0] >> 1];
  if (tag === 'v' || tag === 'x') return false;
  if (NAME.test(tag)) return true;
  const isLoose = unsures === pieces.length;
  if (hasGuess) return isLoose;
  return tag === 'n' && last === 1 && unsure[last] === 1 && (isLoose || pieces[0].word.length > 1);
}
