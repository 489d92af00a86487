import { stemmer } from 'stemmer';

const ENGLISH = /^[a-z]{3,}$/i;

/** What the spellings of one word have in common: an English one is cut to its stem (Porter 1980). */
export function wordKey({ word }: { readonly word: string }): string {
  return ENGLISH.test(word) ? stemmer(word) : word;
}

/**
 * What the spellings of one candidate have in common: its words by {@link wordKey}, so that "separate
 * accounts" and "Separate-account" are one.
 */
export function candidateKey(words: readonly { readonly word: string }[]): string {
  return words.map(wordKey).join(' ');
}
