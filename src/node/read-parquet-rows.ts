import { type ChildProcess, fork } from 'node:child_process';
import { statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** What the process that reads the rows is asked for: the next of them. */
export interface RowsQuestion {
  /** Time of a processor it may take. */
  readonly milliseconds: number;
}

/** Rows in the order of the file, none behind the last; or what was wrong. */
export type RowsAnswer = { readonly rows: readonly Readonly<Record<string, unknown>>[] } | { readonly error: string };

const program = fileURLToPath(new URL('./parquet-rows-program.js', import.meta.url));

/**
 * The rows of a Parquet file, some at a time, read in a process of its own with memory and time by the size of the file:
 * a run length in a damaged page would otherwise end this process, or hold it for good.
 *
 * @throws Error saying what is wrong with the file; as the file system
 */
export async function* readParquetRows(path: string): AsyncGenerator<readonly Readonly<Record<string, unknown>>[]> {
  const megabytes = statSync(path).size / 1e6;
  const child = fork(program, [path], {
    serialization: 'advanced',
    execArgv: [`--max-old-space-size=${Math.min(4096, Math.ceil(1024 + 30 * megabytes))}`],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  try {
    // It says that it is ready.
    await answerOf(child);
    for (;;) {
      child.send({ milliseconds: 5000 + 1000 * megabytes } satisfies RowsQuestion);
      const answer = await answerOf(child);
      if ('error' in answer) throw new Error(answer.error);
      if (answer.rows.length === 0) return;
      yield answer.rows;
    }
  } finally {
    child.kill('SIGKILL');
  }
}

function answerOf(child: ChildProcess): Promise<RowsAnswer> {
  return new Promise((resolve, reject) => {
    const settle = (act: () => void) => {
      child.off('message', onMessage).off('error', onError).off('exit', onExit);
      act();
    };
    const onMessage = (answer: unknown) => settle(() => resolve(answer as RowsAnswer));
    const onError = (error: Error) => settle(() => reject(error));
    const onExit = () => {
      settle(() => reject(new Error('its pages are damaged: they claim more than the file can hold.')));
    };
    child.on('message', onMessage).on('error', onError).on('exit', onExit);
  });
}
