import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import * as telltale from '../../packages/telltale/dist/index.js';
import { blockRunner } from '../run-documents.js';
import { serve } from '../server/running.js';
import { root } from '../support.js';

/** Code in comments of the source as an importer has it; that for browsers is in docs/browser.md, which is run there. */
const examples = ['core', 'telltale'].flatMap((name) =>
  readdirSync(join(root, 'packages', name, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.startsWith('browser/'))
    .flatMap((file) => {
      const text = readFileSync(join(root, 'packages', name, 'src', file), 'utf8');
      const found = text.matchAll(/^ *\* @example\n((?: *\*(?: (?!@).*)?\n)+)/gm);
      return Array.from(found, ([, lines]) => ({ file, code: lines.replaceAll(/^ *\* ?/gm, '') }));
    }),
);

/** What an example uses without making it. */
const given: Readonly<Record<string, string>> = {
  pool: "const pool = await ExtractionPool.open('zh', { threads: 1 });",
  labelled:
    "const labelled = readFileSync('labelled.jsonl', 'utf8').trim().split('\\n').map((line) => JSON.parse(line));",
  text: "const text = 'The telescope shows a moon.';",
  model: "const model = await loadModel('en');",
};

const uses = (code: string, name: string) => new RegExp(`(?<![\\w.'])${name}\\b`).test(code);
const makes = (code: string, name: string) => new RegExp(`(?:const|of) (?:\\{[^}]*)?\\b${name}\\b`).test(code);

test('main functions have an example', () => {
  assert.ok(examples.length >= 18, String(examples.length));
  const all = examples.map(({ code }) => code).join('');
  for (const name of ['loadModel', 'extractKeywords', 'modelForText', 'suggestTags', 'trainModel', 'readCorpus'])
    assert.ok(uses(all, name), name);
});

for (const [i, { file, code }] of examples.entries())
  test(`${file}, example ${i}: it runs`, async () => {
    const service = code.includes('8377') ? await serve('--threads', '1') : undefined;
    const before = Object.entries(given)
      .filter(([name]) => uses(code, name) && !makes(code, name))
      .map(([, line]) => line);
    const program = [...before, service ? code.replace('http://127.0.0.1:8377', service.url) : code, 'process.exit();'];
    const names = Object.keys(telltale).filter((name) => uses(program.join('\n'), name));
    const imports = [
      `import { readFileSync } from 'node:fs';`,
      `import { Document } from '@langchain/core/documents';`,
      `import { TelltaleClient } from 'telltale/client';`,
      `import { KeywordTransformer } from 'telltale/langchain';`,
      `import { ${names.join(', ')} } from 'telltale';`,
    ];
    blockRunner()({ language: 'js', runs: true, code: [...imports, ...program].join('\n') });
  });
