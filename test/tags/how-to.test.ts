import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { root, temporaryDirectory } from '../support.js';

const document = readFileSync(join(root, 'docs/tags.md'), 'utf8');
const blocks = (language: string) =>
  Array.from(document.matchAll(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``, 'g')), ([, block]) => block);

test('the how-to runs from an empty folder and prints what it shows', () => {
  const directory = temporaryDirectory();
  const command = join(directory, 'telltale');
  writeFileSync(command, `#!/bin/sh\nexec "${process.execPath}" "${join(root, 'dist/cli/main.js')}" "$@"\n`);
  chmodSync(command, 0o755);
  const env = { ...process.env, PATH: `${directory}:${process.env.PATH}` };
  const outputs = blocks('sh').map((block) => {
    const { status, stdout, stderr } = spawnSync('bash', ['-ec', block], { cwd: directory, env, encoding: 'utf8' });
    assert.equal(status, 0, `${block}\n${stderr}`);
    return stdout;
  });
  assert.equal(outputs[1], blocks('text')[0]);
  assert.match(outputs.at(-1)!, /^sailing /m);
  const csv = readFileSync(join(directory, 'tags.csv'), 'utf8');
  assert.match(csv, /^source,rank,id,label,score,probability,mention,meaning,learned,forms,error\n/);
  assert.equal(
    new Set(
      csv
        .split('\n')
        .slice(1)
        .filter(Boolean)
        .map((row) => row.split(',')[0]),
    ).size,
    3,
  );
});

test('its code runs', () => {
  const directory = temporaryDirectory();
  for (const [i, code] of blocks('js').entries()) {
    const script = join(directory, `${i}.mjs`);
    writeFileSync(script, code.replaceAll("'telltale'", JSON.stringify(join(root, 'dist/node.js'))));
    const { status, stdout, stderr } = spawnSync(process.execPath, [script], { encoding: 'utf8' });
    assert.equal(status, 0, stderr);
    assert.match(stdout, /^astronomy/);
  }
});
