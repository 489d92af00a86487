import { bytesForFormat, formatOf } from '../../records/input-format.js';
import { type FailedRecord, type FileRecord, recordsOf } from '../../records/records.js';
import { peek } from '../packed/unpack-stream.js';
import { openInput, type RecordOptions } from './open-input.js';
import { parquetRecords } from './read-parquet.js';

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
