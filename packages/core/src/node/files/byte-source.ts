import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { KeywordError } from '../../errors.js';
import type { ByteSource, ForeignFile } from '../../formats/bytes/byte-source.js';
import { ReadAhead } from './read-ahead.js';

/** Bytes read in one call, which takes no more than 2 GiB. */
const pieceLength = 2 ** 28;

/** A {@link ForeignFile} on disk; `close` closes it and all that were opened beside it. */
export interface OpenFile extends ForeignFile {
  close(): void;
}

/**
 * Opens a file for random access.
 *
 * @throws KeywordError FILE_NOT_FOUND, FILE_UNREADABLE
 */
export function openForeignFile(path: string): OpenFile {
  const open: number[] = [];
  const source = openSource(path, open);
  const ahead = new ReadAhead(path);
  const close = () => {
    ahead.stop();
    for (const descriptor of open.splice(0)) closeSync(descriptor);
  };
  return {
    name: basename(path),
    source,
    sibling: (name) => {
      // A name from inside a file must not lead out of its directory.
      if (basename(name) !== name) return undefined;
      try {
        const direct = () => openSource(join(dirname(path), name), open);
        return ahead.source(name, direct) ?? direct();
      } catch (error) {
        if (error instanceof KeywordError && error.code === 'FILE_NOT_FOUND') return undefined;
        throw error;
      }
    },
    startPaths: (parents) => ahead.startPaths(parents),
    close,
  };
}

function openSource(path: string, open: number[]): ByteSource {
  let descriptor: number;
  let byteLength: number;
  try {
    descriptor = openSync(path, 'r');
    open.push(descriptor);
    const status = fstatSync(descriptor);
    if (!status.isFile()) throw new KeywordError('FILE_UNREADABLE', `${path} is not a regular file.`);
    byteLength = status.size;
  } catch (error) {
    throw asKeywordError(error, path);
  }
  const copy = (offset: number, target: Uint8Array) => {
    for (let done = 0; done < target.length; ) {
      const length = Math.min(pieceLength, target.length - done);
      let read: number;
      try {
        read = readSync(descriptor, target, done, length, offset + done);
      } catch (error) {
        throw asKeywordError(error, path);
      }
      if (read === 0) throw new KeywordError('FILE_UNREADABLE', `${path} became shorter while it was read.`);
      done += read;
    }
  };
  return {
    byteLength,
    copy,
    read: (offset, length) => {
      const bytes = new Uint8Array(length);
      copy(offset, bytes);
      return bytes;
    },
  };
}

function asKeywordError(error: unknown, path: string): unknown {
  const code = (error as NodeJS.ErrnoException).code;
  if (error instanceof KeywordError || typeof code !== 'string') return error;
  return code === 'ENOENT' || code === 'ENOTDIR'
    ? new KeywordError('FILE_NOT_FOUND', `There is no file ${path}.`, { cause: error, zh: `没有文件 ${path}。` })
    : new KeywordError('FILE_UNREADABLE', `${path} cannot be read (${code}).`, {
        cause: error,
        zh: `读不了 ${path}（${code}）。`,
      });
}
