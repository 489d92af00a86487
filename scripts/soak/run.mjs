// What survives what: runs every row of scripts/soak/rows and prints the table of docs/reliability.md.
//
//   npm run soak                        # all rows, as the document has them; about an hour on two cores
//   npm run soak -- --budget 0.1 kills  # a tenth of the work, of the rows whose file names contain "kills"
//
// A row is a module `export default async function (budget) → { row, value }`, or a list of those. `budget` is the share of
// the full work, 1 for what the document states. What is broken throws: then there is no value, and the exit code is 1.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    budget: { type: 'string', default: '1' },
    rows: { type: 'string', default: fileURLToPath(new URL('./rows', import.meta.url)) },
  },
});
const budget = Number(values.budget);
if (!(budget > 0)) throw new Error(`--budget must be a number above 0, got ${JSON.stringify(values.budget)}.`);
const files = readdirSync(values.rows)
  .filter(
    (name) => name.endsWith('.mjs') && (positionals.length === 0 || positionals.some((part) => name.includes(part))),
  )
  .sort();
if (files.length === 0) throw new Error(`No row is called ${positionals.join(' or ')}.`);

console.log('| what | result |\n| --- | --- |');
for (const file of files) {
  try {
    const { default: measure } = await import(pathToFileURL(join(values.rows, file)));
    for (const { row, value } of [await measure(budget)].flat()) console.log(`| ${row} | ${value} |`);
  } catch (error) {
    process.exitCode = 1;
    console.log(`| ${file} | FAILED: ${String(error.message).split('\n')[0]} |`);
    console.error(error);
  }
}
