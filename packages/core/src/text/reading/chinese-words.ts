import { isHanWord, trimEdges } from '../chinese-characters.js';
import { GUESS_TAG } from '../recut.js';
import { type Token, tokenOf } from '../tokenizer.js';
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
  const { symbols, tokenOf: tokenAt } = pieces;
  const result: Token[] = [];
  for (let at = 0; at < symbols.length; ) {
    const end = pieces.endOf(at);
    const t = tokenAt[at];
    if (t >= 0) {
      const isWhole = tokenAt[end - 1] === t && tokenAt[at - 1] !== t && tokenAt[end] !== t;
      const token = isWhole ? tokens[t] : partOf(tokens, tokenAt, at, end);
      if (pieces.kindAt(at) === 'found') result.push(withTag(token, FOUND_TAG));
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

const withTag = ({ word, start, end, kind, isGuess, follows }: Token, tag: string): Token =>
  tokenOf(word, start, end, tag, kind, isGuess, follows);

/** The token of a piece that is not one of those given, but made of their parts. */
function partOf(tokens: readonly Token[], tokenAt: Int32Array, at: number, end: number): Token {
  const first = tokens[tokenAt[at]];
  const last = tokens[tokenAt[end - 1]];
  /** Characters of the first token before the piece, and of the last after it. */
  let before = 0;
  while (tokenAt[at - before - 1] === tokenAt[at]) before++;
  let after = 0;
  while (tokenAt[end + after] === tokenAt[end - 1]) after++;
  let word = '';
  for (let t = tokenAt[at]; t <= tokenAt[end - 1]; t++) word += tokens[t].word;
  return tokenOf(word.slice(before, word.length - after), first.start + before, last.end - after, GUESS_TAG);
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
    cut.push(whole ? token : tokenOf(word.slice(from, to), offset + from, offset + to, partOfSpeech));
  };
  for (let i = 0; i < start; i++) add(i, i + 1, FUNCTION_TAG);
  // One character after 所 or 我 is a verb: 所提, 我买.
  const rest = end - start > 1 ? GUESS_TAG : start > 0 ? FUNCTION_TAG : MORPHEME_TAG;
  if (end > start) add(start, end, rest);
  for (let i = end; i < word.length; i++) add(i, i + 1, FUNCTION_TAG);
}
