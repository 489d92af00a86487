/*
 * The dictionary of jieba and its hidden Markov model as one block of memory, which threads share. A trie of UTF-16 code
 * units in a hash table: a node is the slot that it is in, its key the node above it and a code unit. All little-endian:
 *
 *   header         i32 (8)       see HEADER
 *   names          UTF-8         version and tags, separated by spaces, and padding
 *   slots          i32 (2S)      parent << 12 | unit & 0xfff, and (word + 1) << 4 | unit >> 12; two zeros in a free one
 *   logShares      f64 (W)       log(occurrences of a word / those of all)
 *   rowOf          u16 (65536)   by code unit: its row of emissions and 1, 0 without one
 *   emissions      f64 (4R)      log probabilities of a character at the beginning, end and middle of a word, and as one
 *   tagOf          u8 (W)
 *
 * S is 2^20, so that two numbers hold a node; W words, at most 2^19.
 */

import { asPropertyNames } from './parts-of-speech.js';

/** What the numbers of the header are. */
const HEADER = ['format', 'names', 'words', 'rows', 'logTotalHigh', 'logTotalLow'] as const;
const FORMAT = 0x6a696562;
const HEADER_BYTES = 4 * HEADER.length;
const UNITS = 0x10000;
const SLOT_BITS = 20;
/** The last slot; after it comes the first. */
export const LAST_SLOT = (1 << SLOT_BITS) - 1;

/** See the top of the file. */
export interface JiebaTables {
  /** Name and version of the library that the dictionary is of. */
  readonly version: string;
  readonly tags: readonly string[];
  readonly slots: Int32Array;
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
  const [format, names, words, rows] = header;
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
    slots: new Int32Array(buffer, next(8 << SLOT_BITS), 2 << SLOT_BITS),
    logShares: new Float64Array(buffer, next(8 * words), words),
    rowOf: new Uint16Array(buffer, next(2 * UNITS), UNITS),
    emissions: new Float64Array(buffer, next(32 * rows), 4 * rows),
    tagOf: new Uint8Array(buffer, next(words), words),
  };
}

/** Where a search for a node begins. */
export function slotOf(parent: number, unit: number): number {
  return Math.imul(Math.imul(parent, 0x9e3779b1) ^ unit, 0x85ebca6b) >>> (32 - SLOT_BITS);
}

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

  const text = new TextEncoder().encode([version, ...tags.keys()].join('\n'));
  const names = padded(text.length);
  const sizes = [8 << SLOT_BITS, 8 * lines.length, 2 * UNITS, 32 * rows, lines.length];
  const buffer = new ArrayBuffer(HEADER_BYTES + names + sizes.reduce((sum, bytes) => sum + padded(bytes), 0));
  new Int32Array(buffer, 0, HEADER.length).set([FORMAT, names, lines.length, rows]);
  new Int32Array(buffer, 0, HEADER.length).set(new Int32Array(Float64Array.of(logTotal).buffer), 4);
  new Uint8Array(buffer, HEADER_BYTES, names).fill(10).set(text);
  const tables = readJiebaTables(buffer);

  tables.tagOf.set(tagOf);
  for (const [w, line] of lines.entries()) {
    addWord(tables.slots, line, w);
    tables.logShares[w] = Math.log(counts[w]) - logTotal;
  }
  for (let row = 0; row < rows; row++) tables.rowOf[stateView.getUint16(4 + 2 * row, true)] = row + 1;
  const emissionsAt = padded(4 + 2 * rows);
  for (let i = 0; i < 4 * rows; i++) tables.emissions[i] = stateView.getFloat64(emissionsAt + 8 * i, true);
  return buffer;
}

/** Adds the word that a line begins with. */
function addWord(slots: Int32Array, line: string, index: number): void {
  let node = 0;
  for (let i = 0; line[i] !== ' '; i++) node = childOrNew(slots, node, line.charCodeAt(i));
  slots[2 * node + 1] |= (index + 1) << 4;
}

function childOrNew(slots: Int32Array, parent: number, unit: number): number {
  const key = (parent << 12) | (unit & 0xfff);
  for (let slot = slotOf(parent, unit); ; slot = (slot + 1) & LAST_SLOT) {
    // The root has a slot that is never looked for.
    if (slot === 0) continue;
    const rest = slots[2 * slot + 1];
    if (slots[2 * slot] === 0 && rest === 0) {
      slots[2 * slot] = key;
      slots[2 * slot + 1] = unit >> 12;
      return slot;
    }
    if (slots[2 * slot] === key && (rest & 0xf) === unit >> 12) return slot;
  }
}
