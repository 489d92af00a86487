import type { ByteReader } from '../bytes/byte-reader.js';
import { grow, invalid } from '../bytes/byte-source.js';
import { NumpyArray, readIntegers } from '../bytes/numpy-array.js';
import type { PickleCursor } from '../pickle/pickle-cursor.js';
import { op } from '../pickle/pickle-opcodes.js';
import type { Digest } from '../pickle/pickle-shortcuts.js';
import { type PickleDict, PickleGlobal, PickleObject, type PickleValue } from '../pickle/pickle-values.js';
import { TreeLinks } from '../trees/tree-links.js';
import type { GensimVocabulary } from './gensim-vocabulary.js';

/** Attributes that say the words once more, which are in the vocabulary. */
const needless = new Set(['index2word', 'index2entity', 'key_to_index']);

const isEntry = (className: string) => className.endsWith('.Vocab');

/** Whether a value that was fetched begins a vector; then the cursor has read it. */
const isVector = (value: PickleValue | undefined, cursor: PickleCursor) =>
  value instanceof PickleGlobal && value.makesArrays && cursor.vector();

/**
 * The vocabulary entries of gensim ≤ 3, objects with `index`, `count` and, with hierarchical softmax, `code` and
 * `point`. There is one for every word, so each is taken in as soon as the pickle has made it, and a number is left in
 * its place: holding hundreds of thousands of small objects would cost more than all the rest of reading.
 */
export class VocabularyEntries implements Digest {
  private readonly reader: ByteReader;
  private size = 0;
  private indices = new Int32Array(1024);
  private counts = new Float64Array(1024);
  /** The paths of the entries, by their numbers. */
  private readonly links: TreeLinks;
  /** The last inner node of points that are shared and 1, by the numbers of these short vectors; 0 where it is not known. */
  private lasts = new Int32Array(1024);
  /** Path of the entry being read. */
  private readonly code = new Int32Array(256);
  private readonly point = new Int32Array(256);

  constructor(reader: ByteReader) {
    this.reader = reader;
    this.links = new TreeLinks(reader);
  }

  /**
   * Takes in an object that is a vocabulary entry.
   *
   * @returns its number, or undefined when it is something else
   */
  take(object: PickleObject): number | undefined {
    if (!isEntry(object.className)) return undefined;
    const { attributes } = object;
    const index = attributes?.get('index');
    const count = attributes?.get('count');
    if (typeof index !== 'number' || typeof count !== 'number') return undefined;
    const number = this.add(index, count);
    const code = attributes?.get('code');
    const point = attributes?.get('point');
    if (code instanceof NumpyArray && point instanceof NumpyArray) this.takePath(number, code, point);
    return number;
  }

  /** Takes in a whole entry at once, without making an object of it. */
  read(type: PickleGlobal, cursor: PickleCursor): number | undefined {
    if (!isEntry(type.fullName)) return undefined;
    if (!(cursor.takes(op.EMPTY_TUPLE) && cursor.takes(op.NEWOBJ) && cursor.passPut())) return undefined;
    if (!(cursor.takes(op.EMPTY_DICT) && cursor.passPut() && cursor.takes(op.MARK))) return undefined;
    let index = Number.NaN;
    let count = Number.NaN;
    let codes = 0;
    let points = 0;
    // Two leaves with the same parent share their points: a short vector, −1 where it is not shared.
    let shared = -1;
    let last = -1;
    while (!cursor.takes(op.SETITEMS)) {
      const key = cursor.fetchName();
      if (key === 'index') index = cursor.integer();
      else if (key === 'count') count = cursor.integer();
      else if (key === 'code') {
        if (!isVector(cursor.fetch(), cursor) || cursor.isFetched) return undefined;
        codes = cursor.integers(this.code);
      } else if (key === 'point') {
        shared = cursor.fetchVector();
        if (shared >= 0) {
          last = (this.lasts[shared] ?? 0) - 1;
          if (last < 0) return undefined;
          points = cursor.countOf(shared);
        } else {
          if (!isVector(cursor.fetch(), cursor)) return undefined;
          if (cursor.isFetched) shared = cursor.addVector();
          points = cursor.integers(this.point);
        }
      } else if (key === undefined || !cursor.passScalar()) return undefined;
    }
    if (!cursor.takes(op.BUILD) || Number.isNaN(index + count) || codes < 0 || points !== codes) return undefined;
    cursor.commit();
    const number = this.add(index, count);
    if (codes === 0) return number;
    if (last >= 0) {
      this.links.addBelow(number, last, this.code[codes - 1]);
    } else {
      this.links.add(number, this.point, this.code, codes);
      if (shared >= 0) {
        this.lasts = grow(this.lasts, shared + 1);
        this.lasts[shared] = this.point[codes - 1] + 1;
      }
    }
    return number;
  }

  private add(index: number, count: number): number {
    const number = this.size++;
    this.indices = grow(this.indices, this.size);
    this.counts = grow(this.counts, this.size);
    this.indices[number] = index;
    this.counts[number] = count;
    return number;
  }

  private takePath(number: number, code: NumpyArray, point: NumpyArray): void {
    const { reader } = this;
    const length = code.vectorLength;
    if (length < 1 || length > this.code.length || point.vectorLength !== length) {
      throw invalid(reader.name, `entry ${number} of the vocabulary has no path through the tree.`);
    }
    // The pickle goes on where the reader is.
    const { position } = reader;
    readIntegers(code, reader, this.code, 0);
    readIntegers(point, reader, this.point, 0);
    reader.seek(position);
    this.links.add(number, this.point, this.code, length);
  }

  isNeedless(name: string): boolean {
    return needless.has(name);
  }

  /** The vocabulary whose entries are the values of a dictionary. @throws KeywordError INVALID_MODEL */
  vocabulary(dict: PickleDict): GensimVocabulary {
    const { reader, links } = this;
    const V = dict.size;
    const words = new Array<string>(V);
    const counts = new Float64Array(V);
    const leaves = new Int32Array(V);
    const order = new Int32Array(V);
    const seen = new Uint8Array(V);
    let read = 0;
    for (const part of dict.parts) {
      for (let i = 0; i < part.length; i += 2) {
        const word = part[i];
        const number = this.numberOf(part[i + 1]);
        if (typeof word !== 'string' || number === undefined) {
          throw invalid(reader.name, 'an entry of the vocabulary is not a word with an index and a count.');
        }
        const index = this.indices[number];
        if (seen[index] !== 0) {
          throw invalid(reader.name, `the vocabulary has ${V} words and the index ${index} twice or beyond its end.`);
        }
        seen[index] = 1;
        order[read++] = index;
        words[index] = word;
        counts[index] = this.counts[number];
        leaves[index] = number;
      }
    }
    return { words, counts, links: links.isEmpty ? undefined : links, leaves, order };
  }

  /** Number of an entry in a dictionary. */
  private numberOf(entry: PickleValue): number | undefined {
    const number = entry instanceof PickleObject ? this.take(entry) : entry;
    return typeof number === 'number' && number >= 0 && number < this.size ? number : undefined;
  }
}
