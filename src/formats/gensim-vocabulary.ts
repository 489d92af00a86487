import type { KeywordError } from '../errors.js';
import type { HuffmanTree } from '../model/huffman.js';
import type { ByteReader } from './byte-reader.js';
import { allocate, invalid } from './byte-source.js';
import type { VocabularyEntries } from './gensim-entries.js';
import type { GensimObject } from './gensim-object.js';
import { eachItem, NumpyArray, readIntegers, readVector } from './numpy-array.js';
import { PickleDict, type PickleValue } from './pickle-values.js';

/** The words of a gensim model, by index. */
export interface GensimVocabulary {
  /** (V). */
  readonly words: readonly string[];
  /** (V) occurrences; undefined where they were not saved. */
  readonly counts: Float64Array | undefined;
  /** The path of each word as the file has it, not checked; undefined where there are none. */
  readonly paths: HuffmanTree | undefined;
}

/**
 * The vocabulary of an object with vectors: gensim 4 has lists by index, gensim ≤ 3 a dictionary of objects.
 *
 * @param entries those the pickle has made
 * @returns undefined when there is none
 * @throws KeywordError INVALID_MODEL
 */
export function readVocabulary(
  vectors: GensimObject,
  entries: VocabularyEntries,
  reader: ByteReader,
): GensimVocabulary | undefined {
  const keys = vectors.get('index_to_key');
  if (Array.isArray(keys)) return vocabularyOfLists(keys, vectors, reader);
  const dict = vectors.get('vocab');
  return dict instanceof PickleDict ? vocabularyOfEntries(dict, entries, reader.name) : undefined;
}

function vocabularyOfLists(keys: PickleValue[], vectors: GensimObject, reader: ByteReader): GensimVocabulary {
  const { name } = reader;
  const words = keys.map((key) => (typeof key === 'number' ? String(key) : key));
  if (!words.every((word) => typeof word === 'string')) throw invalid(name, 'a word of the vocabulary is no text.');
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
    paths: codes && points && readPaths(words, codes, points, reader),
  };
}

/** Paths out of two lists of arrays: `point` holds inner nodes 0 … V−2 from the root, `code` the bits. */
function readPaths(
  words: readonly string[],
  codes: readonly unknown[],
  points: readonly unknown[],
  reader: ByteReader,
): HuffmanTree {
  const { name } = reader;
  const V = words.length;
  const offsets = new Int32Array(V + 1);
  const lengthOf = (item: unknown) => (item instanceof NumpyArray ? item.vectorLength : -1);
  eachItem(codes, V, (code, w) => {
    const end = offsets[w] + lengthOf(code);
    if (end <= offsets[w]) throw noPath(words[w], name);
    // A step takes a byte of the file at least; more is one array that stands for many words.
    if (end > reader.source.byteLength) throw invalid(name, 'the paths of the tree are longer than the file.');
    offsets[w + 1] = end;
  });
  eachItem(points, V, (point, w) => {
    if (lengthOf(point) !== offsets[w + 1] - offsets[w]) throw noPath(words[w], name);
  });
  const paths = { offsets, nodes: allocate(Int32Array, offsets[V]), codes: allocate(Uint8Array, offsets[V]) };
  // One after the other, since in the file all of the one come before all of the other.
  eachItem(codes, V, (code, w) => readIntegers(code as NumpyArray, reader, paths.codes, offsets[w]));
  eachItem(points, V, (point, w) => readIntegers(point as NumpyArray, reader, paths.nodes, offsets[w]));
  return paths;
}

function noPath(word: string, name: string): KeywordError {
  return invalid(name, `the word ${JSON.stringify(word)} has no path through the tree.`);
}

function vocabularyOfEntries(dict: PickleDict, entries: VocabularyEntries, name: string): GensimVocabulary {
  const V = dict.size;
  const words = new Array<string>(V);
  const counts = new Float64Array(V);
  const numbers = new Int32Array(V);
  const seen = new Uint8Array(V);
  for (let i = 0; i < V; i++) {
    const word = dict.entries[2 * i];
    const number = entries.numberOf(dict.entries[2 * i + 1]);
    if (typeof word !== 'string' || number === undefined) {
      throw invalid(name, `entry ${i} of the vocabulary is not a word with an index and a count.`);
    }
    const index = entries.index(number);
    if (seen[index] !== 0) {
      throw invalid(name, `the vocabulary has ${V} words and the index ${index} twice or beyond its end.`);
    }
    seen[index] = 1;
    words[index] = word;
    counts[index] = entries.count(number);
    numbers[index] = number;
  }
  return { words, counts, paths: entries.paths && permutePaths(entries.paths, numbers, name) };
}

/**
 * Brings a vocabulary into descending order of counts, as ours is; gensim keeps another where it was told to
 * (`sorted_vocab=0`) or where words were added later.
 *
 * @param name of the file, for messages
 * @returns the row of each word in the matrices of the file; undefined when the order was right
 */
export function sortByCount(
  vocabulary: GensimVocabulary,
  name: string,
): { sorted: GensimVocabulary; rows: Int32Array | undefined } {
  const { words, counts, paths } = vocabulary;
  if (!counts || counts.every((count, i) => i === 0 || count <= counts[i - 1])) {
    return { sorted: vocabulary, rows: undefined };
  }
  const rows = Int32Array.from(words, (_, i) => i).sort((a, b) => counts[b] - counts[a] || a - b);
  const sorted = {
    words: Array.from(rows, (row) => words[row]),
    counts: Float64Array.from(rows, (row) => counts[row]),
    paths: paths && permutePaths(paths, rows, name),
  };
  return { sorted, rows };
}

/** Paths in another order: path i is what path `order[i]` was. */
function permutePaths(paths: HuffmanTree, order: Int32Array, name: string): HuffmanTree {
  const offsets = new Int32Array(order.length + 1);
  for (let i = 0; i < order.length; i++) {
    offsets[i + 1] = offsets[i] + paths.offsets[order[i] + 1] - paths.offsets[order[i]];
  }
  const total = offsets[order.length];
  // Each entry of the file stands for one word.
  if (total > paths.nodes.length) throw invalid(name, 'two words of the vocabulary share an entry.');
  const nodes = allocate(Int32Array, total);
  const codes = allocate(Uint8Array, total);
  for (let i = 0; i < order.length; i++) {
    let from = paths.offsets[order[i]];
    for (let at = offsets[i]; at < offsets[i + 1]; at++, from++) {
      nodes[at] = paths.nodes[from];
      codes[at] = paths.codes[from];
    }
  }
  return { offsets, nodes, codes };
}
