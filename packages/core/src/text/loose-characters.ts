import type { Piece } from './cutter-tokenizer.js';

/** Characters of a word that gives one of its parts away, at least. */
const LEAST = 3;

/**
 * Pieces in which no word leaves a character of its neighbour alone where the two are words otherwise: 光伏发电 and 站 are 光伏 and
 * 发电站, 便常规 after 大 is 大便 and 常规. Of the places where a word can be parted the one that keeps most of it is taken.
 *
 * @param isLoose whether a piece is a character that may belong to its neighbour
 * @param tagOf the tag of a word of the dictionary
 */
export function withoutLoose(
  pieces: readonly Piece[],
  isLoose: (piece: Piece) => boolean,
  tagOf: TagOf,
): readonly Piece[] {
  let result: Piece[] | undefined;
  for (let p = 0; p < pieces.length; p++) {
    const { word } = pieces[p];
    if (word.length >= LEAST) {
      const after = pieces[p + 1];
      const before = result ? result.at(-1) : pieces[p - 1];
      const isBeforeLoose = after !== undefined && isLoose(after);
      const isAfterLoose = !isBeforeLoose && before !== undefined && isLoose(before);
      // What is beside it is asked first, for there are few loose characters.
      const isKnown = (isBeforeLoose || isAfterLoose) && mayBeParted(tagOf(word));
      if (isKnown && isBeforeLoose) {
        const at = partedBefore(word, after.word, tagOf);
        if (at) {
          result ??= pieces.slice(0, p);
          result.push(...at);
          p++;
          continue;
        }
      } else if (isKnown && isAfterLoose && !isPointer(result ? result.at(-2) : pieces[p - 2])) {
        const at = partedAfter(before.word, word, tagOf);
        if (at) {
          result ??= pieces.slice(0, p);
          result.splice(-1, 1, ...at);
          continue;
        }
      }
    }
    result?.push(pieces[p]);
  }
  return result ?? pieces;
}

/** Whether the character after it is what is counted by, or pointed at: 这台空气炸锅, 那家店. */
const isPointer = (piece: Piece | undefined) => piece !== undefined && /^[mr]/.test(piece.partOfSpeech ?? '');

/** Whether a word of the dictionary may lose a character: of 第二天 and 问 nothing is 天问. */
const mayBeParted = (tag: string | undefined) => tag !== undefined && !/^[mqtr]/.test(tag);

type TagOf = (word: string) => string | undefined;

// Beside the loop, for what captures a variable of it takes memory each time.
const partedBefore = (word: string, loose: string, tagOf: TagOf) =>
  placeOf(word.length, (k) => [word.slice(0, -k), word.slice(-k) + loose], tagOf);
const partedAfter = (loose: string, word: string, tagOf: TagOf) =>
  placeOf(word.length, (k) => [loose + word.slice(0, k), word.slice(k)], tagOf);

/** The two words of the first place where both are in the dictionary and neither is one character. */
function placeOf(
  length: number,
  parts: (k: number) => readonly [string, string],
  tagOf: TagOf,
): readonly Piece[] | undefined {
  for (let k = 1; k < length; k++) {
    const words = parts(k);
    if (words.some((word) => word.length < 2)) continue;
    const tags = words.map(tagOf);
    if (tags[0] !== undefined && tags[1] !== undefined)
      return words.map((word, i) => ({ word, partOfSpeech: tags[i]! }));
  }
  return undefined;
}
