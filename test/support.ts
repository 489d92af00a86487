import { type SpawnOptions, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

/** Root of the repository. This file is one folder below it, as source and compiled alike. */
export const root = fileURLToPath(new URL('../', import.meta.url));

// Commands that tests start speak English, wherever the tests run.
process.env.LC_ALL = '';
process.env.LC_MESSAGES = 'C';

/** Path of a test fixture. */
export function fixture(...names: string[]): string {
  return join(root, 'test', 'fixtures', ...names);
}

/** A directory that is removed when the test file is done. */
export function temporaryDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), 'telltale-test-'));
  after(() => rmSync(directory, { recursive: true, force: true }));
  return directory;
}

/** A process that has not ended after so many milliseconds hangs. */
export const HANGS = 600_000;

/**
 * Starts a process that ends with the test file, and before that where it hangs: what waits for it then fails. Nothing that
 * it writes goes straight to the runner, which would wait for it after the test file has ended. Its pipes are closed at the
 * end: a process that it started itself and that outlives it would hold them, and with them the test file.
 */
export function start(
  program: string,
  args: readonly string[],
  options: Pick<SpawnOptions, 'cwd' | 'env' | 'gid' | 'uid'> = {},
) {
  const child = spawn(program, args, { timeout: HANGS, killSignal: 'SIGKILL', ...options, stdio: 'pipe' });
  after(() => {
    child.kill('SIGKILL');
    for (const pipe of child.stdio) pipe?.destroy();
  });
  return child;
}

/** Waits for something that happens sooner or later; how soon is nothing a test should ask. */
export async function until(what: string, isSo: () => boolean | Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 120_000; !(await isSo()); await sleep(20)) {
    if (Date.now() > end) throw new Error(`Never: ${what}`);
  }
}

/** What a peer's absence means: in CI everything is installed, so a missing one is a failure there, not a skip. */
export const skipsAllowed = !process.env.CI;

/** Everything an async iterable yields. */
export async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const out: T[] = [];
  for await (const item of items) out.push(item);
  return out;
}

/** Python with the peers: the environment that .ci/run makes, or whatever is there. */
export const python = [join(root, '.venv/bin/python'), '/usr/bin/python3'].find(existsSync) ?? 'python3';

/** A port that nobody listens at, for programs that cannot take any. */
export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, 'localhost', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}
