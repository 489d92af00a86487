import { USUAL_KEYWORDS } from '../options.js';
import type { TextAnalysis } from './analyze-text.js';
import { classOf } from './lexicon.js';

/** Content words of a headline for which one more keyword is given, after the first, and of a longer text after the third. */
const WORDS_EACH = 3;
const MORE_WORDS_EACH = 12;
const FEWEST = 3;
/** Tokens from which on a text is not short, and its words need no count. */
const LONG = 200;

/**
 * How many keywords a text has at most: as many as are asked for, else ten, and of a text of few words fewer. People give a
 * headline four, and editors a post of two sentences no more; the rest of ten would be what is left of it (evaluation/how-many.mjs).
 */
export function howMany(
  { topN, candidates }: { readonly topN?: number | undefined; readonly candidates?: unknown },
  { tokens, words, wordOfToken }: TextAnalysis,
): number {
  if (topN !== undefined) return topN;
  // Who gives a list asks which of it are there.
  if (candidates !== undefined || tokens.length >= LONG) return USUAL_KEYWORDS;
  const content = tokens.filter((token, t) => classOf(words[wordOfToken[t]].entry, token) !== 'break').length;
  const ofText = Math.min(Math.ceil(1 + content / WORDS_EACH), Math.round(FEWEST + content / MORE_WORDS_EACH));
  return Math.min(USUAL_KEYWORDS, Math.max(FEWEST, ofText));
}
