import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { MessageChannel, receiveMessageOnPort, Worker } from 'node:worker_threads';
import { HANGS, root } from '../support.js';

/** The command that is tested. */
export const main = join(root, 'packages/telltale/bin/telltale.js');

/** Writes a file in a directory, and names its path. */
export const fileIn = (directory: string) => (name: string, contents: string | Uint8Array) => {
  const path = join(directory, name);
  writeFileSync(path, contents);
  return path;
};

/** What came of a command. */
export interface Outcome {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the command to its end in a process of its own, for what a process is part of: its streams, its exit code, its end. */
export function runProcess(args: readonly string[], input: string | Uint8Array = ''): Outcome {
  const options = { input, encoding: 'utf8', timeout: HANGS, killSignal: 'SIGKILL' } as const;
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...args], options);
  return { status, stdout, stderr };
}

let thread: ReturnType<typeof startThread> | undefined;

/** Runs the command to its end in a thread, which has loaded code and dictionaries before: a process takes a second to. */
export function run(args: readonly string[], input: string | Uint8Array = ''): Outcome {
  thread ??= startThread();
  const { port, ended } = thread;
  Atomics.store(ended, 0, 0);
  port.postMessage({ args, input });
  if (Atomics.wait(ended, 0, 0, HANGS) === 'timed-out') throw new Error(`telltale ${args.join(' ')} does not end.`);
  return receiveMessageOnPort(port)?.message;
}

function startThread() {
  const { port1: port, port2 } = new MessageChannel();
  const ended = new Int32Array(new SharedArrayBuffer(4));
  const workerData = { port: port2, ended };
  new Worker(new URL('./command-thread.js', import.meta.url), { workerData, transferList: [port2] }).unref();
  port.unref();
  return { port, ended };
}
