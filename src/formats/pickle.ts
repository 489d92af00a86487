import { ByteReader } from './byte-reader.js';
import type { ByteSource } from './byte-source.js';
import { PickleMachine } from './pickle-machine.js';
import { scanMemo } from './pickle-memo.js';
import type { PickleValue } from './pickle-values.js';

/** A pickle that was read, with the reader for what stayed in the file. */
export interface Pickle {
  readonly root: PickleValue;
  readonly reader: ByteReader;
}

/**
 * Reads a Python pickle of protocol 0 to 5 as data. Nothing in it is ever run: classes and functions are names, objects
 * are their class and state, and only a fixed list of calls (NumPy arrays, bytes, containers) is understood. What is
 * made is bounded by the length of the file.
 *
 * @param name of the file, for messages
 * @throws KeywordError INVALID_MODEL when it is damaged, UNSUPPORTED_MODEL for a protocol that does not exist yet
 */
export function readPickle(source: ByteSource, name: string): Pickle {
  const reader = new ByteReader(source, name);
  const fetched = scanMemo(reader);
  reader.seek(0);
  const root = new PickleMachine(reader, fetched).run();
  return { root, reader };
}
