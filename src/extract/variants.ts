import { stemmer } from 'stemmer';

const ENGLISH = /^[a-z]{3,}$/i;

/**
 * What the spellings of one candidate have in common: its words, English ones cut to their stem (Porter 1980), so that
 * "separate accounts" and "Separate-account" are one.
 */
export function candidateKey(words: readonly { readonly word: string }[]): string {
  return words.map(({ word }) => (ENGLISH.test(word) ? stemmer(word) : word)).join(' ');
}
