import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { typescriptKernel } from '../../packages/core/dist/kernel/typescript-kernel.js';
import { floatMatrix } from '../../packages/core/dist/math/matrix.js';
import { logProbabilityOfVector } from '../../packages/core/dist/model/skip-gram.js';
import { startTraining, zipfTree } from './sample-trainings.js';
import { assertClose } from './training.suite.js';

describe('the definition of training', () => {
  const V = 20;
  const dim = 6;
  const tree = zipfTree(V);
  const document = Int32Array.of(13, 2);

  it('measures the loss by log p of the model', () => {
    const { memory, workers } = startTraining(typescriptKernel, tree, { dim, window: 1 });
    const nodeVectors = floatMatrix(memory.nodeVectors.slice(), V - 1, dim);
    const x = memory.inputVectors.slice(2 * dim, 3 * dim);
    // Only the first centre word of a chunk is in the sample: word 13, predicted by word 2.
    const { loss, lossPairs, pairs } = workers[0].train(document, 0.05, 1);
    assert.equal(pairs, 2);
    assert.equal(lossPairs, 1);
    assertClose(loss, -logProbabilityOfVector({ tree, nodeVectors } as never, 13, x), 1e-12);
  });

  it('moves the context word along the gradient of log p(centre | context)', () => {
    const rate = 1e-3;
    const { memory, workers } = startTraining(typescriptKernel, tree, { dim, window: 1 });
    const nodeVectors = floatMatrix(memory.nodeVectors.slice(), V - 1, dim);
    const before = Float64Array.from(memory.inputVectors.subarray(2 * dim, 3 * dim));
    workers[0].train(document, rate, 1);
    for (let d = 0; d < dim; d++) {
      const at = (shift: number) => before.map((value, i) => (i === d ? value + shift : value));
      const difference =
        logProbabilityOfVector({ tree, nodeVectors } as never, 13, at(1e-4)) -
        logProbabilityOfVector({ tree, nodeVectors } as never, 13, at(-1e-4));
      const step = memory.inputVectors[2 * dim + d] - before[d];
      // Steps are about 1e-3, kept in 32 bits beside vectors of size 0.5.
      assert.ok(Math.abs(step - (rate * difference) / 2e-4) < 1e-7, `${step} ${(rate * difference) / 2e-4}`);
    }
  });

  it('leaves the input vector of the centre word alone, and the nodes off its path', () => {
    const { memory, workers } = startTraining(typescriptKernel, tree, { dim, window: 1 });
    const inputs = memory.inputVectors.slice();
    const nodes = memory.nodeVectors.slice();
    workers[0].train(document, 0.05, 1);
    const onPath = new Set(
      [2, 13].flatMap((word) => [...tree.nodes.subarray(tree.offsets[word], tree.offsets[word + 1])]),
    );
    const moved = (now: Float32Array, then: Float32Array, row: number) =>
      now.subarray(row * dim, row * dim + dim).some((value, d) => value !== then[row * dim + d]);
    for (let word = 0; word < V; word++)
      assert.equal(moved(memory.inputVectors, inputs, word), document.includes(word));
    for (let node = 0; node < V - 1; node++) assert.equal(moved(memory.nodeVectors, nodes, node), onPath.has(node));
  });
});
