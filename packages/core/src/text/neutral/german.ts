import type { Piece } from '../cutter-tokenizer.js';
import { endOfFixedPhrase } from './fixed-phrases.js';
import { isBeforeObject } from './objects.js';

/** Nouns have a capital, some not at their beginning: iPhone. */
const NOUN = /^\p{N}|\p{Lu}/u;
const LETTER = /^\p{L}/u;
/** Adjectives before a noun end so. */
const ADJECTIVE = /.{3}(?:e|en|er|es|em)$/;

const SENTENCE_END = /[.!?:\n]/;

/**
 * Marks what is not capitalised, nouns of fixed phrases (im Rahmen), and imperatives that begin a sentence: no noun. What ends as an adjective does may open a phrase,
 * unless it is a verb: helfen.
 *
 * @param isKnown whether a table of words of the language has a word
 */
export function germanPieces(isKnown: (word: string) => boolean): (segments: Iterable<string>) => Iterable<Piece> {
  return function* (segments) {
    const words = [...segments];
    let isFirst = true;
    let fixedUntil = 0;
    for (const [w, word] of words.entries()) {
      const isImperative = isFirst && LETTER.test(word) && isBeforeObject('de', words, w, true);
      fixedUntil = Math.max(fixedUntil, endOfFixedPhrase('de', words, w));
      if (w < fixedUntil && LETTER.test(word)) yield { word, partOfSpeech: 'X' };
      else if (isImperative && isVerbStem(word.toLowerCase(), isKnown)) yield { word, partOfSpeech: 'X' };
      else if (NOUN.test(word) || !LETTER.test(word)) yield { word };
      else yield { word, partOfSpeech: ADJECTIVE.test(word) && !isGermanVerb(word, isKnown) ? 'ADV' : 'X' };
      if (word.trim() !== '' || word.includes('\n')) isFirst = SENTENCE_END.test(word);
    }
  };
}

/** Whether a word that begins a sentence is of a verb that a table has: Schalten, Streue, Back. */
const isVerbStem = (word: string, isKnown: (word: string) => boolean) =>
  [word, `${word}n`, `${word}en`, `${word.replace(/(?:s?t)$/, '')}en`].some(
    (form) => /(?:en|ern|eln)$/.test(form) && isKnown(form),
  );

/** Whether a word is a verb that ends as adjectives do: helfen (hilft, helft), machte (machen), but not alten (altes). */
function isGermanVerb(word: string, isKnown: (word: string) => boolean): boolean {
  const past = /^(.{2,}?e?)ten?$/.exec(word)?.[1];
  if (past && isKnown(`${past.replace(/e$/, '')}en`) && !isKnown(`${past}tes`) && !isKnown(`${past}ter`)) return true;
  const stem = /^(.{2,})en$/.exec(word)?.[1];
  return stem !== undefined && isKnown(`${stem}t`) && !isKnown(`${stem}es`) && !isKnown(`${stem}em`);
}

/** What a verb names that ends so has no apposition. */
const NAMED_DEED = /.{2}ieren$/;
/** Nouns that end so are written as one word with the noun that they belong to, but for those of names: Süddeutsche Zeitung. */
const ABSTRACT = /.{3}(?:[^s]ung|heit|keit|schaft|[ts]ion|tät|ismus)(?:en)?$/;
/** In the plural they are of no name. */
const ABSTRACT_PLURAL = /.{3}(?:ung|heit|keit|schaft|[ts]ion|tät)en$/;

/** Whether two nouns in a row are not one phrase: vor dem Servieren Schnittlauch, Verwaltungen Digitalisierung. */
export const isGluedNoun = (noun: string, next: string): boolean =>
  NAMED_DEED.test(noun) || (ABSTRACT_PLURAL.test(noun) && ABSTRACT.test(next));
