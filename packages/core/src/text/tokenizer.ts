import type { TermTable } from './term-table.js';

/** A word of a text. `text.slice(start, end)` of the original text is where it is, in UTF-16 code units. */
export interface Token {
  /** The word as the vocabulary knows it, that is after normalization. */
  readonly word: string;
  /** Offset of the first code unit in the original text. */
  readonly start: number;
  /** Offset after the last code unit in the original text. */
  readonly end: number;
  /** Part of speech in the tokenizer's own tag set (jieba: the ICTCLAS tags n, v, nr …; wink: NOUN, VERB …), where it knows one. */
  readonly partOfSpeech?: string;
  /** Whether it is in no dictionary, and where it begins and ends was guessed. */
  readonly isGuess?: true;
  /** What it is where it is not a word of a language; set when a text is read, not by tokenizers. */
  readonly kind?: TokenKind;
  /** Whether it may be of one phrase with the token before it, whatever is between them: a sentence goes on in the next line. */
  readonly follows?: boolean;
}

/** A token. By this function alone, for V8 reads those fast that are made in one way: every spread has a shape of its own. */
export function tokenOf(
  word: string,
  start: number,
  end: number,
  partOfSpeech?: string,
  kind?: TokenKind,
  isGuess?: true,
  follows?: boolean,
): Token {
  if (kind === undefined && !isGuess && !follows) {
    return partOfSpeech === undefined ? { word, start, end } : { word, start, end, partOfSpeech };
  }
  return { word, start, end, partOfSpeech, isGuess, kind, follows } as Token;
}

/** Parts of a text that are not words of a language. Hashtags and handles may be keywords, the others may not. */
export const tokenKinds = [
  'url',
  'mail',
  'path',
  'handle',
  'hashtag',
  'code',
  'entity',
  'quantity',
  'date',
  'label',
] as const;

/** A kind of {@link tokenKinds}. */
export type TokenKind = (typeof tokenKinds)[number];

/** The tokenizers that can be named by options and in model files. */
export const tokenizerNames = ['jieba', 'wink', 'intl', 'whitespace'] as const;

/** A name of {@link tokenizerNames}. */
export type TokenizerName = (typeof tokenizerNames)[number];

/** How text is made uniform before it is cut: Unicode NFKC and lower case, each on its own. */
export const normalizationNames = ['none', 'nfkc', 'lowercase', 'nfkc-lowercase'] as const;

/** A name of {@link normalizationNames}. */
export type Normalization = (typeof normalizationNames)[number];

/**
 * What a model file records of the tokenizer it was trained with. Two tokenizers with equal descriptions cut every
 * text alike.
 */
export interface TokenizerDescription {
  readonly name: TokenizerName;
  /** Version of the library that cuts, e.g. `@node-rs/jieba 2.0.2`; of `intl` a hash of how it cuts. Other versions may cut otherwise. */
  readonly version: string;
  readonly normalization: Normalization;
  /** Hash of the user dictionary's terms, 16 hexadecimal digits; empty without one. */
  readonly dictionaryHash: string;
  /** BCP 47 language the segmenter was asked for, where it takes one (`intl`); empty otherwise. */
  readonly locale: string;
}

/** Cuts a text into words. Implementations: {@link TokenizerName}. */
export interface Tokenizer {
  readonly description: TokenizerDescription;
  /** Every tag that a token may have, those of the dictionary included; left out where there are none or none are known. */
  readonly partsOfSpeech?: readonly string[];
  /**
   * All words of `text` in order, none empty; white space is left out, punctuation is kept as words of its own. None
   * overlap, except that the words of one character that normalization expands (… to ...) all have its offsets. Never
   * throws on any string, lone surrogates included.
   */
  tokenize(text: string): Token[];
  /**
   * The same for a reader: words that neither its dictionary nor `isWord` knows are cut by what is around them, which costs
   * more. Left out where the tokenizer cannot.
   */
  readonly tokenizeAgain?: (text: string, isWord: (word: string) => boolean) => Token[];
  /**
   * A text in the characters that the vocabulary has, of the same length: Traditional Chinese as Simplified. Left out where
   * the tokenizer takes characters as they are.
   */
  readonly simplify?: (text: string) => string;
  /** The terms of its language; left out where none are kept. */
  readonly terms?: () => TermTable;
  /** The words of {@link tokenize} alone; faster where offsets and parts of speech cost time. */
  words(text: string): string[];
}
