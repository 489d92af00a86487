/*
 * The dictionary of jieba and its hidden Markov model as one block of memory, which threads share. A trie of UTF-16 code
 * units, where the children of a node lie beside each other: most of what is looked for is not there, and to see that takes
 * a glance at one place. All little-endian:
 *
 *   header         i32 (8)       see HEADER
 *   names          UTF-8         version and tags, separated by spaces, and padding
 *   nodes          i32 (2S)      unit << 16 | (word + 1) >> 4, and (word + 1) << 28 | place of its children << 4 | how many of
 *                                them, see {@link FEW}; two zeros where a place is free. The first characters of words come first
 *   logShares      f64 (W)       log(occurrences of a word / those of all)
 *   rowOf          u16 (65536)   by code unit: its row of emissions and 1, 0 without one
 *   emissions      f64 (4R)      log probabilities of a character at the beginning, end and middle of a word, and as one
 *   tagOf          u8 (W)
 *
 * S and W are at most 2^20, so that two numbers hold a node.
 */

import { asPropertyNames } from './parts-of-speech.js';

/** What the numbers of the header are. */
const HEADER = ['format', 'names', 'words', 'rows', 'logTotalHigh', 'logTotalLow', 'places', 'firsts'] as const;
const FORMAT = 0x6a696563;
const HEADER_BYTES = 4 * HEADER.length;
const UNITS = 0x10000;
/**
 * So many children lie in the order of their commonest words. More are a hash table with free places, whose size is a power of 2:
 * that and {@link MANY} are what is kept for their number.
 */
export const FEW = 8;
/** Of the logarithm of a size, to be told from a few; the smallest has 32 places. */
export const MANY = 4;

/** See the top of the file. */
export interface JiebaTables {
  /** Name and version of the library that the dictionary is of. */
  readonly version: string;
  readonly tags: readonly string[];
  readonly nodes: Int32Array;
  /** How many characters words begin with. */
  readonly firsts: number;
  readonly logShares: Float64Array;
  /** log of the occurrences of all words. */
  readonly logTotal: number;
  readonly rowOf: Uint16Array;
  readonly emissions: Float64Array;
  readonly tagOf: Uint8Array;
}

const padded = (bytes: number) => Math.ceil(bytes / 8) * 8;

/** The tables in a block of memory that {@link buildJiebaTables} made. */
export function readJiebaTables(buffer: ArrayBufferLike): JiebaTables {
  const header = new Int32Array(buffer, 0, HEADER.length);
  const [format, names, words, rows, , , places, firsts] = header;
  if (format !== FORMAT) throw new RangeError('This is not a jieba dictionary.');
  const [version, ...spelt] = new TextDecoder()
    .decode(new Uint8Array(buffer, HEADER_BYTES, names).slice())
    .trimEnd()
    .split('\n');
  const tags = asPropertyNames(spelt);
  let at = HEADER_BYTES + names;
  const next = (bytes: number) => {
    const start = at;
    at += padded(bytes);
    return start;
  };
  return {
    version,
    tags,
    logTotal: new Float64Array(header.slice(4, 6).buffer)[0],
    firsts,
    nodes: new Int32Array(buffer, next(8 * places), 2 * places),
    logShares: new Float64Array(buffer, next(8 * words), words),
    rowOf: new Uint16Array(buffer, next(2 * UNITS), UNITS),
    emissions: new Float64Array(buffer, next(32 * rows), 4 * rows),
    tagOf: new Uint8Array(buffer, next(words), words),
  };
}

/** The number of the word that ends with a node, −1 for none. */
export const wordAt = (nodes: Int32Array, node: number) =>
  (((nodes[2 * node] & 0xffff) << 4) | (nodes[2 * node + 1] >>> 28)) - 1;

/** Where a search for a code unit begins in a table of children of so many places. */
export const placeIn = (mask: number, unit: number) => (Math.imul(unit, 0x9e3779b1) >>> 16) & mask;

/** What {@link buildJiebaTables} makes the tables of. */
export interface JiebaSources {
  readonly version: string;
  /** Lines of word, occurrences and tag, as jieba has them. */
  readonly dictionary: string;
  /** As scripts/zh-states.py writes them. */
  readonly states: Uint8Array;
}

/** Makes the block of memory of a dictionary. */
export function buildJiebaTables({ version, dictionary, states }: JiebaSources): ArrayBuffer {
  const lines = dictionary.split('\n').filter((line) => line !== '');
  const counts = new Float64Array(lines.length);
  const tagOf = new Uint8Array(lines.length);
  const tags = new Map<string, number>();
  for (const [w, line] of lines.entries()) {
    const [, count, tag] = line.split(' ');
    counts[w] = Number(count);
    if (!tags.has(tag)) tags.set(tag, tags.size);
    tagOf[w] = tags.get(tag)!;
  }
  const logTotal = Math.log(counts.reduce((sum, count) => sum + count, 0));
  const stateView = new DataView(states.buffer, states.byteOffset, states.byteLength);
  const rows = stateView.getUint32(0, true);

  const trie = new Trie(lines);
  const text = new TextEncoder().encode([version, ...tags.keys()].join('\n'));
  const names = padded(text.length);
  const sizes = [8 * trie.places, 8 * lines.length, 2 * UNITS, 32 * rows, lines.length];
  const buffer = new ArrayBuffer(HEADER_BYTES + names + sizes.reduce((sum, bytes) => sum + padded(bytes), 0));
  new Int32Array(buffer, 0, HEADER.length).set([FORMAT, names, lines.length, rows, 0, 0, trie.places, trie.firsts]);
  new Int32Array(buffer, 0, HEADER.length).set(new Int32Array(Float64Array.of(logTotal).buffer), 4);
  new Uint8Array(buffer, HEADER_BYTES, names).fill(10).set(text);
  const tables = readJiebaTables(buffer);

  tables.tagOf.set(tagOf);
  trie.write(tables);
  for (let w = 0; w < lines.length; w++) tables.logShares[w] = Math.log(counts[w]) - logTotal;
  for (let row = 0; row < rows; row++) tables.rowOf[stateView.getUint16(4 + 2 * row, true)] = row + 1;
  const emissionsAt = padded(4 + 2 * rows);
  for (let i = 0; i < 4 * rows; i++) tables.emissions[i] = stateView.getFloat64(emissionsAt + 8 * i, true);
  return buffer;
}

/** Nodes of a dictionary, at most, and twice as many places of a hash table of them. */
const MOST_NODES = 1 << 20;
const LAST_SLOT = 2 * MOST_NODES - 1;

/** The trie of a dictionary: nodes are numbered as they are first met, the root is 0. */
class Trie {
  /** Of each node the one above it, its code unit, its word and 1, and how many children it has. */
  private readonly parents = new Int32Array(MOST_NODES);
  private readonly units = new Uint16Array(MOST_NODES);
  private readonly words = new Int32Array(MOST_NODES);
  private readonly counts = new Int32Array(MOST_NODES);
  private readonly slots = new Int32Array(LAST_SLOT + 1);
  private size = 1;
  readonly places: number;

  /** @param lines each begins with a word and a space */
  constructor(lines: readonly string[]) {
    for (const [w, line] of lines.entries()) {
      let node = 0;
      for (let i = 0; line[i] !== ' '; i++) node = this.below(node, line.charCodeAt(i));
      this.words[node] = w + 1;
    }
    this.places = this.firsts;
    for (let node = 1; node < this.size; node++) this.places += placesFor(this.counts[node]);
  }

  get firsts(): number {
    return this.counts[0];
  }

  /** The node below another by a code unit, made where it is not there. */
  private below(parent: number, unit: number): number {
    let slot = Math.imul(Math.imul(parent, 0x9e3779b1) ^ unit, 0x85ebca6b) & LAST_SLOT;
    for (; this.slots[slot] !== 0; slot = (slot + 1) & LAST_SLOT) {
      const node = this.slots[slot];
      if (this.parents[node] === parent && this.units[node] === unit) return node;
    }
    const node = this.size++;
    this.slots[slot] = node;
    this.parents[node] = parent;
    this.units[node] = unit;
    this.counts[parent]++;
    return node;
  }

  write({ nodes }: JiebaTables): void {
    /** Of each node where its children begin, and how many of a few have their place. */
    const begins = new Int32Array(this.size);
    const placed = new Int32Array(this.size);
    let next = this.firsts;
    for (let node = 1; node < this.size; node++) {
      const count = this.counts[node];
      const parent = this.parents[node];
      let place = begins[parent];
      if (parent === 0 || this.counts[parent] <= FEW) place += placed[parent]++;
      else {
        const mask = placesFor(this.counts[parent]) - 1;
        let at = placeIn(mask, this.units[node]);
        while (nodes[2 * (place + at)] !== 0) at = (at + 1) & mask;
        place += at;
      }
      begins[node] = next;
      const word = this.words[node];
      nodes[2 * place] = (this.units[node] << 16) | (word >> 4);
      nodes[2 * place + 1] = (word << 28) | (next << 4) | (count <= FEW ? count : Math.log2(placesFor(count)) + MANY);
      next += placesFor(count);
    }
  }
}

/** Places for so many children. */
function placesFor(count: number): number {
  return count <= FEW ? count : Math.max(32, 2 ** Math.ceil(Math.log2(count * 1.3)));
}
