import { isHanWord, mayBegin, mayEnd } from '../../chinese-characters.js';
import { GUESS_TAG } from '../../recut.js';
import { isKeptStopWord } from '../../stop-words.js';
import type { Token } from '../../tokenizer.js';
import { joinEverywhere } from './everywhere.js';

const NAME_TAG = 'nz';
/** Marks that something is called so: “修旧如旧”, 「眠野」. */
const CLOSING = new Map([
  ['“', '”'],
  ['「', '」'],
]);
const LONGEST = 6;
/** Tags of what names have not within: pronouns, adverbs, prepositions, conjunctions, particles, measure words. */
const NOT_WITHIN = /^(?:[rdpcyeoq]|u)/;

/** Joins what stands between quotation marks and has a part that no dictionary has, there and wherever it is: a text says what it calls so. */
export function joinQuotedWords(text: string, tokens: readonly Token[]): readonly Token[] {
  // Most texts have no such marks.
  if (!/[“「]/.test(text)) return tokens;
  const words = new Set<string>();
  for (let t = 0; t + 1 < tokens.length; t++) {
    const closing = CLOSING.get(tokens[t].word);
    const word = closing && wordUntil(tokens, t + 1, closing);
    if (word) words.add(word);
  }
  return joinEverywhere(text, tokens, words, NAME_TAG);
}

/** What the tokens up to a closing mark say, if it is a word that is cut. */
function wordUntil(tokens: readonly Token[], first: number, closing: string): string | undefined {
  let word = '';
  let isTorn = false;
  let t = first;
  for (; t < tokens.length && tokens[t].word !== closing; t++) {
    const { word: part, kind, partOfSpeech = '', isGuess } = tokens[t];
    if (kind || !isHanWord(part) || NOT_WITHIN.test(partOfSpeech) || isKeptStopWord(part)) return undefined;
    word += part;
    if (word.length > LONGEST) return undefined;
    isTorn ||= part.length === 1 || isGuess === true || partOfSpeech === GUESS_TAG;
  }
  return t < tokens.length && t > first + 1 && isTorn && mayBegin(word[0]) && mayEnd(word.at(-1)!) ? word : undefined;
}
