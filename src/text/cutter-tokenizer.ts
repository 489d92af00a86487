import { normalize, normalizeWithMap } from './normalize.js';
import type { Token, Tokenizer, TokenizerDescription } from './tokenizer.js';
import type { UserDictionary } from './user-dictionary.js';

/** A part of a text. */
export interface Piece {
  readonly word: string;
  readonly partOfSpeech?: string;
}

/** What a segmentation library does: cuts a text into pieces that joined are the text again. */
export interface Cutter {
  /** Whether it wants to see capitals, also where words are lower-cased. */
  readonly keepsCase?: boolean;
  cut(text: string): Iterable<string>;
  /** The same with parts of speech; left out where the library knows none. */
  tag?(text: string): Iterable<Piece>;
}

/**
 * Makes a tokenizer of a cutter: normalizes the text, cuts the terms of the dictionary whole, lets the cutter cut what
 * is between them, drops white space, and maps every offset back to the original text.
 */
export function tokenizerOfCutter(
  cutter: Cutter,
  description: TokenizerDescription,
  dictionary?: UserDictionary,
): Tokenizer {
  const { normalization } = description;
  const lowersLate = cutter.keepsCase === true && normalization.endsWith('lowercase');
  const beforeCutting = !lowersLate ? normalization : normalization === 'lowercase' ? 'none' : 'nfkc';
  const finish = lowersLate ? (word: string) => normalize(word, 'lowercase') : (word: string) => word;
  const isBlank = (word: string) => word.trim() === '';

  function pieces(text: string): Iterable<Piece> {
    if (cutter.tag) return cutter.tag(text);
    return Array.from(cutter.cut(text), (word) => ({ word }));
  }

  return {
    description,
    tokenize(text) {
      const { text: normalized, startOf, endOf } = normalizeWithMap(text, beforeCutting);
      const tokens: Token[] = [];
      const add = (word: string, start: number, partOfSpeech?: string) => {
        const end = endOf(start + word.length);
        if (partOfSpeech === undefined) tokens.push({ word: finish(word), start: startOf(start), end });
        else tokens.push({ word: finish(word), start: startOf(start), end, partOfSpeech });
      };
      let at = 0;
      for (const part of splitByTerms(normalized, dictionary, lowersLate)) {
        const cut = part.isTerm ? [{ ...part, word: part.text }] : pieces(part.text);
        for (const { word, partOfSpeech } of cut) {
          if (!isBlank(word)) add(word, at, partOfSpeech);
          at += word.length;
        }
      }
      return tokens;
    },
    words(text) {
      const normalized = normalize(text, beforeCutting);
      const words: string[] = [];
      for (const part of splitByTerms(normalized, dictionary, lowersLate)) {
        if (part.isTerm) words.push(finish(part.text));
        else for (const word of cutter.cut(part.text)) if (!isBlank(word)) words.push(finish(word));
      }
      return words;
    },
  };
}

interface TextPart {
  readonly text: string;
  readonly isTerm: boolean;
  readonly partOfSpeech?: string;
}

/** A normalized text as terms of the dictionary and what is between them. */
function* splitByTerms(
  text: string,
  dictionary: UserDictionary | undefined,
  hasCapitals: boolean,
): Generator<TextPart> {
  let at = 0;
  const lowered = hasCapitals ? normalize(text, 'lowercase') : text;
  // A few capitals are longer in lower case, and would shift what follows: then terms are found as they are spelled.
  const searched = lowered.length === text.length ? lowered : text;
  for (const { start, end, ...match } of dictionary?.find(searched) ?? []) {
    if (start > at) yield { text: text.slice(at, start), isTerm: false };
    yield { text: text.slice(start, end), isTerm: true, ...match };
    at = end;
  }
  if (at < text.length) yield { text: text.slice(at), isTerm: false };
}
