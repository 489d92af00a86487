import { KeywordError } from '../../errors.js';
import type { HuffmanTree, TreeParents } from '../../model/huffman.js';

/** A file read at random, in memory or on disk. All reads are synchronous and lie within the file. */
export interface ByteSource {
  /** Length of the file in bytes. */
  readonly byteLength: number;
  /** Bytes `offset` … `offset + length` − 1: a view where the file lies in memory, else a copy. Not to be changed. */
  read(offset: number, length: number): Uint8Array;
  /** Fills `target` with the bytes from `offset` on. */
  copy(offset: number, target: Uint8Array): void;
  /** Whether all that was read is known to be finite as 32-bit floats, little-endian and at multiples of four bytes. */
  allFinite?(): boolean;
}

/** A file to be read, with the files beside it. */
export interface ForeignFile {
  /** Name without directory, as error messages and the names of the files beside it use it. */
  readonly name: string;
  readonly source: ByteSource;
  /** The file of that name in the same directory; undefined when there is none. */
  sibling(name: string): ByteSource | undefined;
  /** {@link pathsFromParents}, perhaps while this thread goes on: what is returned waits for the paths and throws for it. */
  startPaths?(parents: TreeParents): () => HuffmanTree;
}

/** Wraps bytes in memory. */
export function memorySource(bytes: Uint8Array): ByteSource {
  return {
    byteLength: bytes.length,
    read: (offset, length) => bytes.subarray(offset, offset + length),
    copy: (offset, target) => target.set(bytes.subarray(offset, offset + target.length)),
  };
}

/**
 * A file in memory, with those beside it.
 *
 * @param siblings by name, such as `model.bin.syn1.npy`
 */
export function memoryFile(
  name: string,
  bytes: Uint8Array,
  siblings: ReadonlyMap<string, Uint8Array> = new Map(),
): ForeignFile {
  return {
    name,
    source: memorySource(bytes),
    sibling: (wanted) => {
      const found = siblings.get(wanted);
      return found && memorySource(found);
    },
  };
}

/** Says that a file is damaged. */
export function invalid(name: string, message: string): KeywordError {
  return new KeywordError('INVALID_MODEL', `${name}: ${message}`);
}

/** Says that a file is of a kind that cannot be used. */
export function unsupported(name: string, message: string): KeywordError {
  return new KeywordError('UNSUPPORTED_MODEL', `${name}: ${message}`);
}

/**
 * Takes an array of `length` numbers.
 *
 * @throws KeywordError OUT_OF_MEMORY
 */
export function allocate<T>(type: new (length: number) => T, length: number): T {
  try {
    return new type(length);
  } catch (error) {
    throw new KeywordError('OUT_OF_MEMORY', `Not enough memory for an array of ${length} numbers.`, { cause: error });
  }
}

/** A signed 32-bit integer, little-endian. */
export function int32At(bytes: Uint8Array, at: number): number {
  return bytes[at] | (bytes[at + 1] << 8) | (bytes[at + 2] << 16) | (bytes[at + 3] << 24);
}

/** Grows a list of numbers to hold `length` of them. */
export function grow<T extends Int32Array | Uint8Array | Float64Array>(list: T, length: number): T {
  if (length <= list.length) return list;
  const larger = allocate(list.constructor as new (length: number) => T, Math.max(length, 2 * list.length));
  larger.set(list);
  return larger;
}
