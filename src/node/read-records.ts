import { createReadStream } from 'node:fs';
import { KeywordError } from '../errors.js';
import { readLines } from './lines.js';
import { readParquetRows } from './read-parquet-rows.js';

/** Endings of the files that hold a record on each line or row. */
export const recordExtensions = ['.jsonl', '.ndjson', '.csv', '.tsv', '.parquet'] as const;

/** A record of a file, by the names of its fields. */
export interface FileRecord {
  readonly fields: Readonly<Record<string, unknown>>;
  /** 1, 2 … within its file. */
  readonly number: number;
}

/** Whether a file holds records, by its ending. */
export function holdsRecords(path: string): boolean {
  return recordExtensions.some((extension) => path.toLowerCase().endsWith(extension));
}

/**
 * The records of a file: JSON lines, comma- or tab-separated values with a line of names first, or Parquet.
 *
 * @throws KeywordError FILE_NOT_FOUND, FILE_UNREADABLE, INVALID_TEXT naming the line
 */
export async function* readRecords(path: string): AsyncGenerator<FileRecord> {
  const lower = path.toLowerCase();
  try {
    if (lower.endsWith('.parquet')) yield* readParquet(path);
    else if (lower.endsWith('.csv')) yield* readSeparated(path, ',');
    else if (lower.endsWith('.tsv')) yield* readSeparated(path, '\t');
    else yield* readJsonLines(path);
  } catch (error) {
    if (error instanceof KeywordError) throw error;
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') throw new KeywordError('FILE_NOT_FOUND', `There is no file ${path}.`, { cause: error });
    throw new KeywordError('FILE_UNREADABLE', `Cannot read the records of ${path}: ${message}`, { cause: error });
  }
}

async function* readJsonLines(path: string): AsyncGenerator<FileRecord> {
  let number = 0;
  for await (const line of readLines(createReadStream(path), path)) {
    number++;
    if (line.trim() === '') continue;
    let fields: unknown;
    try {
      fields = JSON.parse(line);
    } catch (cause) {
      throw new KeywordError('INVALID_TEXT', `${path}:${number} is no JSON: ${(cause as Error).message}`, { cause });
    }
    if (typeof fields !== 'object' || fields === null || Array.isArray(fields)) {
      throw new KeywordError('INVALID_TEXT', `${path}:${number} is no JSON object.`);
    }
    yield { fields: fields as Record<string, unknown>, number };
  }
}

async function* readSeparated(path: string, delimiter: string): AsyncGenerator<FileRecord> {
  // Loaded here, for most commands never need it.
  const { parse } = await import('csv-parse');
  const quote = delimiter === ',' ? '"' : null;
  const parser = createReadStream(path).pipe(parse({ bom: true, columns: true, delimiter, quote }));
  let number = 0;
  for await (const fields of parser) yield { fields, number: ++number };
}

async function* readParquet(path: string): AsyncGenerator<FileRecord> {
  let number = 0;
  for await (const rows of readParquetRows(path)) for (const fields of rows) yield { fields, number: ++number };
}
