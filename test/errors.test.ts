import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { counted, errorCodes, importFailure, requestCodes } from '../packages/core/dist/errors.js';
import { root } from './support.js';

test('one is said of one, and large numbers are readable', () => {
  assert.equal(counted(1, 'tag'), '1 tag');
  assert.equal(counted(0, 'tag'), '0 tags');
  assert.equal(counted(2000, 'text is', 'texts are'), '2,000 texts are');
});

test('a missing package is told from one that did not load, in Node.js, browsers and bundles', () => {
  const codeOf = (cause: Error) => (importFailure(cause, 'eld', { en: 'This', zh: '这' }) as { code?: string }).code;
  assert.equal(codeOf(Object.assign(new Error('x'), { code: 'ERR_MODULE_NOT_FOUND' })), 'PACKAGE_MISSING');
  for (const message of [
    "Failed to resolve module specifier 'eld/extrasmall'", // Chrome
    'The specifier “eld/extrasmall” was a bare specifier, but was not remapped to anything.', // Firefox
    "Module name, 'eld/extrasmall' does not resolve to a valid URL.", // Safari
    'Could not resolve "eld/extrasmall" imported by "@telltale/core".', // Vite
    "Cannot find module 'eld/extrasmall'", // webpack
  ])
    assert.equal(codeOf(new Error(message)), 'PACKAGE_MISSING', message);
  for (const message of [
    'Failed to fetch dynamically imported module: http://127.0.0.1/assets/eld-1a2b.js',
    "Failed to resolve module specifier 'other'",
  ])
    assert.equal(codeOf(new TypeError(message)), undefined, message);
});

test('every code that the service answers is in the tables of docs/errors.md', () => {
  const folder = join(root, 'packages/telltale/src/server');
  const answered = new Set(
    readdirSync(folder).flatMap((file) => {
      const source = readFileSync(join(folder, file), 'utf8');
      return Array.from(
        source.matchAll(/(?:\bcode: |KeywordError\(\s*|\b\d{3}: |: )'([A-Z_]{4,})'/g),
        ([, code]) => code,
      );
    }),
  );
  const known = { ...errorCodes, ...requestCodes };
  assert.deepEqual(
    [...answered].filter((code) => !Object.hasOwn(known, code)),
    [],
  );
  for (const code of Object.keys(requestCodes)) assert.ok(answered.has(code), `${code} is never answered`);
  for (const document of ['docs/errors.md', 'docs/zh/errors.md']) {
    const listed = Array.from(
      readFileSync(join(root, document), 'utf8').matchAll(/^\| `([A-Z_]+)` \|/gm),
      ([, code]) => code,
    );
    assert.deepEqual(listed, [...Object.keys(known), 'NODE_NOT_FOUND', 'PROCESS_DIED'], document);
  }
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
