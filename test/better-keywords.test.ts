import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { root, temporaryDirectory } from './support.js';

const document = readFileSync(join(root, 'docs/better-keywords.md'), 'utf8');
const directory = temporaryDirectory();

test('docs/better-keywords.md: its program runs', () => {
  const [, code] = /```js\n([\s\S]*?)```/.exec(document)!;
  const script = join(directory, 'program.mjs');
  writeFileSync(script, code.replaceAll("'telltale'", JSON.stringify(join(root, 'packages/telltale/dist/index.js'))));
  const { status, stdout, stderr } = spawnSync(process.execPath, [script], { cwd: directory, encoding: 'utf8' });
  assert.equal(status, 0, stderr);
  assert.match(stdout, /^true \[/);
});

test('docs/better-keywords.md: the record it shows is in the example', () => {
  const [, line] = /```json\n(.*)\n```/.exec(document)!;
  const shown = JSON.parse(line);
  const labelled = readFileSync(join(root, 'examples/labelled.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((one) => JSON.parse(one));
  const found = labelled.find(({ text }) => text.startsWith(shown.text.replace(' …', '')));
  assert.deepEqual(found.keywords, shown.keywords);
});
