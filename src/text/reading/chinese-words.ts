import type { Token } from '../tokenizer.js';
import { trimEdges } from './chinese/edges.js';
import { findWords } from './chinese/find-words.js';
import { GUESS_TAG, isHanWord, Pieces } from './chinese/pieces.js';

/** The tag of words that are found in the text itself. */
const FOUND_TAG = 'n';
/** The tags of what is cut off a guess, and of one character that is left of it. */
const FUNCTION_TAG = 'u';
const MORPHEME_TAG = 'g';

/**
 * Words that the dictionary does not know, found in the text itself: what it repeats as a whole is one token in all
 * places, and guesses of the cutter lose the function characters at their edges.
 */
export function joinChineseWords(text: string, tokens: Token[]): Token[] {
  const pieces = new Pieces(tokens);
  findWords(pieces);
  const { symbols, tokenOf } = pieces;
  const cut: Token[] = [];
  for (let at = 0; at < symbols.length; ) {
    const end = pieces.endOf(at);
    const first = tokens[tokenOf[at]];
    if (first) {
      const last = tokens[tokenOf[end - 1]];
      const token = pieceToken(tokens, tokenOf, at, end);
      const isFound = pieces.kindAt(at) === 'found';
      if (isFound) cut.push({ ...token, partOfSpeech: first === last && token === first ? FOUND_TAG : FOUND_TAG });
      else if (token.partOfSpeech === GUESS_TAG && isHanWord(token.word)) cut.push(...trimGuess(token));
      else cut.push(token);
    }
    at = end;
  }
  void text;
  return cut;
}

/** The token of a piece: one of those given, or one made of their parts. */
function pieceToken(tokens: readonly Token[], tokenOf: Int32Array, at: number, end: number): Token {
  const first = tokens[tokenOf[at]];
  const last = tokens[tokenOf[end - 1]];
  /** Characters of the first token before the piece, and of the last after it. */
  let before = 0;
  while (at - before > 0 && tokenOf[at - before - 1] === tokenOf[at]) before++;
  let after = 0;
  while (tokenOf[end + after] === tokenOf[end - 1]) after++;
  if (first === last && before === 0 && after === 0) return first;
  let word = '';
  for (let t = tokenOf[at]; t <= tokenOf[end - 1]; t++) word += tokens[t].word;
  return {
    word: word.slice(before, word.length - after),
    start: first.start + before,
    end: last.end - after,
    partOfSpeech: GUESS_TAG,
  };
}

function trimGuess(token: Token): Token[] {
  const { word, start: offset } = token;
  const { start, end } = trimEdges(word);
  if (start === 0 && end === word.length) return word.length > 1 ? [token] : [{ ...token, partOfSpeech: MORPHEME_TAG }];
  const part = (from: number, to: number, partOfSpeech: string): Token => {
    return { word: word.slice(from, to), start: offset + from, end: offset + to, partOfSpeech };
  };
  const parts: Token[] = [];
  for (let i = 0; i < start; i++) parts.push(part(i, i + 1, FUNCTION_TAG));
  if (end > start) parts.push(part(start, end, end - start > 1 ? GUESS_TAG : MORPHEME_TAG));
  for (let i = end; i < word.length; i++) parts.push(part(i, i + 1, FUNCTION_TAG));
  return parts;
}
