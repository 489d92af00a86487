import type { Piece } from '../cutter-tokenizer.js';

const HIRAGANA_ONLY = /^[\u3041-\u309fー]+$/;
const ONE_KANJI = /^\p{Script=Han}$/u;
/** Hiragana that may follow a noun: particles and forms of the copula. After one kanji anything else is the ending of a verb. */
const AFTER_NOUN =
  /^(?:(?:[にとでのはをもだ]|から|まで|より|ほど|など|こそ|しか|さえ|ずつ|たち|さん|さま|する|した|して).*|[がやへかなしさ]|なら|なの)$/;
const INFLECTED = /\p{Script=Han}.*[\u3041-\u309f]$/u;

/**
 * Marks what is no noun: words in hiragana, which are particles and endings but for a few, words in kanji that end in
 * hiragana, which are verbs and adjectives, and one kanji before the ending of a verb, from which ICU parts it. A middle
 * dot ties the parts of a foreign name.
 */
export function* japanesePieces(segments: Iterable<string>): Iterable<Piece> {
  const words = [...segments];
  for (const [w, word] of words.entries()) {
    const next = words[w + 1] ?? '';
    const isStem = ONE_KANJI.test(word) && HIRAGANA_ONLY.test(next) && !AFTER_NOUN.test(next);
    if (isStem || HIRAGANA_ONLY.test(word) || INFLECTED.test(word)) yield { word, partOfSpeech: 'X' };
    else if (word === '・') yield { word, partOfSpeech: 'PUNCT:link' };
    else yield { word };
  }
}
