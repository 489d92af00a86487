import type { HuffmanTree } from '../model/huffman.js';
import type { ByteReader } from './byte-reader.js';
import { allocate, invalid } from './byte-source.js';
import { checkTree } from './check-model.js';
import { attributesOf, type GensimObject } from './gensim-object.js';
import { NumpyArray, readIntegers, readVector } from './numpy-array.js';
import { PickleDict, type PickleValue } from './pickle-values.js';

/** The words of a gensim model, by index. */
export interface GensimVocabulary {
  /** (V). */
  readonly words: string[];
  /** (V) occurrences; undefined where they were not saved. */
  readonly counts: Float64Array | undefined;
  /** (V) the path of each word, where the model has hierarchical softmax. */
  readonly codes: readonly (PickleValue | undefined)[];
  readonly points: readonly (PickleValue | undefined)[];
  /** (V) the words in the order of the file. */
  readonly fileOrder: Int32Array;
}

/**
 * The vocabulary of an object with vectors: gensim 4 has lists by index, gensim ≤ 3 a dictionary of objects.
 *
 * @returns undefined when there is none
 * @throws KeywordError INVALID_MODEL
 */
export function readVocabulary(vectors: GensimObject, reader: ByteReader): GensimVocabulary | undefined {
  const keys = vectors.get('index_to_key');
  if (Array.isArray(keys)) return vocabularyOfLists(keys, vectors, reader);
  const entries = vectors.get('vocab');
  return entries instanceof PickleDict ? vocabularyOfEntries(entries, reader) : undefined;
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
  const objectsOf = (attribute: string) => (columnOf(attribute)?.objects ?? []) as readonly PickleValue[];
  const counts = columnOf('count');
  return {
    words,
    // The columns may be longer than the vocabulary, which gensim grows by steps.
    counts: counts && readVector(counts.layout!, counts.bytes(reader), name).subarray(0, words.length),
    codes: objectsOf('code'),
    points: objectsOf('point'),
    fileOrder: Int32Array.from(words, (_, i) => i),
  };
}

function vocabularyOfEntries({ entries }: PickleDict, reader: ByteReader): GensimVocabulary {
  const V = entries.length / 2;
  const words = new Array<string>(V);
  const counts = new Float64Array(V);
  const codes = new Array<PickleValue | undefined>(V);
  const points = new Array<PickleValue | undefined>(V);
  const fileOrder = new Int32Array(V);
  const seen = new Uint8Array(V);
  for (let i = 0; i < V; i++) {
    const word = entries[2 * i];
    const entry = attributesOf(entries[2 * i + 1]);
    const index = entry?.get('index');
    const count = entry?.get('count');
    if (typeof word !== 'string' || !entry || typeof index !== 'number' || typeof count !== 'number') {
      throw invalid(reader.name, `entry ${i} of the vocabulary is not a word with an index and a count.`);
    }
    if (seen[index] !== 0) {
      throw invalid(reader.name, `the vocabulary has ${V} words and the index ${index} twice or beyond its end.`);
    }
    seen[index] = 1;
    words[index] = word;
    counts[index] = count;
    codes[index] = entry.get('code');
    points[index] = entry.get('point');
    fileOrder[i] = index;
  }
  return { words, counts, codes, points, fileOrder };
}

/**
 * The Huffman tree as the file has it: `point` holds inner nodes 0 … V−2 from the root, `code` the bits.
 *
 * @returns undefined when the words have no paths
 * @throws KeywordError INVALID_MODEL, RangeError when the paths are no tree
 */
export function readPaths(vocabulary: GensimVocabulary, reader: ByteReader): HuffmanTree | undefined {
  const { codes, points, fileOrder } = vocabulary;
  const { name } = reader;
  const V = vocabulary.words.length;
  if (codes.every((code) => code === undefined || code === null)) return undefined;
  const offsets = new Int32Array(V + 1);
  let total = 0;
  for (let w = 0; w < V; w++) {
    const code = codes[w];
    const point = points[w];
    const length = code instanceof NumpyArray ? code.vectorLength : -1;
    if (length < 1 || !(point instanceof NumpyArray) || point.vectorLength !== length) {
      throw invalid(name, `the word ${JSON.stringify(vocabulary.words[w])} has no path through the tree.`);
    }
    offsets[w] = total;
    total += length;
    // A step takes a byte of the file at least; more is one array that stands for many words.
    if (total > reader.source.byteLength) throw invalid(name, 'the paths of the tree are longer than the file.');
  }
  offsets[V] = total;
  const tree = { offsets, nodes: allocate(Int32Array, total), codes: allocate(Uint8Array, total) };
  // gensim ≤ 3 has both arrays of a word side by side, gensim 4 all of the one and then all of the other: each is read
  // through a window of its own.
  for (const w of fileOrder) readIntegers(codes[w] as NumpyArray, reader, tree.codes, offsets[w]);
  for (const w of fileOrder) readIntegers(points[w] as NumpyArray, reader, tree.nodes, offsets[w]);
  checkTree(tree, name);
  return tree;
}

/**
 * Brings a vocabulary into descending order of counts, as ours is; gensim keeps another where it was told to
 * (`sorted_vocab=0`) or where words were added later.
 *
 * @returns the row of each word in the matrices of the file; undefined when the order was right
 */
export function sortByCount(vocabulary: GensimVocabulary): { sorted: GensimVocabulary; rows: Int32Array | undefined } {
  const { words, counts, codes, points, fileOrder } = vocabulary;
  if (!counts || counts.every((count, i) => i === 0 || count <= counts[i - 1])) {
    return { sorted: vocabulary, rows: undefined };
  }
  const rows = Int32Array.from(words, (_, i) => i).sort((a, b) => counts[b] - counts[a] || a - b);
  const placeOf = new Int32Array(rows.length);
  for (let i = 0; i < rows.length; i++) placeOf[rows[i]] = i;
  const reorder = <T>(list: readonly T[]) => Array.from(rows, (row) => list[row]);
  return {
    sorted: {
      words: reorder(words),
      counts: Float64Array.from(rows, (row) => counts[row]),
      codes: reorder(codes),
      points: reorder(points),
      fileOrder: fileOrder.map((row) => placeOf[row]),
    },
    rows,
  };
}
