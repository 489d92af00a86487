import assert from 'node:assert/strict';
import { test } from 'node:test';
import { floatMatrix } from '../../packages/core/dist/math/matrix.js';
import { buildHuffmanTree } from '../../packages/core/dist/model/huffman.js';
import { logProbability } from '../../packages/core/dist/model/skip-gram.js';
import { createVocabulary } from '../../packages/core/dist/model/vocabulary.js';
import { heldOutLogProbability } from '../../packages/core/dist/train/held-out.js';

const counts = Float64Array.of(40, 30, 20, 10);
const skipGram = {
  vocabulary: createVocabulary({ words: ['a', 'b', 'c', 'd'], counts }),
  tree: buildHuffmanTree(counts),
  inputVectors: floatMatrix(
    Float32Array.from({ length: 8 }, (_, i) => Math.sin(i)),
    4,
    2,
  ),
  nodeVectors: floatMatrix(
    Float32Array.from({ length: 6 }, (_, i) => Math.cos(i)),
    3,
    2,
  ),
};
const model = {
  vocabulary: skipGram.vocabulary,
  logProbability: (output: number, input: number) => logProbability(skipGram, output, input),
};
const options = { window: 1, subsample: 0, maxPairs: 1000 };

test('two words give the log p of each given the other, from wherever the draw begins', () => {
  const both = [model.logProbability(0, 2), model.logProbability(2, 0)];
  const value = heldOutLogProbability(
    model,
    Array.from({ length: 400 }, () => Int32Array.of(0, 2)),
    options,
  );
  assert.ok(value > Math.min(...both) && value < Math.max(...both), `${value} of ${both}`);
});

test('every document has the same weight at most', () => {
  const short = Array.from({ length: 99 }, () => Int32Array.of(1, 3));
  const long = Int32Array.from({ length: 10_000 }, () => 0);
  const all = heldOutLogProbability(model, [long, ...short], { ...options, maxPairs: 200 });
  const rest = heldOutLogProbability(model, short, { ...options, maxPairs: 200 });
  assert.ok(Math.abs(all - rest) < 0.05 * Math.abs(rest), `${all} and ${rest}`);
});

test('without documents or pairs there is no number', () => {
  assert.ok(Number.isNaN(heldOutLogProbability(model, [], options)));
  assert.ok(Number.isNaN(heldOutLogProbability(model, [Int32Array.of(1)], options)));
});
