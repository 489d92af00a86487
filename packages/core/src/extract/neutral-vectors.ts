import { copyRow, type Matrix } from '../math/matrix.js';
import { scaleToUnit } from '../math/unit.js';
import type { VectorOfWord } from '../model/nearness.js';
import { lightStem } from '../text/neutral/stem.js';

/** Languages that write compounds as one word, and the letters that a part has at least. */
const COMPOUNDING: Readonly<Record<string, number>> = { de: 4, nl: 4, ko: 2, ja: 1 };
/** Characters of a compound that is taken apart, at most. */
const LONGEST = 60;

/**
 * Finds the vectors of words of a language: their own, that of another form of the word, or of a compound the sum of those
 * of its parts (原子力発電所 is 原子力 and 発電所).
 *
 * @param words each another word
 * @param vectors (words, D)
 */
export function neutralVectors(language: string, words: readonly string[], vectors: Matrix): VectorOfWord {
  const rows = rowsByWord(language, words);
  const least = COMPOUNDING[language];
  return (word) => {
    const found = rows(word);
    const parts = found !== undefined ? [found] : least ? partsOf(word, least, rows) : undefined;
    if (!parts) return undefined;
    const sum = new Float32Array(vectors.columns);
    const row = new Float32Array(vectors.columns);
    for (const part of parts) {
      copyRow(vectors, part, row);
      scaleToUnit(row).forEach((value, d) => {
        sum[d] += value;
      });
    }
    return sum;
  };
}

/** Gives the row of a word, or of the first with the same stem. */
export function rowsByWord(language: string, words: readonly string[]): (word: string) => number | undefined {
  const rows = new Map<string, number>();
  const byStem = new Map<string, number>();
  words.forEach((word, row) => {
    rows.set(word, row);
    const stem = lightStem(language, word);
    if (!byStem.has(stem)) byStem.set(stem, row);
  });
  return (given) => {
    // As the table has them.
    const word = given.replaceAll('ß', 'ss');
    return rows.get(word) ?? byStem.get(lightStem(language, word));
  };
}

/** The parts of a compound, the last as long as can be; undefined where not all of it is known. */
function partsOf(
  word: string,
  least: number,
  rows: (word: string) => number | undefined,
): readonly number[] | undefined {
  if (word.length > LONGEST) return undefined;
  /** Parts of the first characters of the word, by how many these are. */
  const parts: (readonly number[] | undefined)[] = [[]];
  for (let end = least; end <= word.length; end++) {
    for (let at = 0; at <= end - least && !parts[end]; at++) {
      const row = parts[at] && rows(word.slice(at, end));
      if (row !== undefined) parts[end] = [...parts[at]!, row];
    }
  }
  return parts[word.length];
}
