import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mergeReplicas } from '../../packages/core/dist/train/merge-replicas.js';

test('rows move by the mean of those replicas that moved them', () => {
  const base = Float32Array.of(1, 1, 2, 2, 3, 3);
  const replicas = [Float32Array.of(1, 1, 4, 2, 5, 3), Float32Array.of(1, 1, 2, 2, 7, 1)];
  mergeReplicas(base, replicas, 2);
  assert.deepEqual([...base], [1, 1, 4, 2, 6, 2]);
  for (const replica of replicas) assert.deepEqual([...replica], [...base]);
});
