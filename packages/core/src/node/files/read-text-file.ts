import { readFileSync } from 'node:fs';
import { KeywordError } from '../../errors.js';
import { decodeBytes, encodingByMark } from '../../text/decode-bytes.js';
import { notUtf8File, refuseBinary } from './lines.js';

/**
 * A file as text, without its byte-order mark: UTF-8, or UTF-16 where it is marked.
 *
 * @throws KeywordError FILE_NOT_FOUND, FILE_UNREADABLE, INVALID_TEXT
 */
export function readTextFile(path: string): string {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(path);
  } catch (cause) {
    throw fileError(path, cause);
  }
  const encoding = encodingByMark(bytes) ?? 'utf-8';
  if (encoding === 'utf-8') refuseBinary(bytes, path);
  const text = decodeBytes(bytes, encoding);
  if (text === undefined) throw notUtf8File(path);
  return text;
}

/** Codes of a path that leads nowhere. */
const NOWHERE = new Set(['ENOENT', 'ENOTDIR', 'ELOOP', 'ENAMETOOLONG']);

/** What to say of a file that could not be read. */
export function fileError(path: string, cause: unknown): KeywordError {
  const { code, message } = cause as NodeJS.ErrnoException;
  if (NOWHERE.has(code ?? ''))
    return new KeywordError('FILE_NOT_FOUND', `There is no file ${path}.`, { cause, zh: `没有文件 ${path}。` });
  return new KeywordError('FILE_UNREADABLE', `Cannot read ${path}: ${message}`, { cause });
}
