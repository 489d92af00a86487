import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { type ErrorCode, KeywordError } from '../../errors.js';
import { invalid } from '../../formats/bytes/byte-source.js';
import type { ParquetVectors } from '../../formats/vectors/parquet-vectors.js';
import { statusOf } from './list-files.js';

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
