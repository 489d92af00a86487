import { floatMatrix } from '../../math/matrix.js';
import { ByteReader } from '../bytes/byte-reader.js';
import { allocate, type ForeignFile, invalid } from '../bytes/byte-source.js';
import { decodeWord } from '../bytes/decode-text.js';
import { checkFinite } from '../foreign/check-model.js';
import type { ForeignVectors } from '../foreign/foreign-model.js';
import { parseHeader } from './text-vectors.js';

/** Longest word; word2vec.c itself cuts at 100 bytes. */
const longestWord = 1 << 16;
const newline = 0x0a;

/**
 * Reads word2vec's `-binary 1`: a line `V D`, then for each word its bytes, a space and D floats, with or without the
 * end of a line after them. Of a word that occurs twice the first vector is kept.
 *
 * @throws KeywordError INVALID_MODEL
 */
export function readBinaryVectors(file: ForeignFile): ForeignVectors {
  const { name } = file;
  const reader = new ByteReader(file.source, name);
  const header = parseHeader(reader.bytesUntil(newline, longestWord) ?? new Uint8Array(0), new Uint8Array(0));
  if (!header || header.dim === 0)
    throw invalid(name, 'its first line does not say how many vectors of what size it has.');
  const { count, dim } = header;
  // A word takes a letter and a space at least.
  if (count * (4 * dim + 2) > reader.remaining) {
    throw invalid(name, `it says it has ${count} vectors of ${dim} components; it is too short for that.`);
  }
  const vectors = allocate(Float32Array, count * dim);
  const words = new Map<string, number>();
  for (let i = 0; i < count; i++) {
    const bytes = reader.bytesUntil(0x20, longestWord);
    const word = bytes && decodeWord(bytes[0] === newline ? bytes.subarray(1) : bytes);
    if (!word) throw invalid(name, `word ${i} is empty or has no end.`);
    const row = words.size;
    reader.copy(new Uint8Array(vectors.buffer, row * dim * 4, dim * 4));
    if (!words.has(word)) words.set(word, row);
  }
  const kept = vectors.subarray(0, words.size * dim);
  checkFinite(kept, 'The vectors', name);
  const repeated = count - words.size;
  return {
    estimator: 'none',
    words: [...words.keys()],
    vectors: floatMatrix(kept, words.size, dim),
    source: { family: 'word2vec binary', options: {} },
    warnings: repeated > 0 ? [`Duplicate words: ${repeated}; the first vector of each was used.`] : [],
  };
}
