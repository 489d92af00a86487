import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { test } from 'node:test';
import { root } from './support.js';

/** What each layer may import beside itself; the picture in ARCHITECTURE.md. */
const below: Record<string, string[]> = {
  errors: [],
  math: [],
  text: ['errors'],
  kernel: ['errors', 'math'],
  documents: ['errors', 'text'],
  options: ['kernel', 'text', 'documents'],
  'check-options': ['errors', 'options', 'text'],
  model: ['errors', 'math', 'kernel', 'text', 'options', 'check-options'],
  encoder: ['errors', 'math'],
  formats: ['errors', 'math', 'kernel', 'text', 'options', 'check-options', 'model', 'encoder'],
  train: ['errors', 'math', 'kernel', 'text', 'options', 'check-options', 'model'],
  extract: ['errors', 'math', 'kernel', 'text', 'options', 'check-options', 'model', 'encoder'],
};
below.tags = [...below.extract, 'extract', 'formats'];
below.report = [...Object.keys(below)];
const library = Object.keys(below);
below.evaluate = library;
below.fit = [...library, 'evaluate'];
below.index = [...library, 'evaluate', 'fit'];
below.node = [...below.index, 'index'];
below.server = [...below.node, 'node'];
below.cli = ['node', 'options', 'server'];
below.client = ['errors', 'options', 'extract', 'model', 'tags'];
below.langchain = ['extract', 'options'];
below.web = [...below.index, 'index'];

const source = join(root, 'src');
const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));

/** packages/core/src/node.ts and packages/core/src/node/ are one layer. */
const layerOf = (file: string) =>
  relative(source, file)
    .split('/')[0]
    .replace(/\.(ts|js)$/, '');

function importsOf(file: string): string[] {
  const text = readFileSync(join(source, file), 'utf8');
  return Array.from(text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g), (match) => match[1]);
}

test('imports point down', () => {
  assert.ok(files.length > 20);
  for (const file of files) {
    const layer = layerOf(join(source, file));
    assert.ok(below[layer], `src/${file} belongs to no known layer`);
    for (const name of importsOf(file).filter((name) => name.startsWith('.'))) {
      const target = layerOf(resolve(source, dirname(file), name));
      assert.ok(
        target === layer || below[layer].includes(target),
        `src/${file} (${layer}) imports ${name} (${target})`,
      );
    }
  }
});

test('only the node and cli layers touch files, processes and native code', () => {
  for (const file of files) {
    if (['node', 'cli', 'server'].includes(layerOf(join(source, file))) || file === 'text/jieba.ts') continue;
    for (const name of importsOf(file)) {
      assert.ok(!name.startsWith('node:') && !name.startsWith('@node-rs/'), `src/${file} imports ${name}`);
    }
  }
});

/** Packages of plain JavaScript that the core uses. */
const portable = ['stemmer'];

test('the browser entry reaches no native code', () => {
  const seen = new Set<string>();
  const visit = (file: string) => {
    if (seen.has(file)) return;
    seen.add(file);
    for (const name of importsOf(file).filter((name) => !portable.includes(name))) {
      assert.ok(name.startsWith('.'), `index.ts reaches ${name} through src/${file}`);
      visit(relative(source, resolve(source, dirname(file), name.replace(/\.js$/, '.ts'))));
    }
  };
  visit('index.ts');
  assert.ok(seen.size > 10);
});

test('every export of a source file is described', () => {
  for (const file of files.filter(
    (name) => !['index.ts', 'node.ts', 'client.ts', 'langchain.ts', 'server.ts', 'kernel/wasm-bytes.ts'].includes(name),
  )) {
    const lines = readFileSync(join(source, file), 'utf8').split('\n');
    lines.forEach((line, i) => {
      if (!/^export (default |abstract |async )*(const|function|class|interface|type|enum)/.test(line)) return;
      assert.ok(lines[i - 1]?.trimEnd().endsWith('*/'), `src/${file}:${i + 1} has no doc comment: ${line}`);
    });
  }
});

test('only the entry of the command ends the process or prints', () => {
  for (const file of files.filter((name) => name !== 'cli/main.ts')) {
    assert.doesNotMatch(readFileSync(join(source, file), 'utf8'), /\bprocess\.exit\(|\bconsole\.\w+\(/, `src/${file}`);
  }
});
