import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { memoryFile, memorySource } from '../../packages/core/dist/formats/bytes/byte-source.js';
import { detectFormat } from '../../packages/core/dist/formats/detect.js';
import { readForeignModel } from '../../packages/core/dist/formats/read-foreign-model.js';
import { openForeignFile } from '../../packages/core/dist/node/files/byte-source.js';
import { readForeignModelFile } from '../../packages/core/dist/node/models/foreign-models.js';
import { assertRefused, fixture } from './fixtures.js';

test('files are known by their first bytes, whatever their names', () => {
  const format = (name: string) => {
    const file = openForeignFile(fixture(name));
    try {
      return detectFormat(file.source, name);
    } finally {
      file.close();
    }
  };
  assert.equal(format('gensim/new-p4.model'), 'pickle');
  assert.equal(format('gensim/old-a-p0.model'), 'pickle');
  assert.equal(format('gensim/old-a-python2-p1.model'), 'pickle');
  assert.equal(format('gensim/old-c.model.gz'), 'gzip');
  assert.equal(format('gensim/new-beside.model.syn1.npy'), 'NumPy array');
  assert.equal(format('fasttext/plain.bin'), 'fastText model');
  assert.equal(format('vectors/new.txt'), 'text vectors');
  assert.equal(format('vectors/new.bin'), 'word2vec binary');
  const header = Buffer.from('\x02\0\0\0\0\0\0\0{}', 'latin1');
  assert.equal(detectFormat(memorySource(header), 'm'), 'telltale model');
});

test('other files are refused by what they look like', () => {
  const cases: [string, RegExp][] = [
    ['', /empty/],
    ['BZh91AY', /bzip2/],
    ['\n<!DOCTYPE html><html>', /web page/],
    ['{"words": []}', /JSON/],
    ['version https://git-lfs.github.com/spec/v1\n', /Git LFS/],
    ['It was the best of times.\n', /looks like a text/],
    ['\x00\x01\x02\x03\x04', /binary data/],
  ];
  for (const [start, message] of cases) {
    const file = memoryFile('given.bin', Buffer.from(start, 'latin1'));
    assertRefused(() => readForeignModel(file), 'FILE_UNREADABLE', message);
  }
});

test('vectors as text are told from binary ones, however damaged, and the line is named', () => {
  const damaged = ['the nan nan\ncat nan 1\ndog 2 nan', 'the None null\ncat ? 1', 'the -nan(ind) 1.#IND\ncat nan 1'];
  for (const rows of [...damaged, ...damaged.map((text) => text.replace('the', '的')), damaged[0].repeat(200)]) {
    const file = memoryFile('given.vec', Buffer.from(`3 2\n${rows}\n`));
    assertRefused(() => readForeignModel(file), 'INVALID_MODEL', /line 2 is not a word and 2 numbers/);
  }
});

test('an array of a model, and a model of our own, are told from the rest', () => {
  assertRefused(
    () => readForeignModelFile(fixture('gensim/new-beside.model.syn1.npy')),
    'FILE_UNREADABLE',
    /one array of a model/,
  );
  const own = Buffer.from('\x02\0\0\0\0\0\0\0{}', 'latin1');
  assertRefused(() => readForeignModel(memoryFile('m', own)), 'FILE_UNREADABLE', /needs no import/);
});

test('a missing file, a directory and a name that leads elsewhere', () => {
  const directory = mkdtempSync(join(tmpdir(), 'formats-'));
  try {
    assertRefused(() => readForeignModelFile(join(directory, 'none')), 'FILE_NOT_FOUND', /none/);
    assertRefused(() => readForeignModelFile(directory), 'FILE_UNREADABLE', /not a regular file|EISDIR/);
  } finally {
    rmSync(directory, { recursive: true });
  }
  const file = openForeignFile(fixture('gensim/new-p4.model'));
  assert.ok(file.sibling('new-p2.model'));
  assert.equal(file.sibling('../fasttext/plain.bin'), undefined);
  assert.equal(file.sibling('none'), undefined);
  file.close();
});
