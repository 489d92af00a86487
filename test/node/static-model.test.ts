import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readStaticModel } from '../../packages/core/dist/formats/vectors/static-model.js';
import { openAnyModel } from '../../packages/core/dist/node/models/open-model.js';
import { assertRefused, fixture, json } from '../formats/fixtures.js';

for (const name of ['plain', 'mapped']) {
  test(`the directory of a model2vec model, ${name}, is read as the vectors that model2vec gives`, async () => {
    const found = await openAnyModel(fixture(`model2vec/${name}`));
    assert.ok(found.estimator === 'none');
    assert.equal(found.source.family, 'model2vec');
    for (const [word, expected] of Object.entries(json<Record<string, number[]>>(`model2vec/${name}.ref.json`))) {
      const row = found.words.indexOf(word) * 6;
      for (const [d, value] of expected.entries()) {
        assert.ok(Math.abs(value - found.vectors.data[row + d]) < 1e-5, `${word}: ${value}`);
      }
    }
  });
}

test('a static model that is none is refused', () => {
  const empty = new TextEncoder().encode('\x02\0\0\0\0\0\0\0{}');
  assertRefused(() => readStaticModel(empty, '{}', 'm'), 'UNSUPPORTED_MODEL', /no "embeddings"/);
});
