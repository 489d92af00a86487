/** What the taggers make rows of weights of: hashes of strings and of pairs of numbers, of 32 bits. */

/** FNV-1a over UTF-16 code units, stirred. */
export function hashOf(text: string, seed: number): number {
  let h = seed;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d);
  return h ^ (h >>> 12);
}

const GOLDEN = 0x9e3779b9 | 0;

/** One number of two; their order counts. */
export function mix(a: number, b: number): number {
  // As 32 bits from the first, so that it is never computed with doubles.
  let h = Math.imul(a ^ ((b + GOLDEN) | 0), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}
