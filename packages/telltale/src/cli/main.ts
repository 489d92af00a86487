import { say, uiLanguage } from './language.js';
import { runProgram } from './program.js';

// The only file that ends the process. A reader of the results that goes away (head, less) is not an error, and one of the
// messages that does is not a reason to stop working.
process.stdout.on('error', ({ code, message }: NodeJS.ErrnoException) => {
  if (code === 'EPIPE') process.exit(0);
  say({ language, stderr }, `Cannot write to standard output: ${message}.`, `不能写到标准输出：${message}。`);
  process.exit(2);
});
process.stderr.on('error', () => {});

let interrupted: AbortSignal | undefined;

function interruptSignal(): AbortSignal {
  const abort = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => abort.abort());
  interrupted = abort.signal;
  return abort.signal;
}

function onSignal(signal: NodeJS.Signals, listener: () => void): void {
  process.on(signal, listener);
}

const { stdin, stdout, stderr } = process;
const args = process.argv.slice(2);
const language = uiLanguage(args, process.env);
const saysCodes = process.env.TELLTALE_ERROR_CODES === '1';
process.exitCode = await runProgram(args, { language, stdin, stdout, stderr, saysCodes, interruptSignal, onSignal });
// An input that has not come would keep the process.
if (interrupted?.aborted) process.exit();
