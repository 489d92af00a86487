/*
 * What a language has as terms, and which of its words name nothing that a text could be about, as two tables of hashes that
 * threads share: a word or phrase is there if its hash is, which of one in 50,000 that are not is true by chance. Little-endian:
 *
 *   header     u32 (4)     see HEADER
 *   terms      u32 (2^b)   hashes, each in its slot or in the next free one; 0 in a free one
 *   general    u32 (2^b)
 */

/** What the numbers of the header are. */
const HEADER = ['format', 'termBits', 'generalBits', 'unused'] as const;
const FORMAT = 0x6d726574;
/** Of a table at most so much is in use. */
const FULLEST = 0.7;

/** See the top of the file. */
export interface TermTable {
  readonly terms: Uint32Array;
  readonly general: Uint32Array;
}

/** The hash of a word or phrase: of the keys of its words, one after another and nothing between them. */
export function hashOfKeys(keys: readonly string[]): number {
  let state = NO_KEY;
  for (const key of keys) state = withKey(state, key);
  return hashOf(state);
}

/** What {@link withKey} begins with. */
export const NO_KEY = 0x811c9dc5;

/** FNV-1a over UTF-16 code units, a key further. */
export function withKey(state: number, key: string): number {
  for (let i = 0; i < key.length; i++) state = Math.imul(state ^ key.charCodeAt(i), 0x01000193);
  return state;
}

/** The hash of all keys so far; never 0. */
export function hashOf(state: number): number {
  const mixed = Math.imul(state ^ (state >>> 15), 0x85ebca6b);
  return (mixed ^ (mixed >>> 13)) >>> 0 || 1;
}

/** Whether a hash is in a table. */
export function hasHash(table: Uint32Array, hash: number): boolean {
  const mask = table.length - 1;
  let slot = hash & mask;
  while (table[slot] !== 0 && table[slot] !== hash) slot = (slot + 1) & mask;
  return table[slot] === hash;
}

/** Whether the phrase of some words, from one of them on, is in a table. */
export function hasPhrase(
  table: Uint32Array,
  words: readonly { readonly entry: { readonly key: string } }[],
  from = 0,
): boolean {
  let state = NO_KEY;
  for (let w = from; w < words.length; w++) state = withKey(state, words[w].entry.key);
  return hasHash(table, hashOf(state));
}

/** The tables in a block of memory that {@link buildTermTable} made. */
export function readTermTable(buffer: ArrayBufferLike): TermTable {
  const [format, termBits, generalBits] = new Uint32Array(buffer, 0, HEADER.length);
  if (format !== FORMAT) throw new RangeError('This is not a table of terms.');
  const start = 4 * HEADER.length;
  return {
    terms: new Uint32Array(buffer, start, 1 << termBits),
    general: new Uint32Array(buffer, start + (4 << termBits), 1 << generalBits),
  };
}

/** Makes the block of memory of two lists, each word or phrase of them the keys of its words. */
export function buildTermTable(
  terms: readonly (readonly string[])[],
  general: readonly (readonly string[])[],
): ArrayBuffer {
  const bitsFor = ({ length }: readonly unknown[]) => Math.ceil(Math.log2(Math.max(1, length) / FULLEST));
  const bits = [terms, general].map(bitsFor);
  const buffer = new ArrayBuffer(4 * HEADER.length + (4 << bits[0]) + (4 << bits[1]));
  new Uint32Array(buffer, 0, HEADER.length).set([FORMAT, ...bits]);
  const table = readTermTable(buffer);
  for (const keys of terms) addHash(table.terms, hashOfKeys(keys));
  for (const keys of general) addHash(table.general, hashOfKeys(keys));
  return buffer;
}

function addHash(table: Uint32Array, hash: number): void {
  const mask = table.length - 1;
  let slot = hash & mask;
  while (table[slot] !== 0 && table[slot] !== hash) slot = (slot + 1) & mask;
  table[slot] = hash;
}
