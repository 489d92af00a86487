import type { Piece } from '../cutter-tokenizer.js';

/** Nouns have a capital, some not at their beginning: iPhone. */
const NOUN = /^\p{N}|\p{Lu}/u;
const LETTER = /^\p{L}/u;
/** Adjectives before a noun end so. */
const ADJECTIVE = /.{3}(?:e|en|er|es|em)$/;

/** Marks what is not capitalised: no noun. What ends as an adjective does may open a phrase. */
export function* germanPieces(segments: Iterable<string>): Iterable<Piece> {
  for (const word of segments) {
    if (NOUN.test(word) || !LETTER.test(word)) yield { word };
    else yield { word, partOfSpeech: ADJECTIVE.test(word) ? 'ADV' : 'X' };
  }
}
