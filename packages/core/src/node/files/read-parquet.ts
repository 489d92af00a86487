import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { type ErrorCode, KeywordError } from '../../errors.js';
import { invalid } from '../../formats/bytes/byte-source.js';
import type { ParquetVectors } from '../../formats/vectors/parquet-vectors.js';
import type { FileRecord } from '../../records/records.js';
import { statusOf } from './list-files.js';
import { fileError } from './read-text-file.js';
import { itemsOfFile } from './watched-file.js';

/** What the process that reads the files is asked. */
export interface ParquetQuestion {
  readonly paths: readonly string[];
  /** Time of a processor it may take. */
  readonly milliseconds: number;
}

/** What the process says that reads the files. */
export type ParquetAnswer =
  | { readonly vectors: ParquetVectors; readonly error?: undefined }
  | { readonly error: { readonly code: ErrorCode; readonly message: string } };

const program = fileURLToPath(new URL('./parquet-program.js', import.meta.url));

/**
 * Reads word vectors from Parquet files in a process of its own, with memory and time by the size of the files: a run
 * length in a damaged page would otherwise end this process, for the library that unpacks pages takes it as it is.
 *
 * @throws KeywordError INVALID_MODEL, UNSUPPORTED_MODEL, FILE_UNREADABLE
 */
export function readParquetFiles(paths: readonly string[]): Promise<ParquetVectors> {
  const megabytes = paths.reduce((sum, path) => sum + (statusOf(path)?.size ?? 0), 0) / 1e6;
  const child = fork(program, [], {
    serialization: 'advanced',
    execArgv: [`--max-old-space-size=${Math.ceil(256 + 30 * megabytes)}`],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  return new Promise<ParquetVectors>((resolve, reject) => {
    child.on('message', (answer: ParquetAnswer | 'ready') => {
      if (answer === 'ready') child.send({ paths, milliseconds: 1500 + 500 * megabytes } satisfies ParquetQuestion);
      else if (answer.error) reject(new KeywordError(answer.error.code, answer.error.message));
      else resolve(answer.vectors);
    });
    child.once('error', reject);
    // After an answer this changes nothing.
    child.once('exit', () =>
      reject(invalid(paths[0], 'its pages are damaged: they claim more than the file can hold.')),
    );
  });
}

/** The rows of a Parquet file. Throws as `readRecords`. */
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
