import type { Piece } from '../cutter-tokenizer.js';

const CAPITAL = /^[\p{Lu}\p{N}]/u;
const LETTER = /^\p{L}/u;
/** Adjectives before a noun end so. */
const ADJECTIVE = /.{3}(?:e|en|er|es|em)$/;

/** Marks what is not capitalised: no noun. What ends as an adjective does may open a phrase. */
export function* germanPieces(segments: Iterable<string>): Iterable<Piece> {
  for (const word of segments) {
    if (CAPITAL.test(word) || !LETTER.test(word)) yield { word };
    else yield { word, partOfSpeech: ADJECTIVE.test(word) ? 'ADV' : 'X' };
  }
}
