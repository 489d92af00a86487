import assert from 'node:assert/strict';
import { test } from 'node:test';
import { memoryFile } from '../../packages/core/dist/formats/bytes/byte-source.js';
import { readForeignModel } from '../../packages/core/dist/formats/read-foreign-model.js';
import { readForeignModelFile } from '../../packages/core/dist/node/models/foreign-models.js';
import { loadWordVectors } from '../../packages/core/dist/node/models/given-vectors.js';
import { trainModel } from '../../packages/core/dist/node.js';
import { assertRefused, fixture, json } from './fixtures.js';

test("vectors of any word are made of floret's n-grams as floret makes them", () => {
  const found = readForeignModelFile(fixture('floret/vectors.floret'));
  assert.ok(found.estimator === 'none');
  assert.equal(found.source.family, 'floret');
  for (const [word, expected] of Object.entries(json<Record<string, number[]>>('floret/vectors.ref.json'))) {
    const vector = found.vectorOfAnyWord!(word);
    if (word === '</s>') assert.equal(vector, undefined);
    // The text has five significant digits of numbers up to 20.
    else
      for (const [d, value] of expected.entries()) assert.ok(Math.abs(value - vector![d]) < 1e-3, `${word}: ${value}`);
  }
});

test("inner nodes are fitted to floret's vectors of the words of the corpus", async () => {
  const documents = Array.from({ length: 30 }, (_, i) => (i % 2 ? 'ship sail sea teapot' : 'tea cup kettle 茶杯'));
  const inputVectors = fixture('floret/vectors.floret');
  const { model } = await trainModel(documents, { inputVectors, tokenizer: 'whitespace', minCount: 1, epochs: 1 });
  const { vectorOfAnyWord } = readForeignModelFile(inputVectors) as { vectorOfAnyWord: (word: string) => Float32Array };
  const { words } = model.vocabulary;
  assert.deepEqual([...words].sort(), ['cup', 'kettle', 'sail', 'sea', 'ship', 'tea', 'teapot', '茶杯']);
  const row = words.indexOf('teapot') * 8;
  assert.deepEqual([...model.inputVectors.data.slice(row, row + 8)], [...vectorOfAnyWord('teapot')]);
});

test('floret’s own model and vectors without words are refused with what to do', async () => {
  assertRefused(() => readForeignModelFile(fixture('floret/floret.bin')), 'UNSUPPORTED_MODEL', /save_floret_vectors/);
  await assert.rejects(loadWordVectors(fixture('floret/vectors.floret')), /no words.*--input-vectors/);
});

test('damage to vectors of floret is found and the line named', () => {
  const read = (text: string) => () => readForeignModel(memoryFile('v.floret', Buffer.from(text)));
  assertRefused(read('999999999 300 2 3 2 1 < >\n0 1 2\n'), 'INVALID_MODEL', /more vectors than it has/);
  assertRefused(read('2 2 2 3 2 1 < >\n0 1 2\n7 1 2\n'), 'INVALID_MODEL', /line 3/);
  assertRefused(read('2 2 2 3 2 1 < >\n0 1 2\n1 1 nan\n'), 'INVALID_MODEL', /line 3/);
  assertRefused(read('2 2 2 3 2 1 < >\n0 1 2 3\n1 1 2\n'), 'INVALID_MODEL', /line 2/);
});
