import type { Piece } from '../cutter-tokenizer.js';

const HIRAGANA_ONLY = /^[\u3041-\u309fー]+$/;
const INFLECTED = /\p{Script=Han}.*[\u3041-\u309f]$/u;

/**
 * Marks what is no noun: words in hiragana, which are particles and endings but for a few, and words in kanji that end in
 * hiragana, which are verbs and adjectives. A middle dot ties the parts of a foreign name.
 */
export function* japanesePieces(segments: Iterable<string>): Iterable<Piece> {
  for (const word of segments) {
    if (HIRAGANA_ONLY.test(word) || INFLECTED.test(word)) yield { word, partOfSpeech: 'X' };
    else if (word === '・') yield { word, partOfSpeech: 'PUNCT:link' };
    else yield { word };
  }
}
