// Which lines of dist/ no test runs, in the tests' own processes or in those that they start.
//
//   NODE_V8_COVERAGE=/tmp/coverage TELLTALE_FUZZ=100 node --test build/…      # after npm run build && npx tsc -p test
//   node scripts/coverage.mjs /tmp/coverage
//
// A line counts as run when its first character does, in any process; what was never loaded does not run at all.
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const packages = fileURLToPath(new URL('../packages/', import.meta.url));
const folder = process.argv[2];
if (!folder) throw new Error('Usage: node scripts/coverage.mjs FOLDER_OF_NODE_V8_COVERAGE');

/** Characters that ran in any process, by file. */
const ran = new Map();
const sources = new Map();
for (const dist of ['core/dist', 'telltale/dist'].map((name) => join(packages, name)))
  for (const name of readdirSync(dist, { recursive: true })) {
    if (!name.endsWith('.js') || /^(site|web)\b/.test(name) || name.endsWith('wasm-bytes.js')) continue;
    sources.set(join(dist, name), readFileSync(join(dist, name), 'utf8'));
  }
for (const file of readdirSync(folder).filter((name) => name.endsWith('.json'))) {
  let report;
  try {
    report = JSON.parse(readFileSync(join(folder, file), 'utf8'));
  } catch {
    continue; // A process that was killed while it wrote.
  }
  for (const { url, functions } of report.result) {
    const path = url.startsWith('file:') ? fileURLToPath(url) : '';
    const source = sources.get(path);
    if (source === undefined) continue;
    const here = new Uint8Array(source.length);
    const ranges = functions.flatMap((one) => one.ranges);
    ranges.sort((a, b) => a.startOffset - b.startOffset || b.endOffset - a.endOffset);
    for (const { startOffset, endOffset, count } of ranges) here.fill(count > 0 ? 1 : 0, startOffset, endOffset);
    const all = ran.get(path) ?? new Uint8Array(source.length);
    for (let i = 0; i < all.length; i++) all[i] |= here[i];
    ran.set(path, all);
  }
}

const rows = [];
for (const [path, source] of sources) {
  const here = ran.get(path);
  let at = 0;
  let lines = 0;
  let number = 0;
  const missed = [];
  for (const line of source.split('\n')) {
    number++;
    const first = at + line.search(/\S/);
    at += line.length + 1;
    if (!/[\p{L}\p{N}]/u.test(line) || /^\s*(\/\/|\/?\*)/.test(line)) continue;
    lines++;
    if (!here?.[first]) missed.push(number);
  }
  if (lines > 0) rows.push({ file: relative(packages, path).replace('/dist', ''), lines, missed });
}
const sum = (of) => rows.reduce((total, row) => total + of(row), 0);
const [lines, missed] = [sum((row) => row.lines), sum((row) => row.missed.length)];
console.log(`${((100 * (lines - missed)) / lines).toFixed(1)} % of ${lines} lines in ${rows.length} files run`);
for (const row of rows.sort((a, b) => b.missed.length - a.missed.length).filter((row) => row.missed.length)) {
  const spans = row.missed.reduce((list, n) => {
    const last = list.at(-1);
    if (last && n <= last[1] + 2) last[1] = n;
    else list.push([n, n]);
    return list;
  }, []);
  const shown = spans.map(([a, b]) => (a === b ? `${a}` : `${a}–${b}`)).join(' ');
  console.log(`${row.file}: ${row.missed.length} of ${row.lines}: ${shown.slice(0, 160)}`);
}
