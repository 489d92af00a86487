import { floatMatrix } from '../../math/matrix.js';
import { murmurHash128 } from '../../math/murmur-hash.js';
import { ByteReader } from '../bytes/byte-reader.js';
import { allocate, type ForeignFile, invalid } from '../bytes/byte-source.js';
import { decodeWord } from '../bytes/decode-text.js';
import { parseDecimal } from '../bytes/parse-number.js';
import type { ForeignVectors } from '../foreign/foreign-model.js';
import { longestSubword } from './subwords.js';

const longestLine = 1 << 20;
const newline = 10;

/** The first line of a `.floret` file. */
interface FloretHeader {
  readonly buckets: number;
  readonly dim: number;
  readonly minLength: number;
  readonly maxLength: number;
  readonly hashes: number;
  readonly seed: number;
  /** Signs before and after a word. */
  readonly begin: string;
  readonly end: string;
}

/** Reads `buckets dim minn maxn hashes seed < >`; undefined when the line is another. */
export function parseFloretHeader(line: Uint8Array): FloretHeader | undefined {
  if (line.length > 200) return undefined;
  const match = /^(\d{1,10}) (\d{1,6}) (\d{1,3}) (\d{1,3}) ([1-4]) (\d{1,10}) (\S+) (\S+)\s*$/.exec(decodeWord(line));
  if (!match) return undefined;
  const [buckets, dim, minLength, maxLength, hashes, seed] = match.slice(1, 7).map(Number);
  return { buckets, dim, minLength, maxLength, hashes, seed, begin: match[7], end: match[8] };
}

/**
 * Reads the vectors that floret's `save_floret_vectors` writes: rows for hashed n-grams and no words at all, of which
 * the vector of any word is made.
 *
 * @throws KeywordError INVALID_MODEL naming the line
 */
export function readFloretVectors(file: ForeignFile): ForeignVectors {
  const { name } = file;
  const reader = new ByteReader(file.source, name);
  const header = parseFloretHeader(reader.bytesUntil(newline, longestLine) ?? new Uint8Array(0));
  // A component takes a digit and a blank at least.
  if (!header || header.buckets * header.dim * 2 > reader.remaining || header.buckets * header.dim === 0) {
    throw invalid(name, 'its first line promises more vectors than it has.');
  }
  if (header.maxLength > longestSubword) throw invalid(name, `it has n-grams of up to ${header.maxLength} characters.`);
  const { buckets, dim } = header;
  const rows = allocate(Float32Array, buckets * dim);
  for (let row = 0; row < buckets; row++) {
    const line = reader.bytesUntil(newline, longestLine);
    if (!line || !readRow(line, row, rows, dim)) {
      throw invalid(name, `line ${row + 2} is not ${row} and ${dim} numbers; it is cut off or damaged.`);
    }
  }
  const { minLength: minn, maxLength: maxn, hashes } = header;
  return {
    estimator: 'none',
    words: [],
    vectors: floatMatrix(new Float32Array(0), 0, dim),
    vectorOfAnyWord: (word) => floretVector(word, rows, header),
    source: { family: 'floret', options: { dim, bucket: buckets, minn, maxn, hashCount: hashes } },
    warnings: [],
    reason: "it has floret's vectors of hashed n-grams, and no words of its own.",
  };
}

function readRow(line: Uint8Array, row: number, rows: Float32Array, dim: number): boolean {
  let field = -1;
  for (let at = 0; at < line.length; ) {
    if (line[at] === 0x20 || line[at] === 13) {
      at++;
      continue;
    }
    let end = at;
    while (end < line.length && line[end] !== 0x20 && line[end] !== 13) end++;
    const value = parseDecimal(line, at, end);
    if (field === dim || !Number.isFinite(Math.fround(value))) return false;
    if (field >= 0) rows[row * dim + field] = value;
    else if (value !== row) return false;
    field++;
    at = end;
  }
  return field === dim;
}

/** Mean of the rows of `<word>` and its n-grams, each by `hashes` hashes: spaCy and floret, `Dictionary::pushHash`. */
function floretVector(word: string, rows: Float32Array, header: FloretHeader): Float32Array | undefined {
  if (word === '' || word === '</s>') return undefined;
  const { buckets, dim, minLength, maxLength, hashes, seed, begin, end } = header;
  const text = begin + word + end;
  const letters = Array.from(text);
  const grams = [text];
  for (let from = 0; from < letters.length; from++) {
    for (let n = minLength; n <= maxLength && from + n <= letters.length; n++) {
      if (n === 1 && (from === 0 || from + n === letters.length)) continue;
      if (n > 0) grams.push(letters.slice(from, from + n).join(''));
    }
  }
  const encoder = new TextEncoder();
  const sum = new Float64Array(dim);
  for (const gram of grams) {
    for (const hash of murmurHash128(encoder.encode(gram), seed).slice(0, hashes)) {
      const row = (hash % buckets) * dim;
      for (let d = 0; d < dim; d++) sum[d] += rows[row + d];
    }
  }
  return Float32Array.from(sum, (value) => value / (grams.length * hashes));
}
