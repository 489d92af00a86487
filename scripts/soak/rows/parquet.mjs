// Damaged Parquet files, whose parser is not ours, in processes that some of them end: test/node/read-parquet.test.ts with
// more rounds than the tests have.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { share } from '../support.mjs';

const program = fileURLToPath(new URL('../../../build/node/read-parquet.test.js', import.meta.url));

/** @param budget the share of the full work */
export default async function parquet(budget) {
  const inputs = share(100_000, budget, 10);
  const child = spawn(process.execPath, ['--test-name-pattern=Parquet of Spark', program], {
    env: { ...process.env, TELLTALE_FUZZ: String(inputs) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk));
  const [code] = await once(child, 'close');
  const found = /^Parquet: (.*)$/m.exec(said)?.[1];
  if (code !== 0 || !found) throw new Error(said.match(/error: .*/)?.[0] ?? said);
  const { vectors = 0, ended = 0 } = Object.fromEntries(JSON.parse(found));
  return {
    row: 'damaged inputs read or refused: Parquet of Spark',
    value: `${inputs}; ${vectors} read whole, the others refused, ${ended} of them for the process that they ended or held up`,
  };
}
