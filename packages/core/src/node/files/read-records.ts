import { KeywordError } from '../../errors.js';
import { bytesForFormat, formatOf, type InputFormat } from '../../records/input-format.js';
import { type CutOptions, type FailedRecord, type FileRecord, recordsOf } from '../../records/records.js';
import { peek } from '../packed/unpack-stream.js';
import { openInput, type ReadingOptions } from './open-input.js';
import { fileError } from './read-text-file.js';
import { itemsOfFile } from './watched-file.js';

/** How records are read. */
export interface RecordOptions extends ReadingOptions, CutOptions {
  /** By name and contents if not given; `text` and `lines` are no records. */
  readonly format?: InputFormat | undefined;
}

/**
 * The records of a file: JSON lines, a JSON array, comma- or tab-separated values with a line of names first, or
 * Parquet; all but the last may be packed (.gz, .zst).
 *
 * @throws KeywordError FILE_NOT_FOUND, FILE_UNREADABLE, and INVALID_TEXT for the first record that cannot be read;
 * {@link readRecordResults} goes on after one
 */
export async function* readRecords(path: string, options: RecordOptions = {}): AsyncGenerator<FileRecord> {
  for await (const record of readRecordResults(path, options)) {
    if ('error' in record) throw record.error;
    yield record;
  }
}

/**
 * The records of a file as {@link readRecords} gives them, and what is wrong with each that cannot be read, in its place.
 *
 * @throws KeywordError FILE_NOT_FOUND, FILE_UNREADABLE
 */
export async function* readRecordResults(
  path: string,
  options: RecordOptions = {},
): AsyncGenerator<FileRecord | FailedRecord> {
  if (options.format === 'parquet' || (!options.format && path.toLowerCase().endsWith('.parquet'))) {
    yield* parquetRecords(path);
    return;
  }
  const { head, all } = await peek(openInput(path, options), (head) => head.length < bytesForFormat);
  const source = path === '-' ? 'standard input' : path;
  yield* recordsOf(all, head, source, options.format ?? formatOf(path, head), options);
}

/** The rows of a Parquet file. Throws as {@link readRecords}. */
export async function* parquetRecords(path: string): AsyncGenerator<FileRecord> {
  if (path === '-') {
    throw new KeywordError(
      'INVALID_OPTION',
      'Parquet cannot be read from standard input, because its index is at the end. Write it to a file and name the file.',
      { zh: 'Parquet 的目录在文件末尾，不能从标准输入读取。请先存成文件，再给出文件名。' },
    );
  }
  try {
    yield* readParquet(path);
  } catch (error) {
    if (error instanceof KeywordError) throw error;
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw fileError(path, error);
    const { message } = error as Error;
    // What the reader of Parquet says where it reads past the end.
    const why = message.includes('outside the bounds') ? 'it is empty, cut off or damaged. Get it again.' : message;
    throw new KeywordError('FILE_UNREADABLE', `Cannot read the records of ${path}: ${why}`, { cause: error });
  }
}

const rowsProgram = new URL('./parquet-rows-program.js', import.meta.url);

async function* readParquet(path: string): AsyncGenerator<FileRecord> {
  let number = 0;
  const damaged = 'its pages are damaged: they claim more than the file can hold.';
  for await (const rows of itemsOfFile<FileRecord['fields']>(rowsProgram, path, damaged)) {
    for (const fields of rows) yield { fields, number: ++number };
  }
}
