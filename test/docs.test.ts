import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { root } from './support.js';

test('documents derived from tables are current', () => {
  const { status, stderr } = spawnSync(process.execPath, [join(root, 'scripts/make-docs.mjs'), '--check'], {
    encoding: 'utf8',
  });
  assert.equal(status, 0, stderr);
});

test('the tables of the evaluation are those of its last results', () => {
  const results = readdirSync(join(root, 'evaluation/results')).filter((name) => name.endsWith('.md'));
  const newestFirst = results
    .sort()
    .reverse()
    .map((name) => `evaluation/results/${name}`);
  const { stdout } = spawnSync(process.execPath, ['evaluation/summary.mjs', ...newestFirst], {
    cwd: root,
    encoding: 'utf8',
  });
  const rows = stdout.split('\n').filter((line) => line.startsWith('|'));
  assert.ok(rows.length > 50);
  const document = readFileSync(join(root, 'docs/evaluation.md'), 'utf8');
  for (const row of rows) assert.ok(document.includes(row), row);
  for (const file of ['README.md', 'README.zh.md']) {
    const shown = readFileSync(join(root, file), 'utf8').match(/^\|.*\d+\.\d+ \/.*$/gm)!;
    assert.ok(shown.length > 8);
    for (const row of shown) assert.ok(rows.includes(row), `${file}: ${row}`);
  }
});
