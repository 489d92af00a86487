import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TrainingWorker } from '../../packages/core/dist/kernel/kernel.js';
import { memoryTokenStore } from '../../packages/core/dist/train/token-store.js';
import { chunkOrder, learningRateAt, trainStretch } from '../../packages/core/dist/train/train-epoch.js';

const schedule = { chunkLength: 10, epochs: 2, learningRate: 0.025, minLearningRate: 0.0001, seed: 3, threads: 2 };
const store = memoryTokenStore(Int32Array.from({ length: 95 }, (_, i) => i));

function run(epoch: number, thread: number, stopAfter = Number.POSITIVE_INFINITY, from = 0, to = 10) {
  const calls: { first: number; length: number; learningRate: number; state: number }[] = [];
  const worker: TrainingWorker = {
    train(ids, learningRate, state) {
      calls.push({ first: ids[0], length: ids.length, learningRate, state });
      return { tokens: ids.length, pairs: 0, loss: 0, lossPairs: 0 };
    },
    synchronize() {},
  };
  trainStretch(worker, store, schedule, { epoch, from, to }, thread, () => calls.length < stopAfter);
  return calls;
}

test('the threads together see every chunk once an epoch', () => {
  for (const epoch of [0, 1]) {
    const calls = [...run(epoch, 0), ...run(epoch, 1)];
    assert.deepEqual(
      calls.map(({ first }) => first).sort((a, b) => a - b),
      [0, 10, 20, 30, 40, 50, 60, 70, 80, 90],
    );
    assert.equal(
      calls.reduce((sum, { length }) => sum + length, 0),
      95,
    );
    assert.equal(new Set(calls.map(({ state }) => state)).size, 10);
  }
});

test('an epoch is the same every time, and another one differs', () => {
  assert.deepEqual(run(0, 0), run(0, 0));
  assert.notDeepEqual(run(0, 0), run(1, 0));
});

test('the learning rate falls in a line over all epochs', () => {
  const rates = [...run(0, 0), ...run(1, 0)].map(({ learningRate }) => learningRate);
  assert.equal(rates[0], 0.025);
  for (let i = 1; i < rates.length; i++) assert.ok(rates[i] < rates[i - 1]);
  assert.ok(rates.at(-1)! > 0.0001 && rates.at(-1)! < 0.004);
  assert.equal(learningRateAt(1, 0.025, 0.0001), 0.0001);
});

test('a training that is told to stop does', () => {
  assert.equal(run(0, 0, 2).length, 2);
});

test('the order is a permutation and not the identity', () => {
  const order = [...chunkOrder(100, 1, 0)];
  assert.notDeepEqual(
    order,
    order.toSorted((a, b) => a - b),
  );
  assert.deepEqual(
    order.toSorted((a, b) => a - b),
    Array.from({ length: 100 }, (_, i) => i),
  );
});

test('an epoch in stretches is the epoch', () => {
  const whole = run(1, 0);
  const infinity = Number.POSITIVE_INFINITY;
  assert.deepEqual([...run(1, 0, infinity, 0, 4), ...run(1, 0, infinity, 4, 10)], whole);
});
