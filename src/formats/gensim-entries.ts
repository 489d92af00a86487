import type { HuffmanTree } from '../model/huffman.js';
import type { ByteReader } from './byte-reader.js';
import { allocate, invalid } from './byte-source.js';
import { NumpyArray, readIntegers } from './numpy-array.js';
import { PickleObject, type PickleValue } from './pickle-values.js';

/** Grows a list of numbers to hold `length` of them. */
function grow<T extends Int32Array | Uint8Array | Float64Array>(list: T, length: number): T {
  if (length <= list.length) return list;
  const larger = allocate(list.constructor as new (length: number) => T, Math.max(length, 2 * list.length));
  larger.set(list);
  return larger;
}

/**
 * The vocabulary entries of gensim ≤ 3, objects with `index`, `count` and, with hierarchical softmax, `code` and
 * `point`. There is one for every word, so each is taken in as soon as the pickle has made it, and a number is left in
 * its place: holding hundreds of thousands of small objects would cost more than all the rest of reading.
 */
export class VocabularyEntries {
  private readonly reader: ByteReader;
  private size = 0;
  private indices = new Int32Array(1024);
  private counts = new Float64Array(1024);
  private starts = new Int32Array(1024);
  private nodes = new Int32Array(16 * 1024);
  private codes = new Uint8Array(16 * 1024);

  constructor(reader: ByteReader) {
    this.reader = reader;
  }

  /**
   * Takes in an object that is a vocabulary entry.
   *
   * @returns its number, or undefined when it is something else
   */
  take(object: PickleObject): number | undefined {
    if (!object.className.endsWith('.Vocab')) return undefined;
    const { attributes } = object;
    const index = attributes?.get('index');
    const count = attributes?.get('count');
    if (typeof index !== 'number' || typeof count !== 'number') return undefined;
    const number = this.size++;
    this.indices = grow(this.indices, this.size);
    this.counts = grow(this.counts, this.size);
    this.starts = grow(this.starts, this.size + 1);
    this.indices[number] = index;
    this.counts[number] = count;
    this.starts[number + 1] = this.starts[number];
    const code = attributes?.get('code');
    const point = attributes?.get('point');
    if (code instanceof NumpyArray && point instanceof NumpyArray) this.takePath(number, code, point);
    return number;
  }

  private takePath(number: number, code: NumpyArray, point: NumpyArray): void {
    const { reader } = this;
    const start = this.starts[number];
    const length = code.vectorLength;
    if (length < 1 || point.vectorLength !== length) {
      throw invalid(reader.name, `entry ${number} of the vocabulary has no path through the tree.`);
    }
    const end = start + length;
    // A step takes a byte of the file at least; more is one array that stands for many words.
    if (end > reader.source.byteLength) throw invalid(reader.name, 'the paths of the tree are longer than the file.');
    this.starts[number + 1] = end;
    this.codes = grow(this.codes, end);
    this.nodes = grow(this.nodes, end);
    // The pickle goes on where the reader stands.
    const { position } = reader;
    readIntegers(code, reader, this.codes, start);
    readIntegers(point, reader, this.nodes, start);
    reader.seek(position);
  }

  /** Number of an entry in a dictionary. */
  numberOf(entry: PickleValue): number | undefined {
    const number = entry instanceof PickleObject ? this.take(entry) : entry;
    return typeof number === 'number' && number >= 0 && number < this.size ? number : undefined;
  }

  /** Index of the word of entry `number`. */
  index(number: number): number {
    return this.indices[number];
  }

  /** Occurrences of the word of entry `number`. */
  count(number: number): number {
    return this.counts[number];
  }

  /** The paths of all entries, in the order they were taken; undefined when there are none. */
  get paths(): HuffmanTree | undefined {
    const total = this.starts[this.size];
    if (total === 0) return undefined;
    return {
      offsets: this.starts.subarray(0, this.size + 1),
      nodes: this.nodes.subarray(0, total),
      codes: this.codes.subarray(0, total),
    };
  }
}
