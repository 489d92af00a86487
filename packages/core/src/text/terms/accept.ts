import type { Token, TokenKind } from '../tokenizer.js';
import { type FoldedText, isWordUnit } from './fold.js';

/** Kinds of tokens that say nothing of the words in them: a tag is not mentioned by an address. */
const opaque: ReadonlySet<TokenKind> = new Set(['url', 'mail', 'path', 'handle', 'entity']);

/** Whether a token of a kind mentions nothing, whatever is in it: an address, a handle. */
export const isOpaque = (kind: TokenKind) => opaque.has(kind);

/**
 * Whether a term may be read where a text has it, by the words around it. An edge is broken where it is inside a word of
 * the lexicon. A term is refused inside one longer word of the lexicon (人民 in 人民币), and where both of its edges are
 * broken (和平 in 共和|平等); across cuts it is read (新能源车 in 新能源|车企), and words that the tokenizer only guessed hide
 * nothing (碳中和 in 与碳|中和). In scripts with spaces a term has whole words anyway.
 *
 * @param tokens of the text, in order
 * @param isWord whether a word is of the lexicon
 */
export function mayStand(
  folded: FoldedText,
  { start, end }: { readonly start: number; readonly end: number },
  tokens: readonly Token[],
  isWord: (word: string) => boolean,
): boolean {
  if (tokens.length === 0) return true;
  const { text } = folded;
  const from = folded.startOf(start);
  const to = folded.endOf(end - 1);
  let t = firstEndingAfter(tokens, from);
  let broken = 0;
  for (; t < tokens.length && tokens[t].start < to; t++) {
    const token = tokens[t];
    const covers = token.start <= from && token.end >= to;
    if (token.kind && isOpaque(token.kind) && covers) return false;
    if (token.kind === 'hashtag') continue;
    const breaksLeft = token.start < from && !isWordUnit(text.charCodeAt(start));
    const breaksRight = token.end > to && !isWordUnit(text.charCodeAt(end - 1));
    if ((!breaksLeft && !breaksRight) || !isWord(token.word)) continue;
    if (covers) return false;
    broken++;
  }
  return broken < 2;
}

function firstEndingAfter(tokens: readonly Token[], offset: number): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (tokens[middle].end <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Whether all letters of a term are capitals of scripts that have them: IT, US, COVID-19. Such a term is read in capitals only. */
export function isAllCapitals(term: string): boolean {
  return /\p{Lu}/u.test(term) && !/[\p{Ll}\p{Lo}]/u.test(term);
}

/** Terms in capitals that are no longer than this may be acronyms. */
const ACRONYM = 5;

/** Whether capitals mean something in a list: in one that is mostly written in them they do not, unless these are acronyms. */
export function capitalsMatter(terms: readonly string[]): boolean {
  const capitals = terms.filter(isAllCapitals);
  return 2 * capitals.length <= terms.length || capitals.every((term) => term.length <= ACRONYM);
}

/** Whether a text has capitals at a place because they mean something: CPUs does, "DO IT NOW OR NEVER" does not. */
export function hasMeantCapitals(text: string, start: number, end: number): boolean {
  const found = text.slice(start, end).normalize('NFKC');
  if (!isAllCapitals(found.replace(/(?<=\p{Lu})s$/u, ''))) return false;
  const before = /(?:\b[A-Z]+ ){0,3}$/.exec(text.slice(Math.max(0, start - 80), start))![0];
  const after = /^(?: [A-Z]+\b){0,3}/.exec(text.slice(end, end + 80))![0];
  return [...before.matchAll(/ /g), ...after.matchAll(/ /g)].length < 3;
}
