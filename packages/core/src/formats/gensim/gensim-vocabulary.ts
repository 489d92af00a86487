import type { KeywordError } from '../../errors.js';
import { maxPathLength } from '../../model/huffman.js';
import type { ByteReader } from '../bytes/byte-reader.js';
import { grow, invalid } from '../bytes/byte-source.js';
import { NumpyArray, readIntegers, readVector } from '../bytes/numpy-array.js';
import { eachItem } from '../bytes/short-vectors.js';
import { PickleDict, type PickleValue } from '../pickle/pickle-values.js';
import { TreeLinks } from '../trees/tree-links.js';
import type { GensimObject } from './gensim-object.js';

/** The words of a gensim model, by index. */
export interface GensimVocabulary {
  /** (V). */
  readonly words: readonly string[];
  /** (V) occurrences; undefined where they were not saved. */
  readonly counts: Float64Array | undefined;
  /** The tree as the file has it; undefined where there is none. */
  readonly links: TreeLinks | undefined;
  /** (V) leaf of each word in the tree. */
  readonly leaves: Int32Array;
  /** (V) the indices in the order of the file, where that is another one. */
  readonly order?: Int32Array;
}

/**
 * The vocabulary that gensim 4 has as lists by index.
 *
 * @param vectors the object that holds them
 * @throws KeywordError INVALID_MODEL
 */
export function vocabularyOfLists(keys: PickleValue[], vectors: GensimObject, reader: ByteReader): GensimVocabulary {
  const { name } = reader;
  const isText = (key: PickleValue) => typeof key === 'string';
  const words = keys.every(isText) ? keys : keys.map((key) => (typeof key === 'number' ? String(key) : key));
  if (!words.every(isText)) throw invalid(name, 'a word of the vocabulary is not text.');
  const attributes = vectors.get('expandos');
  const expandos = attributes instanceof PickleDict ? attributes : new PickleDict();
  const columnOf = (attribute: string): NumpyArray | undefined => {
    const column = expandos.get(attribute);
    if (!(column instanceof NumpyArray)) return undefined;
    if (column.vectorLength < words.length) {
      throw invalid(
        name,
        `the vocabulary has ${words.length} words, their ${attribute} ${column.vectorLength} entries.`,
      );
    }
    return column;
  };
  const counts = columnOf('count');
  const codes = columnOf('code')?.objects;
  const points = columnOf('point')?.objects;
  return {
    words,
    // The columns may be longer than the vocabulary, which gensim grows by steps.
    counts: counts && readVector(counts.layout!, counts.bytes(reader), name).subarray(0, words.length),
    links: codes && points && readPaths(words, codes, points, reader),
    leaves: new Int32Array(words.length).map((_, w) => w),
  };
}

/** Paths out of two lists of arrays: `point` holds inner nodes 0 … V−2 from the root, `code` the bits. */
function readPaths(
  words: readonly string[],
  codes: readonly unknown[],
  points: readonly unknown[],
  reader: ByteReader,
): TreeLinks {
  const V = words.length;
  // One after the other, since in the file all of the one come before all of the other.
  const offsets = new Int32Array(V + 1);
  let bits = new Uint8Array(16 * V);
  eachItem(codes, V, (code, w) => {
    const end = offsets[w] + pathLength(code, words[w], reader);
    bits = grow(bits, end);
    readIntegers(code as NumpyArray, reader, bits, offsets[w]);
    offsets[w + 1] = end;
  });
  const links = new TreeLinks(reader);
  const path = new Int32Array(maxPathLength);
  eachItem(points, V, (point, w) => {
    const length = pathLength(point, words[w], reader);
    if (length !== offsets[w + 1] - offsets[w]) throw noPath(words[w], reader.name);
    readIntegers(point as NumpyArray, reader, path, 0);
    links.add(w, path, bits, length, offsets[w]);
  });
  return links;
}

function pathLength(item: unknown, word: string, { name }: ByteReader): number {
  const length = item instanceof NumpyArray ? item.vectorLength : -1;
  if (length < 1 || length > maxPathLength) throw noPath(word, name);
  return length;
}

function noPath(word: string, name: string): KeywordError {
  return invalid(name, `the word ${JSON.stringify(word)} has no path through the tree.`);
}

/**
 * Brings a vocabulary into descending order of counts, as ours is; gensim keeps another where it was told to
 * (`sorted_vocab=0`) or where words were added later.
 *
 * @returns the row of each word in the matrices of the file; undefined when the order was right
 */
export function sortByCount(vocabulary: GensimVocabulary): { sorted: GensimVocabulary; rows: Int32Array | undefined } {
  const { words, counts, links, leaves } = vocabulary;
  if (!counts || counts.every((count, i) => i === 0 || count <= counts[i - 1])) {
    return { sorted: vocabulary, rows: undefined };
  }
  const rows = Int32Array.from(words, (_, i) => i).sort((a, b) => counts[b] - counts[a] || a - b);
  const sorted = {
    words: Array.from(rows, (row) => words[row]),
    counts: Float64Array.from(rows, (row) => counts[row]),
    links,
    leaves: leaves.map((_, i) => leaves[rows[i]]),
  };
  return { sorted, rows };
}
