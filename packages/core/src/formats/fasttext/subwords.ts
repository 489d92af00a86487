/** The character n-grams of a fastText model, each hashed to a row. */
export interface Subwords {
  /** Shortest n-gram, in code points. */
  readonly minLength: number;
  /** Longest n-gram, in code points. */
  readonly maxLength: number;
  /** (buckets, D) vectors of the n-grams. */
  readonly vectors: Float32Array;
  readonly buckets: number;
  /** D. */
  readonly dim: number;
}

/** No model has longer n-grams; a file that says so is damaged, and would take for ever. */
export const longestSubword = 100;

const encoder = new TextEncoder();
const begin = 0x3c; // <
const end = 0x3e; // >

/**
 * Rows of the n-grams of `<word>`: Bojanowski et al. 2017, as fastText's `Dictionary::computeSubwords` does it. A
 * single character is not an n-gram at either end.
 *
 * @param word UTF-8
 */
export function subwordRows(word: Uint8Array, { minLength, maxLength, buckets }: Subwords): number[] {
  const rows: number[] = [];
  if (buckets === 0) return rows;
  const length = word.length + 2;
  const byteAt = (i: number) => (i === 0 ? begin : i === length - 1 ? end : word[i - 1]);
  const continues = (i: number) => i < length && (byteAt(i) & 0xc0) === 0x80;
  for (let start = 0; start < length; start++) {
    if (continues(start)) continue;
    // FNV-1a over the bytes as signed, which is how fastText came to do it.
    let hash = 2166136261;
    let at = start;
    for (let n = 1; at < length && n <= maxLength; n++) {
      do hash = Math.imul(hash ^ ((byteAt(at++) << 24) >> 24), 16777619);
      while (continues(at));
      if (n >= minLength && !(n === 1 && (start === 0 || at === length))) rows.push((hash >>> 0) % buckets);
    }
  }
  return rows;
}

/**
 * Adds the n-grams of each word to its vector and takes the mean, in place.
 *
 * @param vectors (V, D) the words' own vectors; the mean of each with its n-grams afterwards
 * @param bytesOf UTF-8 of word w; undefined where it has no n-grams
 */
export function addSubwords(
  vectors: Float32Array,
  count: number,
  bytesOf: (word: number) => Uint8Array | undefined,
  subwords: Subwords,
): void {
  const { dim } = subwords;
  const sum = new Float64Array(dim);
  for (let w = 0; w < count; w++) {
    const bytes = bytesOf(w);
    const rows = bytes ? subwordRows(bytes, subwords) : [];
    if (rows.length === 0) continue;
    for (let d = 0; d < dim; d++) sum[d] = vectors[w * dim + d];
    addRows(sum, rows, subwords);
    for (let d = 0; d < dim; d++) vectors[w * dim + d] = sum[d] / (rows.length + 1);
  }
}

/** Mean of the vectors of a word's n-grams (D); undefined when it has none. */
export function meanOfSubwords(word: string, subwords: Subwords): Float32Array | undefined {
  const rows = subwordRows(encoder.encode(word), subwords);
  if (rows.length === 0) return undefined;
  const sum = new Float64Array(subwords.dim);
  addRows(sum, rows, subwords);
  return Float32Array.from(sum, (value) => value / rows.length);
}

function addRows(sum: Float64Array, rows: readonly number[], { vectors, dim }: Subwords): void {
  for (const row of rows) {
    for (let d = 0; d < dim; d++) sum[d] += vectors[row * dim + d];
  }
}
