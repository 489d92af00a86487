// The thread of `run`: runs one command after the other as main.ts does, and keeps what they write.
import { Readable } from 'node:stream';
import { type MessagePort, workerData } from 'node:worker_threads';
import { uiLanguage } from '../../packages/telltale/dist/cli/language.js';
import { runProgram } from '../../packages/telltale/dist/cli/program.js';
import type { Outcome } from './command.js';

const { port, ended } = workerData as { port: MessagePort; ended: Int32Array };
let written = { stdout: '', stderr: '' };

function answer(status: number): void {
  port.postMessage({ status, ...written } satisfies Outcome);
  Atomics.store(ended, 0, 1);
  Atomics.notify(ended, 0);
}

port.on('message', async ({ args, input }: { args: string[]; input: string | Uint8Array }) => {
  written = { stdout: '', stderr: '' };
  const collect = (name: keyof typeof written) => ({
    write(text: string) {
      written[name] += text;
      return true;
    },
  });
  const stdin = Readable.from(input.length > 0 ? [Buffer.from(input)] : [], { objectMode: false });
  const language = uiLanguage(args, process.env);
  const io = { language, stdin, stdout: collect('stdout'), stderr: collect('stderr') };
  answer(await runProgram(args, { ...io, interruptSignal: () => new AbortController().signal, onSignal() {} }));
});

// As a process ends by an error that nobody caught.
for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
  process.on(event, (error: unknown) => {
    written.stderr += error instanceof Error ? error.stack : String(error);
    answer(1);
  });
}
