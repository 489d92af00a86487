import { readFileSync } from 'node:fs';
import { KeywordError } from '../errors.js';
import { decodeText } from './lines.js';

/**
 * A UTF-8 file as text, without its byte-order mark.
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
  return withoutMark(decodeText(bytes, path));
}

/** A text without the byte-order mark that some editors put before it. */
export function withoutMark(text: string): string {
  return text.startsWith('\ufeff') ? text.slice(1) : text;
}

/** What to say of a file that could not be read. */
export function fileError(path: string, cause: unknown): KeywordError {
  const { code, message } = cause as NodeJS.ErrnoException;
  if (code === 'ENOENT') return new KeywordError('FILE_NOT_FOUND', `There is no file ${path}.`, { cause });
  return new KeywordError('FILE_UNREADABLE', `Cannot read ${path}: ${message}`, { cause });
}
