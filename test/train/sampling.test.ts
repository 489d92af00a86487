import assert from 'node:assert/strict';
import { test } from 'node:test';
import { keepProbability } from '../../packages/core/dist/model/keep-probability.js';
import { Reservoir } from '../../packages/core/dist/train/reservoir.js';
import { fillKeepThresholds } from '../../packages/core/dist/train/subsampling.js';

test('keep probabilities are those of word2vec.c', () => {
  // (sqrt(cn / (sample · train_words)) + 1) · (sample · train_words) / cn
  for (const share of [1e-6, 1e-4, 1e-3, 0.02, 0.5]) {
    const published = (Math.sqrt(share / 1e-3) + 1) * (1e-3 / share);
    assert.ok(Math.abs(keepProbability(share, 1e-3) - Math.min(1, published)) < 1e-12);
  }
  assert.equal(keepProbability(0.9, 0), 1);
});

test('thresholds keep all of a rare word and some of a frequent one', () => {
  const thresholds = new Uint32Array(2);
  fillKeepThresholds(thresholds, Float64Array.of(1_000_000, 10), 2_000_000, 1e-3);
  assert.equal(thresholds[1], 0xffffffff);
  assert.ok(Math.abs(thresholds[0] / 0xffffffff - keepProbability(0.5, 1e-3)) < 1e-9);
});

test('the reservoir loses nothing and draws the share it was given', () => {
  const reservoir = new Reservoir<number>(0.1, 50, 1);
  const trained: number[] = [];
  for (let i = 0; i < 10_000; i++) {
    const out = reservoir.offer(i);
    if (out !== undefined) trained.push(out);
  }
  assert.equal(reservoir.items.length, 50);
  assert.deepEqual(
    [...trained, ...reservoir.items].sort((a, b) => a - b),
    Array.from({ length: 10_000 }, (_, i) => i),
  );
  // Uniform over the stream, not its beginning: the mean of 50 draws of 0 … 9,999 is 5,000 ± 5 standard errors.
  const mean = reservoir.items.reduce((sum, item) => sum + item, 0) / 50;
  assert.ok(Math.abs(mean - 5000) < 5 * (10_000 / Math.sqrt(12 * 50)), `mean ${mean}`);
});

test('a reservoir with room keeps what it draws; without a share it keeps nothing', () => {
  const some = new Reservoir<number>(0.1, 1e6, 2);
  for (let i = 0; i < 10_000; i++) some.offer(i);
  assert.ok(some.items.length > 850 && some.items.length < 1150, `${some.items.length}`);
  const none = new Reservoir<number>(0, 10, 2);
  for (let i = 0; i < 100; i++) assert.equal(none.offer(i), i);
});
