import { type ChildProcess, fork } from 'node:child_process';
import { statSync } from 'node:fs';
import { type ErrorCode, KeywordError } from '../../errors.js';
import { TimeWatch } from '../platform/watch-time.js';

/** What the process that reads a file is asked for: what comes next in it. */
interface Question {
  /** Time of a processor it may take. */
  readonly milliseconds: number;
}

/** Rows, statements or the like in the order of the file, none at its end; or what was wrong. */
type Answer<Item> =
  | { readonly items: readonly Item[] }
  | { readonly error: string; readonly code: ErrorCode | undefined };

/**
 * What a parser that is not ours finds in a file, some at a time, read in a process of its own with memory and time by the
 * size of the file: a run length in a damaged page, or a syntax nested without end, would otherwise end this process, or
 * hold it for good.
 *
 * @param program a module that calls {@link answerWithItems}
 * @param whatEndsIt said of a file that the process ends of
 * @throws Error saying what is wrong with the file; a KeywordError where the program threw one; as the file system
 */
export async function* itemsOfFile<Item>(
  program: URL,
  path: string,
  whatEndsIt: string,
): AsyncGenerator<readonly Item[]> {
  const megabytes = statSync(path).size / 1e6;
  const child = fork(program, [path], {
    serialization: 'advanced',
    execArgv: [`--max-old-space-size=${Math.min(4096, Math.ceil(1024 + 30 * megabytes))}`],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  try {
    // It says that it is ready.
    await answerOf(child, whatEndsIt);
    for (;;) {
      child.send({ milliseconds: 5000 + 1000 * megabytes } satisfies Question);
      const answer = (await answerOf(child, whatEndsIt)) as Answer<Item>;
      if ('error' in answer) throw answer.code ? new KeywordError(answer.code, answer.error) : new Error(answer.error);
      if (answer.items.length === 0) return;
      yield answer.items;
    }
  } finally {
    child.kill('SIGKILL');
  }
}

/** The next message of a process; an error saying `whatEndsIt` where the process ends instead. */
export function answerOf(child: ChildProcess, whatEndsIt: string): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const settle = (act: () => void) => {
      child.off('message', onMessage).off('error', onError).off('exit', onExit);
      act();
    };
    const onMessage = (answer: unknown) => settle(() => resolve(answer));
    const onError = (error: Error) => settle(() => reject(error));
    const onExit = () => settle(() => reject(new Error(whatEndsIt)));
    child.on('message', onMessage).on('error', onError).on('exit', onExit);
  });
}

/**
 * Makes the module it is called in the program of {@link itemsOfFile}: it says that it is ready, and for every question
 * sends some items.
 */
export function answerWithItems<Item>(read: (path: string) => AsyncGenerator<readonly Item[]>): void {
  const watch = new TimeWatch();
  const reading = read(process.argv[2]);
  process.on('message', async ({ milliseconds }: Question) => {
    watch.allow(milliseconds);
    process.send!(await next());
    watch.allow(Number.POSITIVE_INFINITY);
  });
  process.send!('ready');

  async function next(): Promise<Answer<Item>> {
    try {
      const { value, done } = await reading.next();
      return { items: done ? [] : value };
    } catch (error) {
      const code = error instanceof KeywordError ? error.code : undefined;
      return { error: error instanceof Error ? error.message : String(error), code };
    }
  }
}
