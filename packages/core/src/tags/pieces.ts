import type { Vocabulary } from '../model/vocabulary.js';

/** Characters of a piece, at most. */
const LONGEST = 6;
/** Few pieces are the likeliest: what a character that is known alone, and one that is not, count as. */
const SINGLE = 1.5;
const UNKNOWN = 3;

/**
 * The fewest words of a vocabulary that a Chinese word which is not in it can be cut into: 苹果 and 派 of 苹果派. Characters that
 * are not in the vocabulary are left out.
 */
export function piecesOf(vocabulary: Vocabulary, word: string): string[] {
  if (!/^\p{Script=Han}+$/u.test(word)) return [];
  const n = word.length;
  const costs = new Float64Array(n + 1).fill(Number.POSITIVE_INFINITY);
  const starts = new Int32Array(n + 1);
  costs[0] = 0;
  for (let start = 0; start < n; start++) {
    for (let end = start + 1; end <= Math.min(n, start + LONGEST); end++) {
      const isSingle = end === start + 1;
      const isKnown = vocabulary.indexOf(word.slice(start, end)) !== undefined;
      if (!isKnown && !isSingle) continue;
      const cost = costs[start] + (isKnown ? (isSingle ? SINGLE : 1) : UNKNOWN);
      if (cost >= costs[end]) continue;
      costs[end] = cost;
      starts[end] = start;
    }
  }
  const pieces: string[] = [];
  for (let end = n; end > 0; end = starts[end]) {
    const piece = word.slice(starts[end], end);
    if (vocabulary.indexOf(piece) !== undefined) pieces.unshift(piece);
  }
  return pieces;
}
