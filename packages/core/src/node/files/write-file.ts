import { type FileHandle, open, rename, stat, unlink } from 'node:fs/promises';
import { dirname } from 'node:path';
import { KeywordError } from '../../errors.js';
import { checkMode, checkSpace } from './check-output.js';
import { endOfLinks } from './list-files.js';
import { unwatch, watch } from './pending-files.js';
import { sweepLeftovers, temporaryBeside } from './temporary-files.js';

/** Bytes handed to the system at once; one call takes at most 2 GiB. */
const pieceLength = 2 ** 28;

/**
 * Writes a file whole or not at all: the bytes go to a temporary file beside it, to the disk, and then by a rename to
 * their place. After an error, an abort, or SIGINT, SIGTERM and SIGHUP the temporary file is gone and the old file
 * untouched; what a killed process left is removed by the next that writes the same file. A link is followed; the
 * permissions of a file that is replaced are kept, and one that is read-only is not replaced.
 *
 * @param chunks the bytes, one chunk after the other, of any total length
 * @throws KeywordError WRITE_FAILED, or INTERRUPTED when `signal` aborts
 */
export async function writeFileAtomically(
  path: string,
  chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
  options: { readonly signal?: AbortSignal | undefined } = {},
): Promise<void> {
  try {
    const target = endOfLinks(path);
    const old = await stat(path).catch(() => undefined);
    if (old && !old.isFile()) throw new Error('it exists and is not a regular file');
    if (old) checkMode(path);
    if (Array.isArray(chunks)) checkSpace(path, lengthOf(chunks));
    sweepLeftovers(target);
    const temporary = temporaryBeside(target);
    watch(temporary);
    try {
      await writeChunks(temporary, chunks, old?.mode, options.signal);
      await rename(temporary, target);
    } catch (error) {
      await unlink(temporary).catch(() => {});
      throw error;
    } finally {
      unwatch(temporary);
    }
    await syncDirectory(dirname(target));
  } catch (cause) {
    if (options.signal?.aborted) {
      throw new KeywordError('INTERRUPTED', `Writing ${path} was stopped; what was there before is untouched.`, {
        cause,
      });
    }
    // What makes the chunks knows better what is wrong with them.
    if (cause instanceof KeywordError) throw cause;
    throw new KeywordError('WRITE_FAILED', `Cannot write ${path}: ${(cause as Error).message}.`, { cause });
  }
}

function lengthOf(chunks: readonly Uint8Array[]): number {
  return chunks.reduce((length, chunk) => length + chunk.length, 0);
}

async function writeChunks(
  temporary: string,
  chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
  mode: number | undefined,
  signal: AbortSignal | undefined,
): Promise<void> {
  const file = await open(temporary, 'wx');
  try {
    if (mode !== undefined) await file.chmod(mode & 0o7777);
    for await (const chunk of chunks) await writeAll(file, chunk, signal);
    signal?.throwIfAborted();
    await file.sync();
  } finally {
    await file.close();
  }
}

async function writeAll(file: FileHandle, chunk: Uint8Array, signal: AbortSignal | undefined): Promise<void> {
  for (let at = 0; at < chunk.length; ) {
    signal?.throwIfAborted();
    const { bytesWritten } = await file.write(chunk, at, Math.min(pieceLength, chunk.length - at));
    at += bytesWritten;
  }
}

/** Makes the rename last through a power cut. Not every system can; the file is in its place all the same. */
async function syncDirectory(path: string): Promise<void> {
  const directory = await open(path, 'r').catch(() => undefined);
  await directory?.sync().catch(() => {});
  await directory?.close();
}
