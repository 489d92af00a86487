import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { test } from 'node:test';
import { TokenFile, tokenFileStore } from '../../packages/core/dist/node/training/token-file.js';
import { temporaryDirectory } from '../support.js';

const contents = (file: TokenFile) => {
  const into = new Int32Array(file.length);
  assert.equal(tokenFileStore(file.fd, file.length).read(0, into), file.length);
  return [...into];
};

test('documents come back as written, across blocks', () => {
  const file = new TokenFile();
  const expected: number[] = [];
  for (let d = 0; d < 40; d++) {
    const ids = Int32Array.from({ length: (d * 7919) % 20_000 }, (_, i) => i);
    file.appendDocument(ids);
    expected.push(...ids, -1);
  }
  file.flush();
  assert.deepEqual(contents(file), expected);
  const part = new Int32Array(5);
  assert.equal(tokenFileStore(file.fd, file.length).read(expected.length - 3, part), 3);
  file.close();
});

test('remapping drops what is mapped to −1 and keeps document ends', () => {
  const file = new TokenFile();
  file.appendDocument(Int32Array.of(0, 1, 2, 1));
  file.appendDocument(Int32Array.of(2));
  file.appendDocument(Int32Array.of(0, 0));
  file.remap(Int32Array.of(1, 0, -1));
  assert.deepEqual(contents(file), [1, 0, 0, -1, -1, 1, 1, -1]);
  file.close();
});

test('the file has no name while it is used', { skip: process.platform === 'win32' }, () => {
  const directory = temporaryDirectory();
  const file = new TokenFile(directory);
  assert.deepEqual(readdirSync(directory), []);
  file.close();
});

test('a directory that cannot be written to is named', () => {
  assert.throws(() => new TokenFile('/nowhere/at/all'), {
    name: 'KeywordError',
    code: 'WRITE_FAILED',
    message: /\/nowhere\/at\/all/,
  });
});
