import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { counted } from '../packages/core/dist/errors.js';
import { root } from './support.js';

test('one is said of one, and large numbers are readable', () => {
  assert.equal(counted(1, 'tag'), '1 tag');
  assert.equal(counted(0, 'tag'), '0 tags');
  assert.equal(counted(2000, 'text is', 'texts are'), '2,000 texts are');
});

test('English that no native writes is in no message and no help', () => {
  const foreign =
    /unless said otherwise|\bto be had|can(?:not)? be had|could not be had|\banew\b|in one go|behind (?:tabs|a tab)|has gone before|What computes/;
  const files = ['core', 'telltale'].flatMap((name) => {
    const folder = join('packages', name, 'src');
    return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file));
  });
  const lines = files
    .filter((name) => /\.tsx?$/.test(name))
    .flatMap((name) =>
      readFileSync(join(root, name), 'utf8')
        .split('\n')
        .map((line) => `${name}: ${line}`),
    );
  assert.ok(lines.length > 10_000);
  assert.deepEqual(
    lines.filter((line) => foreign.test(line) && !/^\S+ +(?:\/\/|\/?\*)/.test(line)),
    [],
  );
});
