import { statSync } from 'node:fs';
import { KeywordError } from '../errors.js';
import {
  bytesForFormat,
  formatByName,
  formatOf,
  type InputFormat,
  inputExtensions,
  isRecords,
} from './input-format.js';
import { type LineBlock, linesOf, readBlocks } from './lines.js';
import { findFiles } from './list-files.js';
import { openInput } from './open-input.js';
import { MAX_TEXT, parquetRecords, type RecordOptions, recordsOf } from './read-records.js';
import { peek } from './unpack-stream.js';

/** Characters of documents handed on at once. */
const BATCH = 1 << 19;

/** A block of a corpus file. */
export interface CorpusBlock extends LineBlock {
  /** The field that holds the document when lines are JSON records; undefined when a line is the document. */
  readonly field?: string;
  /** Longest document, in UTF-16 code units. */
  readonly maxText: number;
}

/** The documents of corpus files, as strings one after another or as blocks of bytes for threads to work on. */
export class FileCorpus implements AsyncIterable<string> {
  readonly #paths: readonly string[];
  /** Undefined where none was named. */
  readonly #field: string | undefined;
  readonly #options: RecordOptions;
  #hasRecords = false;

  constructor(paths: readonly string[], field: string | undefined, options: RecordOptions) {
    this.#paths = paths;
    this.#field = field;
    this.#options = options;
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<string> {
    for await (const block of this.blocks()) yield* 'bytes' in block ? documentsOf(block) : block;
  }

  /** Blocks of lines, and batches of documents from files of other forms. */
  async *blocks(): AsyncGenerator<CorpusBlock | readonly string[]> {
    for (const path of this.#paths) {
      for (const file of path === '-' ? ['-'] : corpusFiles(path).found) yield* this.#blocksOf(file);
    }
    if (this.#field !== undefined && !this.#hasRecords) {
      throw new KeywordError(
        'INVALID_OPTION',
        `field (--field) is ${JSON.stringify(this.#field)}, but no file of the corpus has records. Leave it out, or say what the files are with --input-format.`,
      );
    }
  }

  async *#blocksOf(file: string): AsyncGenerator<CorpusBlock | readonly string[]> {
    const source = file === '-' ? 'standard input' : file;
    const { maxText = MAX_TEXT, format: given } = this.#options;
    this.#hasRecords ||= isRecords(given ?? formatByName(file) ?? 'text');
    if ((given ?? formatByName(file)) === 'parquet') {
      yield* batches(this.#documents(parquetRecords(file), source, maxText));
      return;
    }
    const { head, all } = await peek(openInput(file, this.#options), (head) => head.length < bytesForFormat);
    const format: InputFormat = given ?? formatOf(file, head, this.#field);
    this.#hasRecords ||= isRecords(format);
    if (format === 'jsonl') {
      for await (const block of readBlocks(all, source)) yield { ...block, field: this.#field ?? 'text', maxText };
    } else if (isRecords(format)) {
      yield* batches(this.#documents(recordsOf(all, head, source, format, this.#options), source, maxText));
    } else {
      for await (const block of readBlocks(all, source)) yield { ...block, maxText };
    }
  }

  async *#documents(records: ReturnType<typeof recordsOf>, source: string, maxText: number): AsyncGenerator<string> {
    for await (const record of records) {
      if ('error' in record) throw new KeywordError('INVALID_CORPUS', record.error.message, { cause: record.error });
      const where = `${source}:${record.number}`;
      yield limited(fieldOf(record.fields, this.#field ?? 'text', where), maxText, where);
    }
  }
}

async function* batches(documents: AsyncIterable<string>): AsyncGenerator<readonly string[]> {
  let batch: string[] = [];
  let length = 0;
  for await (const document of documents) {
    if (!document.trim()) continue;
    batch.push(document);
    length += document.length;
    if (length < BATCH) continue;
    yield batch;
    batch = [];
    length = 0;
  }
  if (batch.length) yield batch;
}

/**
 * The documents of a corpus, one after another: a line of a text, a record of `.jsonl`, `.json`, `.csv`, `.tsv` and
 * `.parquet` files, packed (.gz, .zst) or not; of a directory all such files in it and below, by name; `-` is standard
 * input. Empty lines are no documents.
 *
 * @param field the field of a record that holds the document; `text` if not given
 * @param options how files are read; by their names and contents if not given
 * @throws KeywordError FILE_NOT_FOUND, FILE_UNREADABLE, INVALID_TEXT, INVALID_CORPUS, all while it is read
 */
export function readCorpus(paths: readonly string[], field?: string, options: RecordOptions = {}): FileCorpus {
  return new FileCorpus(paths, field, options);
}

/** The documents of one block. */
export function* documentsOf(block: CorpusBlock): Generator<string> {
  let line = block.firstLine;
  for (const text of linesOf(block)) {
    const where = `${block.source}, line ${line}`;
    const document = block.field !== undefined && text.trim() ? recordText(text, block.field, where) : text;
    if (document.trim()) yield limited(document, block.maxText, where);
    line++;
  }
}

function limited(document: string, most: number, where: string): string {
  if (document.length <= most) return document;
  throw new KeywordError(
    'INVALID_CORPUS',
    `${where} has ${document.length} characters; a document may have ${most} (--max-text). Put one document on a line, or raise the limit.`,
  );
}

/**
 * All files of a corpus path, sorted; the path itself when it is a file, whatever its name ends in.
 *
 * @throws KeywordError FILE_NOT_FOUND, INVALID_CORPUS
 */
export function corpusFiles(path: string) {
  if (!statSync(path, { throwIfNoEntry: false })) {
    throw new KeywordError('FILE_NOT_FOUND', `There is no file or directory ${path}.`);
  }
  const files = findFiles(path, inputExtensions);
  if (files.found.length === 0) {
    throw new KeywordError(
      'INVALID_CORPUS',
      `The directory ${path} has no .txt, .md, .jsonl, .ndjson, .json, .csv, .tsv or .parquet file in it, packed or not.`,
    );
  }
  return files;
}

function recordText(line: string, field: string, where: string): string {
  let record: unknown;
  try {
    record = JSON.parse(line);
  } catch (cause) {
    throw new KeywordError('INVALID_CORPUS', `${where} is not JSON: ${(cause as Error).message}`, { cause });
  }
  return fieldOf(record, field, where);
}

function fieldOf(record: unknown, field: string, where: string): string {
  const text = (record as Record<string, unknown> | null)?.[field];
  if (typeof text === 'string') return text;
  const names = record && typeof record === 'object' ? Object.keys(record).slice(0, 20).join(', ') : typeof record;
  throw new KeywordError(
    'INVALID_CORPUS',
    `${where} has no text field "${field}"; it has: ${names}. Name the field with --field.`,
  );
}
