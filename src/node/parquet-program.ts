import { Worker } from 'node:worker_threads';
import { KeywordError } from '../errors.js';
import { readParquetVectors } from '../formats/parquet-vectors.js';
import { type OpenFile, openForeignFile } from './byte-source.js';
import type { ParquetAnswer, ParquetQuestion } from './read-parquet.js';

// The program of the process that reads Parquet files: it says that it is ready, their names come as a message, and what
// was read goes back as one.
process.once('message', async ({ paths, milliseconds }: ParquetQuestion) => {
  watch(milliseconds);
  process.send!(await answer(paths), () => process.disconnect());
});
process.send!('ready');

/**
 * Ends this process when it has worked for too long. A thread must do it, for a page that is a bomb leaves no turn to
 * anything else here; and not by the clock, for on a busy machine little work takes long.
 */
function watch(milliseconds: number): void {
  const program = `setInterval(() => {
    const { user, system } = process.cpuUsage();
    if (user + system > ${1000 * milliseconds}) process.kill(process.pid, 'SIGKILL');
  }, 50)`;
  new Worker(program, { eval: true }).unref();
}

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
