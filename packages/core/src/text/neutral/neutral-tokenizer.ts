import { type Cutter, type Piece, tokenizerOfCutter } from '../cutter-tokenizer.js';
import { intlCutter } from '../intl.js';
import type { Tokenizer } from '../tokenizer.js';
import { analysedJapanese, type JapaneseAnalyser } from './analysed-japanese.js';
import { germanPieces } from './german.js';
import { japanesePieces } from './japanese.js';
import { koreanPieces } from './korean.js';
import { romancePieces } from './romance.js';
import type { WordClasses } from './word-classes.js';

const CAPITAL = /^\p{Lu}/u;
const SMALL = /^\p{Ll}{1,4}$/u;
const HYPHEN = /^[-‐‑]$/;

/** Version of a tokenizer of Japanese that an analyser cuts for. */
export const BY_ANALYSER = 'analysed 1';

/**
 * A tokenizer for a language without a model: words by Unicode, from which what the language glues to them is parted. Only
 * words that are in no phrase, or tie the words of one, have a part of speech.
 *
 * @param language by ISO 639
 * @param isKnown whether a table of words of the language has a word
 * @param classOf which of its words are no nouns, where that is known
 * @param stopWords of the language, in small letters
 * @param analyser what cuts Japanese where it is at hand
 */
export function neutralTokenizer(
  language: string,
  isKnown: (word: string) => boolean,
  classOf?: WordClasses,
  stopWords?: ReadonlySet<string>,
  analyser?: JapaneseAnalyser,
): Tokenizer {
  const { cut } = intlCutter(language);
  const part = withOneBlank(partsOf(language, isKnown, classOf, stopWords));
  const tag = (text: string): Iterable<Piece> => (analyser ? analysedJapanese(analyser, text) : part(cut(text)));
  const cutter: Cutter = {
    keepsCase: true,
    tag,
    *cut(text) {
      for (const { word } of tag(text)) yield word;
    },
  };
  return tokenizerOfCutter(cutter, {
    name: 'intl',
    version: analyser ? BY_ANALYSER : 'parted 1',
    normalization: 'nfkc-lowercase',
    dictionaryHash: '',
    locale: language,
  });
}

function partsOf(
  language: string,
  isKnown: (word: string) => boolean,
  classOf: WordClasses | undefined,
  stopWords: ReadonlySet<string> | undefined,
): (segments: Iterable<string>) => Iterable<Piece> {
  if (language === 'de') return germanPieces(isKnown);
  if (language === 'ja') return japanesePieces;
  if (language === 'ko') return koreanPieces(isKnown);
  return romancePieces(language, isKnown, classOf, stopWords);
}

/**
 * What parts words with every blank between two words as one space, or as a line break where it has one, as rules of neighbours
 * expect: a text may have two spaces there.
 */
function withOneBlank(
  part: (segments: Iterable<string>) => Iterable<Piece>,
): (segments: Iterable<string>) => Iterable<Piece> {
  return function* (segments) {
    const words: string[] = [];
    const blanks: string[] = [];
    let wasBlank = false;
    for (const segment of segments) {
      const isBlank = segment.trim() === '';
      if (isBlank && wasBlank) blanks[blanks.length - 1] += segment;
      else if (isBlank) blanks.push(segment);
      if (!isBlank || !wasBlank) words.push(segment);
      wasBlank = isBlank;
    }
    let next = 0;
    const plain = words.map((word) => {
      if (word.trim() !== '') return word;
      return /[\n\r]/.test(blanks[next++]) ? '\n' : ' ';
    });
    next = 0;
    const pieces = [...part(plain)];
    for (const [p, piece] of pieces.entries()) {
      if (piece.word.trim() === '') yield { word: blanks[next++] };
      else yield isAnd(pieces, p) || isWithin(pieces, p) ? { word: piece.word, partOfSpeech: 'ADP:link' } : piece;
    }
  };
}

/** Whether `&` ties two words with capitals to a name: Hartwig & Lenz. */
function isAnd(pieces: readonly Piece[], at: number): boolean {
  if (pieces[at].word !== '&' || pieces[at - 1]?.word !== ' ' || pieces[at + 1]?.word !== ' ') return false;
  return [pieces[at - 2], pieces[at + 2]].every((one) => CAPITAL.test(one?.word ?? ''));
}

/** Whether a word is in the middle of one with hyphens, where small words break no phrase: Bourg-en-Bresse, Ростов-на-Дону. */
const isWithin = (pieces: readonly Piece[], at: number): boolean =>
  SMALL.test(pieces[at].word) && HYPHEN.test(pieces[at - 1]?.word ?? '') && HYPHEN.test(pieces[at + 1]?.word ?? '');
