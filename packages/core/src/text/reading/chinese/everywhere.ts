import type { Token } from '../../tokenizer.js';
import { wholeOf } from './foreign-names.js';

/** Joins words, wherever they are in several tokens. */
export function joinEverywhere(
  text: string,
  tokens: readonly Token[],
  words: ReadonlySet<string>,
  tag: string,
  isGuess?: true,
): readonly Token[] {
  if (words.size === 0) return tokens;
  const starts = new Set(Array.from(words, (word) => word.charCodeAt(0)));
  let longest = 0;
  for (const { length } of words) longest = Math.max(longest, length);
  const joined: Token[] = [];
  for (let t = 0; t < tokens.length; t++) {
    const end = starts.has(tokens[t].word.charCodeAt(0)) ? endOfWord(tokens, t, words, longest) : t + 1;
    joined.push(end > t + 1 ? wholeOf(text, tokens, t, end, tag, isGuess) : tokens[t]);
    t = end - 1;
  }
  return joined;
}

/** The token after the word that begins at a token, in several. */
function endOfWord(tokens: readonly Token[], t: number, words: ReadonlySet<string>, longest: number): number {
  let { word, kind } = tokens[t];
  for (let end = t + 1; kind === undefined && end < tokens.length && word.length < longest; end++) {
    if (tokens[end].start !== tokens[end - 1].end) break;
    word += tokens[end].word;
    kind = tokens[end].kind;
    if (words.has(word)) return end + 1;
  }
  return t + 1;
}
