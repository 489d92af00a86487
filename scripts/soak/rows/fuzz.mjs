// Damaged files, very many for each reader: test/formats/fuzz.test.ts with more rounds than the tests have.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { share } from '../support.mjs';

const INPUTS = 100_000;
const program = fileURLToPath(new URL('../../../build/formats/fuzz.test.js', import.meta.url));

/**
 * @param budget the share of the full work
 * @param only readers by a part of their names
 */
export default async function* fuzz(budget, only = '') {
  const inputs = share(INPUTS, budget, 10);
  const args = only ? [`--test-name-pattern=${only}`, program] : [program];
  const child = spawn(process.execPath, args, {
    env: { ...process.env, TELLTALE_FUZZ: String(inputs) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = once(child, 'exit');
  let failures = '';
  child.stdout.on('data', (chunk) => {
    failures += chunk;
  });
  for await (const line of createInterface({ input: child.stderr })) {
    const found = /^(.*): slowest (.*), memory (.*) × size/.exec(line);
    if (!found) {
      failures += `${line}\n`;
      continue;
    }
    const [, reader, slowest, memory] = found;
    const value = `${inputs}; slowest ${slowest}, memory at most ${memory} × the file`;
    yield { row: `damaged inputs read or refused: ${reader}`, value };
  }
  const [code] = await ended;
  if (code !== 0) throw new Error(failures.match(/error: .*/)?.[0] ?? `A reader failed:\n${failures}`);
}
