import { createReadStream, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { KeywordError } from '../errors.js';
import { readLines } from './lines.js';

const CORPUS_FILE = /\.(txt|jsonl)(\.gz)?$/;

/**
 * The documents of a corpus, one after another: a line of a `.txt` file, a record of a `.jsonl` file, either may be
 * `.gz`; of a directory all such files in it and below, by name; `-` is standard input. Empty lines are no documents.
 *
 * @param field the field of a `.jsonl` record that holds the document
 * @throws KeywordError FILE_NOT_FOUND, INVALID_TEXT, INVALID_CORPUS
 */
export async function* readCorpus(paths: readonly string[], field = 'text'): AsyncGenerator<string> {
  for (const path of paths) {
    for (const file of path === '-' ? ['-'] : corpusFiles(path)) yield* readDocuments(file, field);
  }
}

async function* readDocuments(file: string, field: string): AsyncGenerator<string> {
  const name = file === '-' ? 'standard input' : file;
  const records = /\.jsonl(\.gz)?$/.test(file);
  let line = 0;
  for await (const text of readLines(openStream(file), name)) {
    line++;
    const document = records && text.trim() ? recordText(text, field, `${name}, line ${line}`) : text;
    if (document.trim()) yield document;
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

async function* openStream(file: string): AsyncGenerator<Uint8Array> {
  const raw: Readable = file === '-' ? process.stdin : createReadStream(file, { highWaterMark: 1 << 20 });
  const stream = file.endsWith('.gz') ? raw.pipe(createGunzip()) : raw;
  if (stream !== raw) raw.on('error', (error) => stream.destroy(error));
  try {
    yield* stream;
  } catch (cause) {
    if (cause instanceof KeywordError) throw cause;
    throw new KeywordError('FILE_UNREADABLE', `Cannot read ${file}: ${(cause as Error).message}`, { cause });
  }
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
