import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Kernel, NodeTally, ScoringModel } from '../../packages/core/dist/kernel/kernel.js';
import { typescriptKernel } from '../../packages/core/dist/kernel/typescript-kernel.js';
import { convertMatrix, floatMatrix, type NumberFormat } from '../../packages/core/dist/math/matrix.js';
import type { HuffmanTree } from '../../packages/core/dist/model/huffman.js';
import { deepTree, randomCorpus, uniform, zipfTree } from './sample-trainings.js';

interface ScoringCase {
  readonly tree: HuffmanTree;
  readonly dim: number;
  readonly words: number;
  readonly tokens: number;
  readonly format?: NumberFormat;
  /** Largest magnitude of a number in the vectors. */
  readonly spread?: number;
  /** Relative error allowed for a single log p. */
  readonly tolerance?: number;
  /** Weight of a token. */
  readonly weight?: number;
}

const tree = zipfTree(3000);
const cases: Record<string, ScoringCase> = {
  'a text': { tree, dim: 100, words: 120, tokens: 300 },
  'int8 nodes': { tree, dim: 50, words: 40, tokens: 200, format: 'int8' },
  'f16 nodes': { tree, dim: 50, words: 40, tokens: 200, format: 'f16' },
  'f16 nodes so small that they are subnormal': { tree, dim: 7, words: 9, tokens: 50, format: 'f16', spread: 2e-5 },
  'weights below 1': { tree, dim: 16, words: 30, tokens: 100, weight: 0.0371 },
  'vectors so long that σ is 0 or 1': { tree, dim: 30, words: 60, tokens: 100, spread: 8, tolerance: 1e-4 },
  'vectors of length almost 0': { tree, dim: 30, words: 10, tokens: 100, spread: 1e-4 },
  'more nodes and candidates than fit at once': { tree, dim: 5, words: 700, tokens: 5000 },
  'one word, one token': { tree, dim: 12, words: 1, tokens: 1 },
  'no words': { tree, dim: 12, words: 0, tokens: 5 },
  'no tokens': { tree, dim: 12, words: 5, tokens: 0 },
  'paths of 60 nodes': { tree: deepTree(61), dim: 10, words: 20, tokens: 200 },
  'a vocabulary of two words': { tree: zipfTree(2), dim: 3, words: 5, tokens: 9 },
};
for (const dim of [1, 2, 3, 4, 5, 8, 33]) {
  for (const format of ['f32', 'f16', 'int8'] as const) {
    cases[`dim ${dim}, ${format}`] = { tree: zipfTree(40), dim, words: 9, tokens: 30, format };
  }
}

function sampleModel({ tree, dim, format = 'f32', spread = 0.5 }: ScoringCase): ScoringModel {
  const V = tree.offsets.length - 1;
  const numbers = uniform(dim);
  const matrix = (rows: number) =>
    convertMatrix(
      floatMatrix(
        Float32Array.from({ length: rows * dim }, () => numbers.next().value * spread),
        rows,
        dim,
      ),
      format,
    );
  return { tree, inputVectors: matrix(V), nodeVectors: matrix(V - 1) };
}

/** Token indices, and how often each node on their paths is left by code 0 and by code 1. */
function sampleText({ tree, tokens, weight = 1 }: ScoringCase): { ids: Int32Array; tally: NodeTally } {
  const V = tree.offsets.length - 1;
  const ids = randomCorpus(V, tokens, 1e9, tokens + 1).map((id) => Math.max(0, id));
  const zeros = new Map<number, number>();
  const ones = new Map<number, number>();
  for (const id of ids) {
    for (let at = tree.offsets[id]; at < tree.offsets[id + 1]; at++) {
      const [counts, others] = tree.codes[at] ? [ones, zeros] : [zeros, ones];
      counts.set(tree.nodes[at], (counts.get(tree.nodes[at]) ?? 0) + weight);
      others.set(tree.nodes[at], others.get(tree.nodes[at]) ?? 0);
    }
  }
  const nodes = Int32Array.from(zeros.keys());
  const values = (counts: Map<number, number>) => Float64Array.from(nodes, (node) => counts.get(node)!);
  return { ids, tally: { nodes, zeros: values(zeros), ones: values(ones) } };
}

interface ScoringOutcome {
  readonly scores: Float64Array;
  readonly block: Float32Array;
}

function score(kernel: Kernel, sample: ScoringCase): ScoringOutcome {
  const model = sampleModel(sample);
  const { ids, tally } = sampleText(sample);
  const scorer = kernel.createScorer(model);
  assert.equal(scorer.kernel, kernel.name);
  const words = randomCorpus(model.inputVectors.rows, sample.words, 1e9, 3).map((id) => Math.max(0, id));
  return {
    scores: scorer.scoreWords(words, tally),
    block: scorer.logProbabilities(words.subarray(0, 150), ids.subarray(0, 1500)),
  };
}

const definitions = new Map<string, ScoringOutcome>();

/** What a case comes to by the definition, worked out once for all kernels. */
function scoreByDefinition(name: string): ScoringOutcome {
  let outcome = definitions.get(name);
  if (!outcome) {
    outcome = score(typescriptKernel, cases[name]);
    definitions.set(name, outcome);
  }
  return outcome;
}

/** Every kernel scores as the definition does. */
export function testScoring(kernelName: string, kernel: Kernel): void {
  describe(`scoring, kernel ${kernelName}`, () => {
    for (const [name, sample] of Object.entries(cases)) {
      it(`agrees with the definition: ${name}`, () => {
        const expected = scoreByDefinition(name);
        const { scores, block } = score(kernel, sample);
        assertAllClose(scores, expected.scores);
        assertAllClose(block, expected.block, sample.tolerance);
      });
    }

    it('scores vectors that are no row of the model', () => {
      const sample: ScoringCase = { tree, dim: 20, words: 0, tokens: 100 };
      const model = sampleModel(sample);
      const { ids, tally } = sampleText(sample);
      const numbers = uniform(99);
      const vectors = Float32Array.from({ length: 11 * 20 }, () => numbers.next().value);
      const scorer = kernel.createScorer(model);
      const reference = typescriptKernel.createScorer(model);
      assertAllClose(scorer.scoreVectors(vectors, tally), reference.scoreVectors(vectors, tally));
      const block = scorer.logProbabilitiesOfVectors(vectors, ids);
      assertAllClose(block, reference.logProbabilitiesOfVectors(vectors, ids));
      // The score is the sum of the log-probabilities of the tokens.
      const sums = Array.from({ length: 11 }, (_, c) => block.subarray(c * 100, c * 100 + 100).reduce((a, b) => a + b));
      assertAllClose(sums, scorer.scoreVectors(vectors, tally));
    });

    for (const lambda of [1e-3, 0.2, 0.5, 0.95, 1]) {
      it(`agrees with the definition on the gains by a mixture of ${lambda}`, () => {
        for (const [spread, C] of [
          [0.5, 140],
          [8, 9],
        ]) {
          const sample: ScoringCase = { tree, dim: 20, words: 0, tokens: 1500, spread };
          const model = sampleModel(sample);
          const { ids } = sampleText(sample);
          const numbers = uniform(99);
          const vectors = Float32Array.from({ length: C * 20 }, () => numbers.next().value * spread);
          const reference = typescriptKernel.createScorer(model);
          const logs = reference.logProbabilitiesOfVectors(vectors, ids);
          // As probable at large as about one candidate says, so that ratios lie on both sides of 1 and near it.
          const logShares = Float64Array.from(ids, (_, k) => logs[k]);
          const weights = Float64Array.from(ids, (_, k) => (k % 7) / 5);
          const mixture = { lambda, logShares, weights };
          const gains = kernel.createScorer(model).gains(vectors, ids, mixture);
          const expected = reference.gains(vectors, ids, mixture);
          assert.equal(gains.length, expected.length);
          for (let i = 0; i < gains.length; i++) {
            // A gain is as exact as the log p it is made of.
            const allowed = 2e-6 * weights[i % ids.length] * Math.max(1, Math.abs(logs[i]), -logShares[i % ids.length]);
            assert.ok(Math.abs(gains[i] - expected[i]) <= allowed, `${i}: ${gains[i]}, expected ${expected[i]}`);
          }
        }
      });
    }

    it('answers the same twice, and is not confused by another scorer', () => {
      const [first, second] = [10, 11].map((dim) => {
        const sample: ScoringCase = { tree: zipfTree(50), dim, words: 0, tokens: 40 };
        return { scorer: kernel.createScorer(sampleModel(sample)), ...sampleText(sample) };
      });
      const words = [0, 7, 49];
      const before = first.scorer.scoreWords(words, first.tally);
      second.scorer.scoreWords(words, second.tally);
      second.scorer.logProbabilities(words, second.ids);
      assert.deepEqual(first.scorer.scoreWords(words, first.tally), before);
    });

    it('refuses words and nodes that are none', () => {
      const sample: ScoringCase = { tree: zipfTree(50), dim: 4, words: 0, tokens: 40 };
      const scorer = kernel.createScorer(sampleModel(sample));
      const { tally } = sampleText(sample);
      const one = Float64Array.of(1);
      assert.throws(() => scorer.scoreWords([50], tally), RangeError);
      assert.throws(() => scorer.scoreWords([-1], tally), RangeError);
      assert.throws(() => scorer.logProbabilities([1], [50]), RangeError);
      assert.throws(() => scorer.scoreWords([1], { nodes: Int32Array.of(49), zeros: one, ones: one }), RangeError);
      assert.throws(() => scorer.scoreWords([1], { nodes: Int32Array.of(1, 2), zeros: one, ones: one }), RangeError);
      assert.throws(() => scorer.scoreVectors(new Float32Array(5), tally), RangeError);
      const vector = new Float32Array(4);
      assert.throws(() => scorer.gains(vector, [50], { lambda: 0.5, logShares: one, weights: one }), RangeError);
      assert.throws(() => scorer.gains(vector, [1, 2], { lambda: 0.5, logShares: one, weights: one }), RangeError);
      assert.throws(() => scorer.gains(vector, [1], { lambda: 0, logShares: one, weights: one }), RangeError);
    });
  });
}

/** Relative error at most `tolerance`; numbers below 1e-30 are as good as 0. */
function assertAllClose(actual: ArrayLike<number>, expected: ArrayLike<number>, tolerance = 1e-6): void {
  assert.equal(actual.length, expected.length);
  for (let i = 0; i < actual.length; i++) {
    const error = Math.abs(actual[i] - expected[i]);
    assert.ok(error <= tolerance * Math.abs(expected[i]) + 1e-30, `${i}: ${actual[i]}, expected ${expected[i]}`);
  }
}
