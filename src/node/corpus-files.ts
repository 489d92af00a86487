import { createReadStream, readdirSync, statSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { KeywordError } from '../errors.js';
import { type LineBlock, linesOf, readBlocks } from './lines.js';

/** Bytes read at a time. */
const CHUNK = 1 << 20;
const CORPUS_FILE = /\.(txt|jsonl)(\.gz)?$/;

/** A block of a corpus file. */
export interface CorpusBlock extends LineBlock {
  /** The field that holds the document when lines are JSON records; undefined when a line is the document. */
  readonly field?: string;
}

/** The documents of corpus files, as strings one after another or as blocks of bytes for threads to work on. */
export class FileCorpus implements AsyncIterable<string> {
  readonly #paths: readonly string[];
  readonly #field: string;

  constructor(paths: readonly string[], field: string) {
    this.#paths = paths;
    this.#field = field;
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<string> {
    for await (const block of this.blocks()) yield* documentsOf(block);
  }

  async *blocks(): AsyncGenerator<CorpusBlock> {
    for (const path of this.#paths) {
      for (const file of path === '-' ? ['-'] : corpusFiles(path)) {
        const record = /\.jsonl(\.gz)?$/.test(file) ? { field: this.#field } : {};
        const source = file === '-' ? 'standard input' : file;
        for await (const block of readBlocks(openStream(file), source)) yield { ...block, ...record };
      }
    }
  }
}

/**
 * The documents of a corpus, one after another: a line of a `.txt` file, a record of a `.jsonl` file, either may be
 * `.gz`; of a directory all such files in it and below, by name; `-` is standard input. Empty lines are no documents.
 *
 * @param field the field of a `.jsonl` record that holds the document
 * @throws KeywordError FILE_NOT_FOUND, FILE_UNREADABLE, INVALID_TEXT, INVALID_CORPUS, all while it is read
 */
export function readCorpus(paths: readonly string[], field = 'text'): FileCorpus {
  return new FileCorpus(paths, field);
}

/** The documents of one block. */
export function* documentsOf(block: CorpusBlock): Generator<string> {
  let line = block.firstLine;
  for (const text of linesOf(block)) {
    const document =
      block.field !== undefined && text.trim() ? recordText(text, block.field, `${block.source}, line ${line}`) : text;
    if (document.trim()) yield document;
    line++;
  }
}

/** All files of a corpus path, sorted; the path itself when it is a file, whatever its name ends in. */
function corpusFiles(path: string): string[] {
  if (!statOf(path).isDirectory()) return [path];
  const found = readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter((name) => CORPUS_FILE.test(name))
    .map((name) => join(path, name))
    .filter((file) => statOf(file).isFile())
    .sort();
  if (found.length === 0) {
    throw new KeywordError(
      'INVALID_CORPUS',
      `The directory ${path} has no .txt, .jsonl, .txt.gz or .jsonl.gz file in it.`,
    );
  }
  return found;
}

function statOf(path: string) {
  try {
    return statSync(path);
  } catch (cause) {
    throw new KeywordError('FILE_NOT_FOUND', `There is no file or directory ${path}.`, { cause });
  }
}

/** The bytes of a file; a chunk lasts until the next. */
async function* openStream(file: string): AsyncGenerator<Uint8Array> {
  try {
    if (file === '-') yield* process.stdin;
    else if (file.endsWith('.gz')) yield* unpacked(file);
    else yield* chunksOf(file);
  } catch (cause) {
    if (cause instanceof KeywordError) throw cause;
    throw new KeywordError('FILE_UNREADABLE', `Cannot read ${file}: ${(cause as Error).message}`, { cause });
  }
}

/** Into one buffer again and again: new memory for each chunk costs more than reading it. */
async function* chunksOf(file: string): AsyncGenerator<Uint8Array> {
  const handle = await open(file);
  try {
    const buffer = new Uint8Array(CHUNK);
    for (;;) {
      const { bytesRead } = await handle.read(buffer);
      if (bytesRead === 0) return;
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    await handle.close();
  }
}

function unpacked(file: string): Readable {
  const raw = createReadStream(file, { highWaterMark: CHUNK });
  const stream = raw.pipe(createGunzip({ chunkSize: 1 << 18 }));
  raw.on('error', (error) => stream.destroy(error));
  return stream;
}

function recordText(line: string, field: string, where: string): string {
  let record: unknown;
  try {
    record = JSON.parse(line);
  } catch (cause) {
    throw new KeywordError('INVALID_CORPUS', `${where} is not JSON: ${(cause as Error).message}`, { cause });
  }
  const text = (record as Record<string, unknown> | null)?.[field];
  if (typeof text !== 'string') {
    const names = record && typeof record === 'object' ? Object.keys(record).join(', ') : typeof record;
    throw new KeywordError(
      'INVALID_CORPUS',
      `${where} has no text field "${field}"; it has: ${names}. Name the field with --field.`,
    );
  }
  return text;
}
