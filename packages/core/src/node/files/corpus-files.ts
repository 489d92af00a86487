import type { DocumentKind } from '../../documents/document.js';
import { KeywordError } from '../../errors.js';
import {
  bytesForFormat,
  formatByName,
  formatOf,
  type InputFormat,
  inputExtensions,
  isDocument,
  isRecords,
} from '../../records/input-format.js';
import { MAX_TEXT, recordBytes, recordsOf, tooManyBytes } from '../../records/records.js';
import { textOfRecord, withTitle } from '../../records/text-of-record.js';
import { peek } from '../packed/unpack-stream.js';
import { type CorpusBlock, readDocuments } from './corpus-block.js';
import { DocumentReader } from './document-reader.js';
import { readBlocks } from './lines.js';
import { checkIsThere, findFiles } from './list-files.js';
import { openInput, type RecordOptions } from './open-input.js';
import { parquetRecords } from './read-parquet.js';
import { type ErrorOptions, failure, RecordErrors } from './record-errors.js';

/** Characters of documents handed on at once. */
const BATCH = 1 << 19;

/** How a corpus is read. */
export interface CorpusOptions extends RecordOptions, ErrorOptions {
  /** What a record that cannot be read does: `stop`, which it does if not given, throws its error, `skip` leaves it out. */
  readonly onError?: ErrorOptions['onError'];
}

/** The documents of corpus files, as strings one after another or as blocks of bytes for threads to work on. */
export class FileCorpus implements AsyncIterable<string> {
  readonly #paths: readonly string[];
  /** Undefined where none was named. */
  readonly #field: string | undefined;
  readonly #options: CorpusOptions;
  readonly #maxText: number;
  #errors: RecordErrors;
  #hasRecords = false;

  constructor(paths: readonly string[], field: string | undefined, options: CorpusOptions) {
    this.#paths = paths;
    this.#field = field;
    this.#options = { ...options, onError: options.onError ?? 'stop' };
    this.#maxText = options.maxText ?? MAX_TEXT;
    this.#errors = new RecordErrors(this.#options);
  }

  /** What was wrong with records in the last reading. Whoever works on {@link blocks} adds what it finds. */
  get errors(): RecordErrors {
    return this.#errors;
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<string> {
    for await (const block of this.blocks()) {
      if (!('bytes' in block)) yield* block;
      else {
        const read = readDocuments(block);
        yield* read.documents;
        this.#errors.add(read.tally);
      }
    }
    this.#errors.requireSome();
  }

  /** Blocks of lines, not yet looked at, and batches of documents from files of other forms. */
  async *blocks(): AsyncGenerator<CorpusBlock | readonly string[]> {
    this.#errors = new RecordErrors(this.#options);
    const reader = new DocumentReader();
    try {
      for (const path of this.#paths) {
        for (const file of path === '-' ? ['-'] : corpusFiles(path).found) {
          try {
            yield* this.#blocksOf(file, reader);
          } catch (error) {
            if (!(error instanceof KeywordError) || error.code === 'INVALID_OPTION') throw error;
            this.#errors.add(failure(error));
          }
        }
      }
    } finally {
      reader.close();
    }
    if (this.#field !== undefined && !this.#hasRecords) {
      throw new KeywordError(
        'INVALID_OPTION',
        `field is ${JSON.stringify(this.#field)}, but no file of the corpus has records. Leave it out, or say what the files are with \`inputFormat\`.`,
        { option: 'field' },
      );
    }
  }

  async *#blocksOf(file: string, reader: DocumentReader): AsyncGenerator<CorpusBlock | readonly string[]> {
    const source = file === '-' ? 'standard input' : file;
    const { format: given } = this.#options;
    this.#hasRecords ||= isRecords(given ?? formatByName(file) ?? 'text');
    if ((given ?? formatByName(file)) === 'parquet') {
      yield* this.#batches(parquetRecords(file), source);
      return;
    }
    const named = given ?? formatByName(file);
    if (named && isDocument(named)) {
      const { encoding, stdin } = this.#options;
      yield* this.#document(named, openInput(file, { raw: true, ...(stdin && { stdin }) }), source, encoding, reader);
      return;
    }
    const { head, all } = await peek(openInput(file, this.#options), (head) => head.length < bytesForFormat);
    const format: InputFormat = given ?? formatOf(file, head, this.#field);
    this.#hasRecords ||= isRecords(format);
    if (isRecords(format) && format !== 'jsonl') {
      yield* this.#batches(recordsOf(all, head, source, format, this.#options), source);
      return;
    }
    if (isDocument(format)) {
      yield* this.#document(format, all, source, this.#options.encoding && 'utf-8', reader);
      return;
    }
    const maxText = this.#maxText;
    const field = format === 'jsonl' ? { field: this.#field ?? 'text' } : {};
    const onLongLine = (line: number, bytes: number) =>
      this.#errors.add(failure(tooManyBytes(`${source}:${line}`, bytes, maxText)));
    const ending = new Ending(all);
    for await (const block of readBlocks(ending, source, recordBytes(maxText), onLongLine)) {
      yield { ...block, ...field, maxText };
    }
    if (ending.error) throw ending.error;
  }

  /** A file that is one document. */
  async *#document(
    kind: DocumentKind,
    chunks: AsyncIterable<Uint8Array>,
    source: string,
    encoding: string | undefined,
    reader: DocumentReader,
  ): AsyncGenerator<readonly string[]> {
    const { title, text } = await reader.read(kind, chunks, source, { encoding, maxText: this.#maxText });
    this.#errors.add({ read: 1, failed: 0, errors: [] });
    if (text.trim()) yield [withTitle(text, title)];
  }

  /** The documents of records, some at once. */
  async *#batches(records: ReturnType<typeof recordsOf>, source: string): AsyncGenerator<readonly string[]> {
    let batch: string[] = [];
    let length = 0;
    const ending = new Ending(records);
    for await (const record of ending) {
      const document =
        'error' in record
          ? record.error
          : textOfRecord(record.fields, this.#field ?? 'text', `${source}:${record.number}`, this.#maxText);
      if (typeof document !== 'string') {
        this.#errors.add(failure(document));
        continue;
      }
      this.#errors.add({ read: 1, failed: 0, errors: [] });
      if (!document.trim()) continue;
      batch.push(document);
      length += document.length;
      if (length < BATCH) continue;
      yield batch;
      batch = [];
      length = 0;
    }
    if (batch.length) yield batch;
    if (ending.error) throw ending.error;
  }
}

/** Anything documents can come from. */
export type Documents = FileCorpus | AsyncIterable<string> | Iterable<string>;

/** A stream that ends where it breaks: what was read before a file turns out to be damaged counts. */
class Ending<T> implements AsyncIterable<T> {
  readonly #stream: AsyncIterable<T>;
  /** Why it broke. */
  error: unknown;

  constructor(stream: AsyncIterable<T>) {
    this.#stream = stream;
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<T> {
    try {
      yield* this.#stream;
    } catch (error) {
      this.error = error;
    }
  }
}

/**
 * The documents of a corpus, one after another: a line of a text, a record of `.jsonl`, `.json`, `.csv`, `.tsv` and
 * `.parquet` files, a web page, Markdown file, PDF, Word document, book or subtitles, packed (.gz, .zst) or not; of a directory all such files in it and below, by name; `-` is standard
 * input. Empty lines are no documents.
 *
 * @param field the field of a record that holds the document; `text` if not given
 * @param options how files are read; by their names and contents if not given
 * @throws KeywordError FILE_NOT_FOUND, FILE_UNREADABLE, INVALID_TEXT, INVALID_CORPUS, all while it is read
 * @example
 * for await (const document of readCorpus(['news.txt', 'laws.jsonl.gz'])) console.log(document.length);
 */
export function readCorpus(paths: readonly string[], field?: string, options: CorpusOptions = {}): FileCorpus {
  return new FileCorpus(paths, field, options);
}

/**
 * All files of a corpus path, sorted; the path itself when it is a file, whatever its name ends in.
 *
 * @throws KeywordError FILE_NOT_FOUND, FILE_UNREADABLE, INVALID_CORPUS
 */
export function corpusFiles(path: string) {
  checkIsThere(path);
  const files = findFiles(path, inputExtensions);
  if (files.found.length === 0) {
    throw new KeywordError(
      'INVALID_CORPUS',
      `The directory ${path} has no readable file; expected ${inputExtensions.filter((ending) => /^\.[a-z]+$/.test(ending)).join(', ')}, compressed or not.`,
    );
  }
  return files;
}
