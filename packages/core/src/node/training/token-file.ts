import { closeSync, fstatSync, ftruncateSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { KeywordError } from '../../errors.js';
import type { Vocabulary } from '../../model/vocabulary.js';
import type { TokenStore } from '../../train/token-store.js';

const BYTES = Int32Array.BYTES_PER_ELEMENT;
const BLOCK = 1 << 18; // entries

/**
 * Token ids on disk, so that memory does not grow with the corpus. The file has no name while it is used: whatever ends
 * the process also ends the file. (Windows keeps the name until {@link TokenFile.close}.)
 */
export class TokenFile {
  readonly #fd: number;
  readonly #directory: string;
  readonly #buffer = new Int32Array(BLOCK);
  #buffered = 0;
  #length = 0;

  constructor(directory: string = tmpdir()) {
    try {
      this.#directory = mkdtempSync(join(directory, 'telltale-'));
      this.#fd = openSync(join(this.#directory, 'tokens'), 'w+');
    } catch (cause) {
      throw new KeywordError('WRITE_FAILED', `Cannot keep token ids in ${directory}: ${(cause as Error).message}`, {
        cause,
      });
    }
    if (process.platform !== 'win32') this.#removeName();
  }

  /** File descriptor, valid in every thread of the process. */
  get fd(): number {
    return this.#fd;
  }

  /** Entries written. */
  get length(): number {
    return this.#length;
  }

  /** Appends a document, then −1. */
  appendDocument(tokenIds: Int32Array): void {
    for (let from = 0; from < tokenIds.length; ) {
      if (this.#buffered === BLOCK - 1) this.flush();
      const part = Math.min(tokenIds.length - from, BLOCK - 1 - this.#buffered);
      this.#buffer.set(part < tokenIds.length ? tokenIds.subarray(from, from + part) : tokenIds, this.#buffered);
      this.#buffered += part;
      from += part;
    }
    this.#buffer[this.#buffered++] = -1;
    if (this.#buffered === BLOCK) this.flush();
  }

  /** Writes what is still in memory. */
  flush(): void {
    writeAt(this.#fd, this.#buffer.subarray(0, this.#buffered), this.#length);
    this.#length += this.#buffered;
    this.#buffered = 0;
  }

  /** Replaces every id by `map[id]` and drops those that become −1; document ends stay. */
  remap(map: Int32Array): void {
    this.flush();
    const store = tokenFileStore(this.#fd, this.#length);
    const block = new Int32Array(BLOCK);
    let kept = 0;
    for (let from = 0; from < this.#length; ) {
      const count = store.read(from, block);
      from += count;
      let out = 0;
      for (let i = 0; i < count; i++) {
        const id = block[i];
        if (id === -1) block[out++] = -1;
        else if (map[id] >= 0) block[out++] = map[id];
      }
      writeAt(this.#fd, block.subarray(0, out), kept);
      kept += out;
    }
    this.#length = kept;
    ftruncateSync(this.#fd, kept * BYTES);
  }

  close(): void {
    closeSync(this.#fd);
    if (process.platform === 'win32') this.#removeName();
  }

  #removeName(): void {
    rmSync(this.#directory, { recursive: true, force: true });
  }
}

/** Reads entries of an open token file; for use in any thread. */
export function tokenFileStore(fd: number, length = fstatSync(fd).size / BYTES): TokenStore {
  return {
    length,
    read(from, into) {
      const wanted = Math.min(into.length, length - from);
      const bytes = new Uint8Array(into.buffer, into.byteOffset, wanted * BYTES);
      for (let done = 0; done < bytes.length; ) {
        const read = readSync(fd, bytes, done, bytes.length - done, from * BYTES + done);
        if (read === 0) throw new KeywordError('FILE_UNREADABLE', 'The file of token ids is shorter than expected.');
        done += read;
      }
      return wanted;
    },
  };
}

function writeAt(fd: number, ids: Int32Array, from: number): void {
  const bytes = new Uint8Array(ids.buffer, ids.byteOffset, ids.byteLength);
  try {
    for (let done = 0; done < bytes.length; ) {
      done += writeSync(fd, bytes, done, bytes.length - done, from * BYTES + done);
    }
  } catch (cause) {
    throw new KeywordError(
      'WRITE_FAILED',
      `Cannot write token ids: ${(cause as Error).message}. Free space, or name another directory with TMPDIR.`,
      { cause },
    );
  }
}

/** A corpus made ready for training. */
export interface EncodedCorpus {
  readonly vocabulary: Vocabulary;
  /** Tokens of the documents trained on, those out of the vocabulary included. */
  readonly tokenCount: number;
  readonly tokenFile: TokenFile;
  /** Documents kept out of training, as word indices. */
  readonly heldOut: Int32Array[];
}
