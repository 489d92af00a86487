import assert from 'node:assert/strict';
import { test } from 'node:test';
import { floatMatrix } from '../../packages/core/dist/math/matrix.js';
import { buildHuffmanTree } from '../../packages/core/dist/model/huffman.js';
import type { SkipGramModel } from '../../packages/core/dist/model/skip-gram.js';
import { createVocabulary } from '../../packages/core/dist/model/vocabulary.js';
import { ShardAverage } from '../../packages/core/dist/train/average.js';

const vocabulary = createVocabulary({ words: ['a', 'b', 'c'], counts: Float64Array.from([100, 50, 20]) });
const tree = buildHuffmanTree(vocabulary.counts);
const filled = (value: number): SkipGramModel => ({
  vocabulary,
  tree,
  inputVectors: floatMatrix(new Float32Array(3).fill(value), 3, 1),
  nodeVectors: floatMatrix(new Float32Array(2).fill(value), 2, 1),
});

test('rows of one shard are its own, rows of none stay, frequent rows are averaged, rare ones add up', () => {
  const average = new ShardAverage(filled(1));
  average.add(filled(3), Float64Array.from([1e6, 1, 0]));
  average.add(filled(7), Float64Array.from([3e6, 1, 0]));
  const { inputVectors, nodeVectors } = average.finish();
  const [frequent, rare, unseen] = inputVectors.data;
  assert.ok(Math.abs(frequent - 6) < 1e-5, String(frequent));
  // Moves of 2 and 6 add up to 8, nearly.
  assert.ok(rare > 8.9 && rare < 9, String(rare));
  assert.equal(unseen, 1);
  // The root is above every word; the other node is above b and c.
  const root = tree.nodes[tree.offsets[0]];
  assert.ok(Math.abs(nodeVectors.data[root] - 6) < 1e-5);
  assert.ok(Math.abs(nodeVectors.data[1 - root] - rare) < 1e-6);
});

test('one shard is taken as it is', () => {
  const average = new ShardAverage(filled(1));
  average.add(filled(3), Float64Array.from([10, 1, 1]));
  const { inputVectors, nodeVectors } = average.finish();
  for (const value of [...inputVectors.data, ...nodeVectors.data]) assert.ok(Math.abs(value - 3) < 1e-6);
});
