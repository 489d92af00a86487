import { isCommonHan } from './language.js';
import { normalize, normalizeWithMap } from './normalize.js';
import { partsOfSpeechOf } from './parts-of-speech.js';
import type { TermTable } from './term-table.js';
import { type Token, type Tokenizer, type TokenizerDescription, tokenOf } from './tokenizer.js';
import type { UserDictionary } from './user-dictionary.js';

/** A part of a text. */
export interface Piece {
  readonly word: string;
  readonly partOfSpeech?: string;
  /** Whether it is in no dictionary, and where it begins and ends was guessed. */
  readonly isGuess?: true;
}

/** What a segmentation library does: cuts a text into pieces that joined are the text again. */
export interface Cutter {
  /** Whether it wants to see capitals, also where words are lower-cased. */
  readonly keepsCase?: boolean;
  cut(text: string): Iterable<string>;
  /** The same with parts of speech; left out where the library knows none. */
  tag?(text: string): Iterable<Piece>;
  /** The pieces of {@link tag} with those that were only guessed cut again; left out where there is nothing to do it with. */
  readonly recut?: (pieces: Piece[], isWord: (word: string) => boolean) => Piece[];
  /** The terms of its language, where they are kept. */
  readonly terms?: () => TermTable;
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
  const finish = lowersLate
    ? (word: string) => (isSmall(word) ? word : normalize(word, 'lowercase'))
    : (word: string) => word;
  const own = partsOfSpeechOf(description.name);
  const added = dictionary?.terms.flatMap(({ partOfSpeech }) => partOfSpeech ?? []) ?? [];
  const tags = own || added.length ? [...new Set([...(own ?? []), ...added])] : undefined;

  const isForbidden = (word: string) => dictionary?.isForbidden(finish(word)) === true;

  function cut(text: string): Iterable<string> {
    const words = cutter.cut(text);
    return dictionary ? Array.from(words).flatMap((word) => (isForbidden(word) ? cutFurther(word, cut) : word)) : words;
  }

  function pieces(text: string): Iterable<Piece> {
    if (!cutter.tag) return Array.from(cut(text), (word) => ({ word }));
    const tagged = cutter.tag(text);
    if (!dictionary) return tagged;
    return Array.from(tagged).flatMap((piece) =>
      isForbidden(piece.word) ? cutFurther(piece.word, cut).flatMap((word) => Array.from(cutter.tag!(word))) : piece,
    );
  }

  function tokensOf(text: string, pieces: (text: string) => Iterable<Piece>): Token[] {
    const { text: normalized, startOf, endOf } = normalizeWithMap(text, beforeCutting);
    const tokens: Token[] = [];
    const add = (word: string, start: number, partOfSpeech?: string, isGuess?: true) => {
      const end = endOf(start + word.length);
      tokens.push(tokenOf(finish(word), startOf(start), end, partOfSpeech, undefined, isGuess));
    };
    let at = 0;
    for (const part of splitByTerms(normalized, dictionary, lowersLate)) {
      const cut: Iterable<Piece> = part.isTerm ? [{ ...part, word: part.text }] : pieces(part.text);
      for (const { word, partOfSpeech, isGuess } of cut) {
        if (!isBlank(word)) add(word, at, partOfSpeech, isGuess);
        at += word.length;
      }
    }
    return tokens;
  }

  const { recut, terms } = cutter;
  return {
    description,
    ...(tags && { partsOfSpeech: tags }),
    tokenize: (text) => tokensOf(text, pieces),
    ...(terms && { terms }),
    ...(recut && {
      tokenizeAgain: (text, isWord) => tokensOf(text, (part) => recut(asArray(pieces(part)), isWord)),
    }),
    words(text) {
      const normalized = normalize(text, beforeCutting);
      const words: string[] = [];
      for (const part of splitByTerms(normalized, dictionary, lowersLate)) {
        if (part.isTerm) words.push(finish(part.text));
        else for (const word of cut(part.text)) if (!isBlank(word)) words.push(finish(word));
      }
      return words;
    },
  };
}

/** Whether a piece is white space. */
function isBlank(word: string): boolean {
  const code = word.charCodeAt(0);
  return code === 0x20 ? word.length === 1 || word.trim() === '' : !isGraphic(code) && word.trim() === '';
}

/** Whether a code unit is surely none of white space: ASCII, or Han. */
const isGraphic = (code: number) => (code > 0x20 && code < 0x7f) || isCommonHan(code);

const asArray = (pieces: Iterable<Piece>) => (Array.isArray(pieces) ? (pieces as Piece[]) : Array.from(pieces));

/** Whether a word has ASCII characters alone and no capital among them, as most English words and signs. */
function isSmall(word: string): boolean {
  for (let i = 0; i < word.length; i++) {
    const unit = word.charCodeAt(i);
    if (unit > 0x7f || (unit >= 0x41 && unit <= 0x5a)) return false;
  }
  return true;
}

/** Longest word that is cut further, in code units; what is longer is cut where the first half ends. */
const LONGEST_CUT = 40;

/**
 * Cuts a word that must not stay whole, at the place that leaves the fewest words and the longest first. Words with Latin letters or digits
 * stay as they are: jieba too cuts nothing smaller.
 */
function cutFurther(word: string, cut: (text: string) => Iterable<string>): string[] {
  const characters = [...word];
  if (characters.length < 2 || /[\p{Script=Latin}\p{Nd}]/u.test(word)) return [word];
  const halves = (at: number) => [characters.slice(0, at).join(''), characters.slice(at).join('')];
  const all =
    characters.length > LONGEST_CUT
      ? [characters.length >> 1]
      : characters.slice(1).map((_, i) => characters.length - 1 - i);
  return all
    .map((at) => halves(at).flatMap((half) => Array.from(cut(half))))
    .reduce((fewest, words) => (words.length < fewest.length ? words : fewest));
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
  if (!dictionary) {
    if (text !== '') yield { text, isTerm: false };
    return;
  }
  let at = 0;
  const lowered = hasCapitals ? normalize(text, 'lowercase') : text;
  // A few capitals are longer in lower case, and would shift what follows: then terms are found as they are spelled.
  const searched = lowered.length === text.length ? lowered : text;
  for (const { start, end, ...match } of dictionary.find(searched)) {
    if (start > at) yield { text: text.slice(at, start), isTerm: false };
    yield { text: text.slice(start, end), isTerm: true, ...match };
    at = end;
  }
  if (at < text.length) yield { text: text.slice(at), isTerm: false };
}
