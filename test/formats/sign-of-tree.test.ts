import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { memoryFile } from '../../packages/core/dist/formats/bytes/byte-source.js';
import { readForeignModel } from '../../packages/core/dist/formats/read-foreign-model.js';
import { gensimTree } from '../../packages/core/dist/formats/trees/gensim-tree.js';
import { logProbability } from '../../packages/core/dist/model/skip-gram.js';
import { readForeignModelFile } from '../../packages/core/dist/node/models/foreign-models.js';
import { assertMatches, fixture, json, type Reference, readSkipGram } from './fixtures.js';

test("what gensim's save_facebook_model writes is read by gensim's tree and sign", () => {
  for (const name of ['plain', 'subword']) {
    const found = readSkipGram(`fasttext/gensim-${name}.bin`);
    assertMatches(found, json(`fasttext/gensim-${name}.ref.json`));
    assert.match(found.warnings.join(), /save_facebook_model/);
  }
});

test('the same, after load_facebook_model and save()', () => {
  const { model } = readSkipGram('gensim/gensim-from-gensim-bin.model');
  const { vocabulary } = model;
  for (const [input, output, expected] of json<Reference>('fasttext/gensim-subword.ref.json').logProbabilities) {
    const found = logProbability(model, vocabulary.indexOf(output)!, vocabulary.indexOf(input)!);
    assert.ok(Math.abs(found - expected) < 1e-5, `log p(${output} | ${input}) is ${found}, expected ${expected}`);
  }
});

test("fastText's own models keep fastText's tree and sign, without a warning", () => {
  for (const name of ['fasttext/plain.bin', 'fasttext/subword.bin', 'gensim/new-from-fasttext.model']) {
    const found = readForeignModelFile(fixture(name));
    assert.deepEqual(found.warnings, [], name);
  }
});

test('node vectors that fit neither tree are warned of', () => {
  const bytes = Buffer.from(readFileSync(fixture('fasttext/plain.bin')));
  // The last matrix has a row of 8 floats for each of 33 words; each inner node gets 5 times the vector of another one.
  const start = bytes.length - 33 * 32;
  const rows = Buffer.from(bytes.subarray(start));
  for (let node = 0; node < 32; node++) {
    for (let d = 0; d < 8; d++) {
      bytes.writeFloatLE(5 * rows.readFloatLE(((node * 7 + 3) % 32) * 32 + d * 4), start + node * 32 + d * 4);
    }
  }
  const { warnings } = readForeignModel(memoryFile('shuffled.bin', bytes));
  assert.match(warnings.join(), /better than chance/);
});

test("gensim's tree is built as gensim builds it, equal counts included", () => {
  for (const name of ['gensim/new.ref.json', 'gensim/doc2vec-dm.ref.json', 'fasttext/gensim-plain.ref.json']) {
    const { counts, codes, points } = json<Reference>(name);
    const tree = gensimTree(counts);
    counts.forEach((_, w) => {
      assert.deepEqual([...tree.codes.subarray(tree.offsets[w], tree.offsets[w + 1])], codes[w]);
      assert.deepEqual([...tree.nodes.subarray(tree.offsets[w], tree.offsets[w + 1])], points[w]);
    });
  }
});
