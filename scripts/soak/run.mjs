// What survives what: runs every row of scripts/soak/rows and prints the table of docs/reliability.md.
//
//   npm run soak                        # all rows, as the document has them; about an hour on two cores
//   npm run soak -- --budget 0.1 kills  # a tenth of the work, of the rows whose file names contain "kills"
//   npm run soak -- fuzz/npy            # of the rows "fuzz" those that have to do with "npy"
//
// It needs the build and the tests' (npm run build && npx tsc -p test). A row is a module `export default async function
// (budget, part) → { row, value }`, a list of those, or a generator of them. `budget` is the share of the full work, 1 for
// what the document states. What is broken throws: then there is no value, and the exit code is 1.
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
const asked = (positionals.length > 0 ? positionals : ['']).map((one) => one.split('/'));
const files = readdirSync(values.rows)
  .filter((name) => name.endsWith('.mjs') && asked.some(([file]) => name.includes(file)))
  .sort();
if (files.length === 0) throw new Error(`No row is called ${positionals.join(' or ')}.`);

console.log('| what | result |\n| --- | --- |');
for (const file of files) {
  try {
    const { default: measure } = await import(pathToFileURL(join(values.rows, file)));
    const [, part] = asked.find(([name]) => file.includes(name));
    const found = await measure(budget, part);
    const rows = Symbol.asyncIterator in found ? found : [found].flat();
    for await (const { row, value } of rows) console.log(`| ${row} | ${value} |`);
  } catch (error) {
    process.exitCode = 1;
    console.log(`| ${file} | FAILED: ${String(error.message).split('\n')[0]} |`);
    console.error(error);
  }
}
