import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadModel } from '../../packages/core/dist/node.js';
import { piecesOf } from '../../packages/core/dist/tags/pieces.js';

const { model } = await loadModel('zh');

test('a word that is not in the vocabulary has the fewest words of it as pieces', () => {
  assert.deepEqual(piecesOf(model.vocabulary, '苹果派'), ['苹果', '派']);
  assert.deepEqual(piecesOf(model.vocabulary, '太阳能板'), ['太阳能', '板']);
});

test('characters that are not in the vocabulary are left out, and other scripts have no pieces', () => {
  assert.equal(model.vocabulary.indexOf('䶮'), undefined);
  assert.deepEqual(piecesOf(model.vocabulary, '苹果䶮'), ['苹果']);
  assert.deepEqual(piecesOf(model.vocabulary, 'applepie'), []);
});
