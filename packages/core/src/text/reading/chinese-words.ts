import { isHanWord, trimEdges } from '../chinese-characters.js';
import { GUESS_TAG } from '../recut.js';
import type { Token } from '../tokenizer.js';
import { findWords } from './chinese/find-words.js';
import { joinMixedWords } from './chinese/mixed-words.js';
import { Pieces } from './chinese/pieces.js';
import { joinWholeWords } from './chinese/whole-words.js';

/** The tag of words that are found in the text itself. */
const FOUND_TAG = 'n';
/** The tags of what is cut off a guess, and of one character that is left of it. */
const FUNCTION_TAG = 'u';
const MORPHEME_TAG = 'g';

/**
 * Words that the dictionary does not know, found in the text itself: what it repeats as a whole is one token in all
 * places, and guesses of the cutter lose the function characters at their edges.
 */
export function joinChineseWords(text: string, cut: readonly Token[]): Token[] {
  const tokens = joinWholeWords(text, cut);
  const pieces = new Pieces(tokens);
  joinMixedWords(pieces, tokens);
  findWords(pieces);
  const { symbols, tokenOf } = pieces;
  const result: Token[] = [];
  for (let at = 0; at < symbols.length; ) {
    const end = pieces.endOf(at);
    const t = tokenOf[at];
    if (t >= 0) {
      const isWhole = tokenOf[end - 1] === t && tokenOf[at - 1] !== t && tokenOf[end] !== t;
      const token = isWhole ? tokens[t] : partOf(tokens, tokenOf, at, end);
      if (pieces.kindAt(at) === 'found') result.push({ ...token, partOfSpeech: FOUND_TAG });
      else if (!token.kind && isLooseGuess(token) && isHanWord(token.word)) trimGuess(result, token);
      else result.push(token);
    }
    at = end;
  }
  return result;
}

/** Whether a word is guessed, and not of a name. */
const isLooseGuess = ({ partOfSpeech, isGuess }: Token) =>
  partOfSpeech === GUESS_TAG || (isGuess === true && partOfSpeech === FOUND_TAG);

/** The token of a piece that is not one of those given, but made of their parts. */
function partOf(tokens: readonly Token[], tokenOf: Int32Array, at: number, end: number): Token {
  const first = tokens[tokenOf[at]];
  const last = tokens[tokenOf[end - 1]];
  /** Characters of the first token before the piece, and of the last after it. */
  let before = 0;
  while (tokenOf[at - before - 1] === tokenOf[at]) before++;
  let after = 0;
  while (tokenOf[end + after] === tokenOf[end - 1]) after++;
  let word = '';
  for (let t = tokenOf[at]; t <= tokenOf[end - 1]; t++) word += tokens[t].word;
  return {
    word: word.slice(before, word.length - after),
    start: first.start + before,
    end: last.end - after,
    partOfSpeech: GUESS_TAG,
  };
}

/** What comes before a measure word: 3, 一, 这. */
const NUMBER = /^(?:[\d.]+|[这那该此每某各几两一二三四五六七八九十]+)$/;

/** Adds a guess without the function characters at its edges, which are tokens of their own. */
function trimGuess(cut: Token[], token: Token): void {
  const { word, start: offset } = token;
  const before = cut.at(-1);
  const isAfterNumber = before !== undefined && before.end === offset && NUMBER.test(before.word);
  const { start, end } = trimEdges(word, isAfterNumber);
  const add = (from: number, to: number, partOfSpeech: string) => {
    const whole = from === 0 && to === word.length && partOfSpeech === GUESS_TAG;
    cut.push(whole ? token : { word: word.slice(from, to), start: offset + from, end: offset + to, partOfSpeech });
  };
  for (let i = 0; i < start; i++) add(i, i + 1, FUNCTION_TAG);
  // One character after 所 or 我 is a verb: 所提, 我买.
  const rest = end - start > 1 ? GUESS_TAG : start > 0 ? FUNCTION_TAG : MORPHEME_TAG;
  if (end > start) add(start, end, rest);
  for (let i = end; i < word.length; i++) add(i, i + 1, FUNCTION_TAG);
}
