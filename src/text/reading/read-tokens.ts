import { normalize } from '../normalize.js';
import type { Token, Tokenizer } from '../tokenizer.js';
import { joinChineseWords } from './chinese-words.js';
import { mendEnglishWords } from './english-words.js';
import { joinLines } from './lines.js';
import { findSpans } from './spans.js';

/** A text as extraction sees it. */
export interface ReadText {
  readonly tokens: Token[];
  /** Offsets of line breaks within a sentence: a phrase may go on after them. */
  readonly wraps: ReadonlySet<number>;
}

/**
 * The words of a text as extraction sees them: the text is read first (addresses, numbers, line breaks), then what is
 * between is cut, then words that the cutter tore apart or ran together are put right. Each address, amount and the like
 * is one token with its `kind`. Offsets are those of the text as given.
 */
export function readTokens(text: string, tokenizer: Tokenizer): ReadText {
  const { text: joined, offsets, wraps } = joinLines(text);
  const spans = findSpans(joined);
  const { name, normalization } = tokenizer.description;
  let tokens: Token[];
  if (spans.length === 0) tokens = tokenizer.tokenize(joined);
  else {
    tokens = [];
    let at = 0;
    for (const { start, end, kind } of [...spans, { start: joined.length, end: joined.length, kind: undefined }]) {
      if (start > at) {
        for (const token of tokenizer.tokenize(joined.slice(at, start))) {
          tokens.push({ ...token, start: token.start + at, end: token.end + at });
        }
      }
      if (kind) tokens.push({ word: normalize(joined.slice(start, end), normalization), start, end, kind });
      at = end;
    }
  }
  if (name === 'wink') tokens = mendEnglishWords(joined, tokens);
  if (name === 'jieba') tokens = joinChineseWords(joined, tokens);
  if (offsets) {
    tokens = tokens.map((token) => ({ ...token, start: offsets[token.start], end: offsets[token.end - 1] + 1 }));
  }
  return { tokens, wraps };
}
