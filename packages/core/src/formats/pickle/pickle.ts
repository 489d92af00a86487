import type { ByteReader } from '../bytes/byte-reader.js';
import { PickleMachine } from './pickle-machine.js';
import { PickleMemo, scanMemo } from './pickle-memo.js';
import type { Digest } from './pickle-shortcuts.js';
import type { PickleValue } from './pickle-values.js';

/**
 * Reads a Python pickle of protocol 0 to 5 as data. Nothing in it is ever run: classes and functions are names, objects
 * are their class and state, and only a fixed list of calls (NumPy arrays, bytes, containers) is understood. What is
 * made is bounded by the length of the file.
 *
 * @param reader at the beginning of the file; what stayed there is read through it later
 * @param digest takes objects in as they are made
 * @throws KeywordError INVALID_MODEL when it is damaged, UNSUPPORTED_MODEL for a protocol that does not exist yet
 */
export function readPickle(reader: ByteReader, digest?: Digest): PickleValue {
  const memo = new PickleMemo(scanMemo(reader), reader.name);
  reader.seek(0);
  return new PickleMachine(reader, memo, digest).run();
}
