import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { run } from './cli/command.js';
import { blockRunner, blocksOf } from './run-documents.js';
import { serve } from './server/running.js';
import { root } from './support.js';

const docs = readdirSync(join(root, 'docs')).filter((name) => name.endsWith('.md'));

/** Documents whose blocks other tests run: they need databases, a browser, or Python. */
const elsewhere = new Set(['docs/browser.md', 'docs/python.md', 'docs/search-engines.md']);

/** Files of the repository, under the names that a document uses. */
const copies: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  'README.md': [['test/fixtures/gensim/new-p4.model', 'word2vec_wx']],
  'docs/evaluation.md': [['test/fixtures/vectors/new.bin', 'vectors.bin']],
  'docs/service.md': [['test/fixtures/gensim/new-p4.model', 'word2vec_law']],
};

/** What programs print where the document does not show it. */
const programPrints: Readonly<Record<string, RegExp>> = {
  'docs/better-keywords.md': /^true \[/,
  'packages/core/README.md': /^太阳 /,
};

const documents = ['README.md', 'packages/core/README.md', ...docs.map((name) => `docs/${name}`)].filter(
  (file) => !elsewhere.has(file) && blocksOf(file).some(({ language }) => ['sh', 'js'].includes(language)),
);

for (const file of documents) {
  test(`${file}: its blocks, in turn, run and print what it shows`, async () => {
    const runBlock = blockRunner(copies[file]);
    // What the service and the learned lists are started with.
    if (file === 'docs/service.md' || file === 'docs/encoder.md' || file === 'docs/assistants.md') {
      const prepare = [
        'telltale train news.txt --dim 8 --min-count 1 -o news.safetensors',
        'telltale fit labelled.jsonl -o weights.json',
      ];
      runBlock({ language: 'sh', runs: true, code: prepare.join('\n') });
    }
    const blocks = blocksOf(file);
    for (const [i, block] of blocks.entries()) {
      if (block.language === 'json') for (const line of block.code.trim().split('\n')) JSON.parse(line);
      if (!block.runs || !['sh', 'js'].includes(block.language)) continue;
      const service = block.code.includes('curl http://127.0.0.1:8377') ? await serve('--threads', '1') : undefined;
      const code = service ? block.code.replace('http://127.0.0.1:8377', service.url) : block.code;
      const printed = runBlock({ ...block, code });
      if (service) assert.equal(JSON.parse(printed).keywords[0].text, '太阳');
      if (block.language === 'js') assert.match(printed, programPrints[file] ?? /^/, block.code);
      const [next] = blocks.slice(i + 1);
      if (next?.language === 'text') assert.equal(printed, next.code, block.code);
      const [, comment] = /^\/\/ (.*)\n$/m.exec(block.code) ?? [];
      if (comment !== undefined) assert.equal(printed, `${comment}\n`, block.code);
    }
  });
}

// Those of the other README are the same, as test/readme.test.ts enforces.
test('README.md: its first commands run in an empty folder', () => {
  const [block] = blocksOf('README.md').filter(({ language, runs }) => runs && language === 'sh');
  assert.match(block.code, /cat > articles\.jsonl/);
  blockRunner([], {})(block);
});

test('every command in a document exists, and so do its options', () => {
  const helps = new Map<string, string>();
  let flags = 0;
  for (const name of docs) {
    const text = readFileSync(join(root, 'docs', name), 'utf8');
    // Options in quotes are those of a text; those after | or ; of another command.
    for (const [, command, line] of text.matchAll(
      /\btelltale ([a-z-]+)(?=[ `])((?:"[^"]*"|'[^'\n]*'|[^|;`'"#\n])*)/g,
    )) {
      if (!/ --?[a-z]/.test(line)) continue;
      if (!helps.has(command)) {
        const { status, stdout } = run([command, '--help']);
        assert.equal(status, 0, `docs/${name}: telltale ${command}`);
        helps.set(command, stdout);
      }
      for (const [, flag] of line.replaceAll(/"[^"]*"|'[^']*'/g, '').matchAll(/(?<= )(--[a-z-]+)/g)) {
        flags++;
        assert.ok(helps.get(command)!.includes(flag), `docs/${name}: telltale ${command} has no ${flag}`);
      }
    }
  }
  assert.ok(flags > 60, String(flags));
});
