import { KeywordError } from '../../errors.js';
import { readParquetVectors } from '../../formats/vectors/parquet-vectors.js';
import { TimeWatch } from '../platform/watch-time.js';
import { type OpenFile, openForeignFile } from './byte-source.js';
import type { ParquetAnswer, ParquetQuestion } from './read-parquet.js';

// The program of the process that reads Parquet files: it says that it is ready, their names come as a message, and what
// was read goes back as one.
process.once('message', async ({ paths, milliseconds }: ParquetQuestion) => {
  new TimeWatch().allow(milliseconds);
  process.send!(await answer(paths), () => process.disconnect());
});
process.send!('ready');

async function answer(paths: readonly string[]): Promise<ParquetAnswer> {
  const open: OpenFile[] = [];
  try {
    for (const path of paths) open.push(openForeignFile(path));
    return { vectors: await readParquetVectors(open) };
  } catch (error) {
    if (!(error instanceof KeywordError)) throw error;
    return { error: { code: error.code, message: error.message } };
  } finally {
    for (const file of open) file.close();
  }
}
