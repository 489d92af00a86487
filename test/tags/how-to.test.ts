import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { main } from '../cli/command.js';
import { serve } from '../server/running.js';
import { root, temporaryDirectory } from '../support.js';

const document = readFileSync(join(root, 'docs/tags.md'), 'utf8');
const blocks = (language: string) =>
  Array.from(document.matchAll(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``, 'g')), ([, block]) => block);

test('the how-to runs from an empty folder and prints what it shows', () => {
  const directory = temporaryDirectory();
  const command = join(directory, 'telltale');
  writeFileSync(
    command,
    `#!/bin/sh\nexec "${process.execPath}" "${join(root, 'packages/telltale/bin/telltale.js')}" "$@"\n`,
  );
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
    writeFileSync(script, code.replaceAll("'telltale'", JSON.stringify(join(root, 'packages/telltale/dist/index.js'))));
    const { status, stdout, stderr } = spawnSync(process.execPath, [script], { encoding: 'utf8' });
    assert.equal(status, 0, stderr);
    assert.match(stdout, /^astronomy/);
  }
});

// Those of the other README are the same, as test/readme.test.ts enforces.
test('the five lines of README.md do what they say', async () => {
  const readme = readFileSync(join(root, 'README.md'), 'utf8');
  const lines = Array.from(readme.matchAll(/^telltale (.*--tags .*?)(?:\s+#.*)?$/gm), ([, line]) => line);
  assert.equal(lines.length, 5);
  const cwd = temporaryDirectory();
  const files = {
    'tags.txt': 'sailing\tboats\ncooking\n',
    'article.txt': 'All the boats went out.',
    'articles.jsonl':
      '{"text":"The boats are back.","tags":["sailing"]}\n{"text":"A recipe for bread.","tags":["cooking"]}\n',
    'vocabulary.ttl':
      '@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n<http://a> skos:prefLabel "boat"@en, "船"@zh .\n',
  };
  for (const [name, contents] of Object.entries(files)) writeFileSync(join(cwd, name), contents);
  const served = lines.find((line) => line.startsWith('serve '))!;
  const [said, , explained] = lines
    .filter((line) => line !== served)
    .map((line) => {
      const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...line.split(' ')], {
        cwd,
        encoding: 'utf8',
      });
      assert.equal(status, 0, `${line}\n${stderr}`);
      return stdout;
    });
  assert.match(said, /^sailing .* boats$/m);
  assert.match(readFileSync(join(cwd, 'tags.csv'), 'utf8'), /articles\.jsonl:1,1,http:\/\/a,boat,/);
  assert.match(explained, /^sailing .*boats .*\(mention\)/m);
  const [, flag, named] = served.split(' ');
  const [name, path] = named.split('=');
  const { url } = await serve(flag, `${name}=${join(cwd, path)}`, '--threads', '1', '--log-level', 'silent');
  const body = JSON.stringify({ text: files['article.txt'], list: name });
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(`${url}/v1/tags`, { method: 'POST', headers, body });
  assert.match(await answer.text(), /"label":"sailing"/);
});
