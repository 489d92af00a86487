import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type ChunkResult, type Kernel, lossInterval } from '../../packages/core/dist/kernel/kernel.js';
import { typescriptKernel } from '../../packages/core/dist/kernel/typescript-kernel.js';
import type { HuffmanTree } from '../../packages/core/dist/model/huffman.js';
import { deepTree, dense, randomCorpus, startTraining, zipfTree } from './sample-trainings.js';

interface TrainingCase {
  readonly tree: HuffmanTree;
  readonly ids: Int32Array;
  readonly dim: number;
  readonly window: number;
  readonly keep?: number;
  readonly frozenInputs?: boolean;
}

const cases: Record<string, TrainingCase> = {
  'a Zipf corpus': { tree: zipfTree(500), ids: randomCorpus(500, 4000, 60, 1), dim: 20, window: 5 },
  'window 1, one context word at a time': {
    tree: zipfTree(50),
    ids: randomCorpus(50, 2000, 20, 2),
    dim: 8,
    window: 1,
  },
  'a window wider than a batch': { tree: zipfTree(300), ids: randomCorpus(300, 2000, 200, 3), dim: 36, window: 30 },
  'words thinned out': { tree: zipfTree(200), ids: randomCorpus(200, 4000, 60, 4), dim: 12, window: 4, keep: 0.4 },
  'few words, so that most windows hold one twice': {
    tree: zipfTree(4),
    ids: randomCorpus(4, 1500, 50, 5),
    dim: 16,
    window: 6,
  },
  'two words': { tree: zipfTree(2), ids: Int32Array.of(0, 1, 1, 0, -1, 1, 0), dim: 5, window: 3 },
  'documents of one word, and none': {
    tree: zipfTree(9),
    ids: Int32Array.of(3, -1, -1, -1, 4, -1, 5),
    dim: 6,
    window: 2,
  },
  'no documents': { tree: zipfTree(9), ids: Int32Array.of(), dim: 6, window: 2 },
  'paths of 45 nodes': { tree: deepTree(46), ids: randomCorpus(46, 1500, 40, 6), dim: 10, window: 5 },
  'a document longer than a run': { tree: zipfTree(400), ids: randomCorpus(400, 3500, 9000, 7), dim: 7, window: 3 },
};
for (const dim of [8, 33, 100]) {
  const ids = randomCorpus(60, 3000, 80, dim);
  cases[`frozen input vectors, dim ${dim}`] = { tree: zipfTree(60), ids, dim, window: 6, frozenInputs: true };
}
for (const dim of [1, 2, 3, 4, 5, 15, 16, 17, 33, 100]) {
  cases[`dim ${dim}`] = { tree: zipfTree(100), ids: randomCorpus(100, 800, 30, dim), dim, window: 4 };
}

interface TrainingOutcome {
  readonly results: readonly ChunkResult[];
  /** (V, dim). */
  readonly inputVectors: Float32Array;
  /** (V − 1, dim). */
  readonly nodeVectors: Float32Array;
}

function trainThrice(kernel: Kernel, { tree, ids, ...options }: TrainingCase): TrainingOutcome {
  const { workers, memory } = startTraining(kernel, tree, options);
  const results = [1, 2, 3].map((chunk) => workers[0].train(ids, 0.05 / chunk, chunk));
  workers[0].synchronize();
  return {
    results,
    inputVectors: dense(memory.inputVectors, memory.stride, options.dim),
    nodeVectors: dense(memory.nodeVectors, memory.stride, options.dim),
  };
}

const definitions = new Map<string, TrainingOutcome>();

/** What a case comes to by the definition, worked out once for all kernels. */
function trainByDefinition(name: string): TrainingOutcome {
  let outcome = definitions.get(name);
  if (!outcome) {
    outcome = trainThrice(typescriptKernel, cases[name]);
    definitions.set(name, outcome);
  }
  return outcome;
}

/** Every kernel trains as the definition does. */
export function testTraining(kernelName: string, kernel: Kernel): void {
  describe(`training, kernel ${kernelName}`, () => {
    for (const [name, { tree, ids, ...options }] of Object.entries(cases)) {
      it(`agrees with the definition: ${name}`, () => {
        const expected = trainByDefinition(name);
        const actual = trainThrice(kernel, { tree, ids, ...options });
        actual.results.forEach((got, chunk) => {
          const wanted = expected.results[chunk];
          assert.equal(got.tokens, wanted.tokens);
          assert.equal(got.pairs, wanted.pairs);
          assert.equal(got.lossPairs, wanted.lossPairs);
          assertClose(got.loss, wanted.loss, 1e-5);
        });
        assertRowsClose(actual.inputVectors, expected.inputVectors, options.dim, 1e-5);
        assertRowsClose(actual.nodeVectors, expected.nodeVectors, options.dim, 1e-5);
      });
    }

    it('keeps what lies between rows at 0', () => {
      const { memory, workers } = startTraining(kernel, zipfTree(50), { dim: 5, window: 3 });
      workers[0].train(randomCorpus(50, 500, 20, 8), 0.05, 1);
      workers[0].synchronize();
      for (let row = 0; row < memory.inputVectors.length; row += memory.stride) {
        for (let d = 5; d < memory.stride; d++) assert.equal(memory.inputVectors[row + d], 0);
      }
    });

    it('sums the loss over the pairs of one centre word in so many', () => {
      const { workers } = startTraining(kernel, zipfTree(50), { dim: 5, window: 1 });
      // One document, window 1: the first word has one neighbour, the words after it two.
      const ids = randomCorpus(50, 3 * lossInterval, 1, 9).map((id) => Math.max(id, 0));
      const { pairs, lossPairs } = workers[0].train(ids, 0.05, 1);
      assert.equal(pairs, 2 * ids.length - 2);
      assert.equal(lossPairs, 5);
    });

    it('lowers the loss', () => {
      const { workers } = startTraining(kernel, zipfTree(100), { dim: 16, window: 3, spread: 0.01 });
      const ids = Int32Array.from({ length: 3000 }, (_, i) => i % 100);
      const losses = [1, 2, 3, 4, 5].map((state) => {
        const { loss, lossPairs } = workers[0].train(ids, 0.05, state);
        return loss / lossPairs;
      });
      assert.ok(losses[4] < losses[0] - 1, losses.join(' '));
    });

    it('comes to the same numbers from the same chunk and state', () => {
      const tree = zipfTree(100);
      const ids = randomCorpus(100, 1000, 40, 11);
      const [first, second] = [1, 2].map(() => {
        const { workers, memory } = startTraining(kernel, tree, { dim: 8, window: 5 });
        workers[0].train(ids, 0.05, 77);
        workers[0].synchronize();
        return memory.inputVectors;
      });
      assert.deepEqual(first, second);
    });

    it('loses nothing that two threads learn from the same words', () => {
      const tree = zipfTree(30);
      const documents = [Int32Array.of(0, 3, 1, 0), Int32Array.of(2, 0, 3)];
      const start = startTraining(kernel, tree, { dim: 6, window: 2 }).memory.nodeVectors.slice();
      const alone = documents.map((document) => {
        const { memory, workers } = startTraining(kernel, tree, { dim: 6, window: 2 });
        workers[0].train(document, 0.05, 1);
        workers[0].synchronize();
        return memory.nodeVectors;
      });
      const { memory, workers } = startTraining(kernel, tree, { dim: 6, window: 2, threads: 2 });
      documents.forEach((document, thread) => void workers[thread].train(document, 0.05, 1));
      for (const worker of workers) worker.synchronize();
      // Steps are small beside the vectors: it hardly matters that neither thread saw those of the other.
      const sum = start.map((value, i) => alone[0][i] + alone[1][i] - value);
      for (let i = 0; i < sum.length; i++) {
        assert.ok(Math.abs(memory.nodeVectors[i] - sum[i]) < 0.002, `${memory.nodeVectors[i]}, expected ${sum[i]}`);
      }
      assert.ok(alone[1].some((value, i) => Math.abs(value - start[i]) > 0.02));
    });

    it('agrees with the definition when one of two threads does all the work', () => {
      const tree = zipfTree(600);
      const ids = randomCorpus(600, 3000, 40, 12);
      const expected = startTraining(typescriptKernel, tree, { dim: 20, window: 5 });
      const actual = startTraining(kernel, tree, { dim: 20, window: 5, threads: 2 });
      expected.workers[0].train(ids, 0.05, 1);
      actual.workers[1].train(ids, 0.05, 1);
      actual.workers[1].synchronize();
      const { stride, inputVectors, nodeVectors } = actual.memory;
      assertRowsClose(dense(inputVectors, stride, 20), expected.memory.inputVectors, 20, 1e-5);
      assertRowsClose(dense(nodeVectors, stride, 20), expected.memory.nodeVectors, 20, 1e-5);
    });

    for (const threads of [1, 2]) {
      it(`leaves frozen input vectors as they are, bit for bit, with ${threads} threads`, () => {
        const { memory, workers } = startTraining(kernel, zipfTree(300), {
          dim: 20,
          window: 5,
          threads,
          frozenInputs: true,
        });
        memory.inputVectors[0] = -0;
        const given = memory.inputVectors.slice();
        const nodes = memory.nodeVectors.slice();
        workers.forEach((worker, thread) => void worker.train(randomCorpus(300, 3000, 40, thread), 0.05, 1));
        for (const worker of workers) worker.synchronize();
        assert.deepEqual(new Uint8Array(memory.inputVectors.slice().buffer), new Uint8Array(given.buffer));
        assert.notDeepEqual(memory.nodeVectors.slice(), nodes);
      });
    }

    it('refuses token ids that are none', () => {
      const { workers } = startTraining(kernel, zipfTree(10), { dim: 4, window: 2 });
      assert.throws(() => workers[0].train(Int32Array.of(3, 10), 0.05, 1), RangeError);
      assert.throws(() => workers[0].train(Int32Array.of(-2), 0.05, 1), RangeError);
      assert.throws(() => workers[0].train(new Int32Array(10_001), 0.05, 1), RangeError);
    });
  });
}

/** Relative difference at most `tolerance`. */
export function assertClose(actual: number, expected: number, tolerance: number, what = ''): void {
  const difference = Math.abs(actual - expected);
  assert.ok(difference <= tolerance * Math.abs(expected), `${what} ${actual}, expected ${expected}`);
}

/** Every row is off by at most `tolerance` times its norm, or the usual norm of a row where it is nearly 0. */
function assertRowsClose(a: Float32Array, b: Float32Array, dim: number, tolerance: number): void {
  assert.equal(a.length, b.length);
  const usual = norm(b, 0, b.length) / Math.sqrt(b.length / dim);
  const differences = a.map((value, i) => value - b[i]);
  for (let row = 0; row < a.length; row += dim) {
    const error = norm(differences, row, row + dim) / Math.max(usual, norm(b, row, row + dim));
    assert.ok(error <= tolerance, `row ${row / dim} is off by ${error}`);
  }
}

function norm(numbers: Float32Array, from: number, to: number): number {
  let sum = 0;
  for (let i = from; i < to; i++) sum += numbers[i] ** 2;
  return Math.sqrt(sum);
}
