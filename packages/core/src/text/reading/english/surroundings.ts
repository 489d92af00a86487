import type { Token } from '../../tokenizer.js';

const HYPHENS = new Set(['-', '‐', '‑']);
const SENTENCE_SIGN = /^[.?!:;"'“”‘([]$/;

/** What the tokens of a text look like in it, and what is beside each. Tags are corrected in place, left to right. */
export class Surroundings {
  /** (tokens) Parts of speech; '' where a token has none or is not a word of the language. */
  readonly tags: string[];

  private readonly text: string;
  private readonly tokens: readonly Token[];

  constructor(text: string, tokens: readonly Token[]) {
    this.text = text;
    this.tokens = tokens;
    this.tags = tokens.map(({ kind, partOfSpeech }) => (kind ? '' : (partOfSpeech ?? '')));
  }

  /** The word at a token, '' outside the text. */
  word(at: number): string {
    return this.tokens[at]?.word ?? '';
  }

  isCapital(at: number): boolean {
    const token = this.tokens[at];
    if (token === undefined) return false;
    const code = this.text.charCodeAt(token.start);
    return code < 0x80 ? code >= 65 && code <= 90 : /^\p{Lu}/u.test(this.text.slice(token.start, token.start + 2));
  }

  /** Whether a token is written in capitals throughout; a single letter does not tell. */
  isAllCapitals(at: number): boolean {
    const token = this.tokens[at];
    if (!token || token.end - token.start < 2 || !this.isCapital(at)) return false;
    return /^[\p{Lu}\p{N}]+$/u.test(this.text.slice(token.start, token.end));
  }

  /** Whether the words around a token are in capitals too, as in a heading: then capitals tell nothing. */
  isInCapitals(at: number): boolean {
    return this.isAllCapitals(at) && (this.isAllCapitals(at - 1) || this.isAllCapitals(at + 1));
  }

  /** Whether a word has small letters and a capital after them, as TrailLite and MapXML; a PhD is none. */
  hasInnerCapital(at: number): boolean {
    const { start, end } = this.tokens[at];
    const word = this.text.slice(start, end);
    // Hardly a word has one, and the expression is slow.
    let t = 1;
    while (t < word.length && word.charCodeAt(t) >= 0x61 && word.charCodeAt(t) <= 0x7a) t++;
    return t < word.length && /\p{Ll}\p{Lu}(?:\p{Ll}|\p{Lu}{2})/u.test(word);
  }

  /** Whether a token opens a sentence, a quotation or a line, where every word has a capital. */
  opensSentence(at: number): boolean {
    return at === 0 || SENTENCE_SIGN.test(this.word(at - 1)) || this.opensLine(at);
  }

  /** Whether a hyphen ties a token to the word before it. */
  isAfterHyphen(at: number): boolean {
    const { tokens } = this;
    if (at < 2 || tokens[at - 1].word.length > 1 || !HYPHENS.has(tokens[at - 1].word)) return false;
    return tokens[at - 2].end === tokens[at - 1].start && tokens[at - 1].end === tokens[at].start;
  }

  isBeforeHyphen(at: number): boolean {
    return at + 2 < this.tokens.length && this.isAfterHyphen(at + 2);
  }

  /** Whether a token is the possessive sign of a plural: Teachers' */
  isApostrophe(at: number): boolean {
    const { word, start } = this.tokens[at];
    return (word === "'" || word === '’') && this.tokens[at - 1].end === start && this.word(at - 1).endsWith('s');
  }

  /** The tag of the word before, a hyphen skipped; '' at the beginning of a text or paragraph. */
  tagBefore(at: number): string {
    if (this.isAfterHyphen(at)) return this.tags[at - 2];
    return at > 0 && !this.isSetApart(at) ? this.tags[at - 1] : '';
  }

  /** The tag of the word after, a hyphen skipped; '' at the end of a text or paragraph. */
  tagAfter(at: number): string {
    if (this.isBeforeHyphen(at)) return this.tags[at + 2];
    return at + 1 < this.tokens.length && !this.isSetApart(at + 1) ? this.tags[at + 1] : '';
  }

  /** Whether nothing but a space is between a token and the one before it. */
  follows(at: number): boolean {
    if (at <= 0 || at >= this.tokens.length) return false;
    const gap = this.gap(at);
    return gap === ' ' || gap === '\u00a0' || gap === '\u202f' || gap === '  ';
  }

  /** Whether a line break is before a token. */
  opensLine(at: number): boolean {
    return at > 0 && this.gap(at).includes('\n');
  }

  /** Whether a token is in the line of the one before it, or in a line that goes on from it. */
  isTied(at: number): boolean {
    return at > 0 && !this.isSetApart(at);
  }

  /** Whether a token opens a paragraph, or a line that is not the rest of a sentence: a title above says nothing of it. */
  private isSetApart(at: number): boolean {
    const gap = this.gap(at);
    return gap.includes('\n') && (this.isCapital(at) || this.tags[at - 1] !== 'PUNCT' || /\n\s*\n/.test(gap));
  }

  private gap(at: number): string {
    return this.text.slice(this.tokens[at - 1].end, this.tokens[at].start);
  }
}
