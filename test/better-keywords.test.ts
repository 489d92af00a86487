import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { root, temporaryDirectory } from './support.js';

const document = readFileSync(join(root, 'docs/better-keywords.md'), 'utf8');
const directory = temporaryDirectory();
copyFileSync(join(root, 'examples/labelled.jsonl'), join(directory, 'labelled.jsonl'));

test('docs/better-keywords.md: its commands, in turn, print what it shows', () => {
  const steps = Array.from(document.matchAll(/```sh\ntelltale (.*)\n```\n\n```text\n([\s\S]*?)```/g));
  assert.equal(steps.length, 2);
  for (const [, command, shown] of steps) {
    const script = `"$NODE" "$MAIN" ${command}`;
    const env = { ...process.env, NODE: process.execPath, MAIN: join(root, 'packages/telltale/dist/cli/main.js') };
    const { status, stdout, stderr } = spawnSync('sh', ['-c', script], { cwd: directory, env, encoding: 'utf8' });
    assert.equal(status, 0, stderr);
    assert.equal(stdout, shown, `docs/better-keywords.md is not current after: telltale ${command}`);
  }
});

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
