import { closeSync, openSync, readSync } from 'node:fs';
import { KeywordError } from '../../errors.js';
import { notUtf8File, refuseBinary } from '../../records/decode-text.js';
import { decodeBytes, encodingByMark } from '../../text/decode-bytes.js';

/**
 * A file as text, without its byte-order mark: UTF-8, or UTF-16 where it is marked.
 *
 * @throws KeywordError FILE_NOT_FOUND, FILE_UNREADABLE, INVALID_TEXT
 */
export function readTextFile(path: string): string {
  const bytes = readWhole(path);
  const encoding = encodingByMark(bytes) ?? 'utf-8';
  if (encoding === 'utf-8') refuseBinary(bytes, path, true);
  const text = decodeBytes(bytes, encoding);
  if (text === undefined) throw notUtf8File(path);
  return text;
}

/** Bytes read at once, and at most: no string holds more, and a device has no end. */
const CHUNK = 1 << 20;
const MOST_MEBIBYTES = 512;

function readWhole(path: string): Uint8Array {
  let file: number | undefined;
  try {
    file = openSync(path, 'r');
    const chunks: Uint8Array[] = [];
    for (let total = 0; total <= MOST_MEBIBYTES << 20; ) {
      const chunk = Buffer.allocUnsafe(CHUNK);
      const length = readSync(file, chunk);
      if (length === 0) return Buffer.concat(chunks);
      // A pipe gives little at a time.
      chunks.push(length < CHUNK ? Uint8Array.from(chunk.subarray(0, length)) : chunk);
      total += length;
    }
    throw new Error(`it has more than ${MOST_MEBIBYTES} MiB.`);
  } catch (cause) {
    throw fileError(path, cause);
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

/** Codes of a path that leads nowhere. */
const NOWHERE = new Set(['ENOENT', 'ENOTDIR', 'ELOOP', 'ENAMETOOLONG']);

/** What to say of a file that could not be read. */
export function fileError(path: string, cause: unknown): KeywordError {
  const { code, message } = cause as NodeJS.ErrnoException;
  if (NOWHERE.has(code ?? ''))
    return new KeywordError('FILE_NOT_FOUND', `There is no file ${path}.`, { cause, zh: `没有文件 ${path}。` });
  const reason = code === 'EISDIR' ? 'it is a directory.' : message;
  return new KeywordError('FILE_UNREADABLE', `Cannot read ${path}: ${reason}`, { cause });
}
