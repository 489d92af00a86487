import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { root, temporaryDirectory } from './support.js';

const rows = join(temporaryDirectory(), 'rows');
mkdirSync(rows);
writeFileSync(join(rows, 'a.mjs'), "export default async (budget) => ({ row: 'one', value: 100 * budget });");
writeFileSync(join(rows, 'b.mjs'), "export default async () => { throw new Error('it broke\\nhere'); };");
writeFileSync(
  join(rows, 'c.mjs'),
  "export default async () => [{ row: 'two', value: 2 }, { row: 'three', value: 3 }];",
);

function soak(...args: string[]) {
  return spawnSync(process.execPath, [join(root, 'scripts/soak/run.mjs'), '--rows', rows, ...args], {
    encoding: 'utf8',
  });
}

test('the soak prints a table of all rows, those that broke too, and fails by them', () => {
  const { status, stdout, stderr } = soak('--budget', '0.5');
  assert.equal(
    stdout,
    '| what | result |\n| --- | --- |\n| one | 50 |\n| b.mjs | FAILED: it broke |\n| two | 2 |\n| three | 3 |\n',
  );
  assert.match(stderr, /it broke/);
  assert.equal(status, 1);
});

test('the soak runs the rows that are named', () => {
  const { status, stdout } = soak('c');
  assert.equal(stdout, '| what | result |\n| --- | --- |\n| two | 2 |\n| three | 3 |\n');
  assert.equal(status, 0);
  assert.match(soak('none').stderr, /No row is called none/);
  assert.match(soak('--budget', 'much').stderr, /--budget must be a number above 0/);
});

test('the document has the result of every row of the soak', () => {
  const document = readFileSync(join(root, 'docs/reliability.md'), 'utf8');
  assert.doesNotMatch(document, /FAILED/);
  for (const file of readdirSync(join(root, 'scripts/soak/rows'))) {
    for (const [, row] of readFileSync(join(root, 'scripts/soak/rows', file), 'utf8').matchAll(/\brow: '([^']+)'/g)) {
      assert.ok(document.includes(`| ${row} |`), `docs/reliability.md lacks "${row}" of ${file}`);
    }
  }
});
