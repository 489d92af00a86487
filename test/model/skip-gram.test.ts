import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { convertMatrix, floatMatrix, type NumberFormat } from '../../packages/core/dist/math/matrix.js';
import { pathsFromParents } from '../../packages/core/dist/model/huffman.js';
import {
  logProbability,
  logProbabilityOfVector,
  type SkipGramModel,
} from '../../packages/core/dist/model/skip-gram.js';
import { createVocabulary } from '../../packages/core/dist/model/vocabulary.js';
import { anyTree } from './sample-trees.js';

const V = 17;
const D = 5;
const vectors = (rows: number) =>
  fc
    .array(fc.double({ min: -8, max: 8, noNaN: true }), { minLength: rows * D, maxLength: rows * D })
    .map((numbers) => floatMatrix(Float32Array.from(numbers), rows, D));
const model = (format: NumberFormat): fc.Arbitrary<SkipGramModel> =>
  fc.record({
    vocabulary: fc.constant(
      createVocabulary({
        words: Array.from({ length: V }, (_, w) => `w${w}`),
        counts: new Float64Array(V).fill(1),
      }),
    ),
    tree: anyTree(V).map(pathsFromParents),
    inputVectors: vectors(V).map((matrix) => convertMatrix(matrix, format)),
    nodeVectors: vectors(V - 1).map((matrix) => convertMatrix(matrix, format)),
  });

/** Two words, one node: log p is log σ(±x·θ) of one product. */
function twoWords(x: number, theta: number): SkipGramModel {
  return {
    vocabulary: createVocabulary({ words: ['a', 'b'], counts: Float64Array.of(2, 1) }),
    tree: pathsFromParents({ parents: Int32Array.of(0, 0, -1), codes: Uint8Array.of(0, 1, 0) }),
    inputVectors: floatMatrix(Float32Array.of(x, 0), 2, 1),
    nodeVectors: floatMatrix(Float32Array.of(theta), 1, 1),
  };
}

describe('logProbability', () => {
  for (const format of ['f32', 'f16', 'int8'] as const) {
    it(`sums to 1 over the vocabulary, ${format}`, () => {
      fc.assert(
        fc.property(model(format), fc.nat(V - 1), (random, input) => {
          let sum = 0;
          for (let output = 0; output < V; output++) {
            const logP = logProbability(random, output, input);
            assert.ok(logP <= 0 && Number.isFinite(logP), `log p = ${logP}`);
            sum += Math.exp(logP);
          }
          assert.ok(Math.abs(sum - 1) < 1e-6, `sums to ${sum}`);
        }),
      );
    });
  }

  // log σ(z) and log σ(−z), computed with 60 decimal digits.
  for (const [z, upper, lower] of [
    [0, -Math.LN2, -Math.LN2],
    [1, -0.3132616875182228, -1.3132616875182228],
    [5, -0.006715348489118068, -5.006715348489118],
    [20, -2.061153620314381e-9, -20.000000002061153],
    [50, -1.9287498479639178e-22, -50],
  ]) {
    it(`is exact at x·θ = ±${z}`, () => {
      const near = (actual: number, expected: number) =>
        assert.ok(Math.abs(actual - expected) <= 4e-16 * Math.abs(expected), `${actual}, expected ${expected}`);
      near(logProbability(twoWords(z / 2, 2), 0, 0), upper);
      near(logProbability(twoWords(z / 2, 2), 1, 0), lower);
      near(logProbability(twoWords(-z / 2, 2), 0, 0), lower);
      near(logProbability(twoWords(-z / 2, 2), 1, 0), upper);
    });
  }

  it('stays finite and exact far outside the range of exp', () => {
    assert.equal(logProbability(twoWords(1000, 4), 1, 0), -4000);
    assert.ok(Math.abs(logProbability(twoWords(1000, 4), 0, 0)) === 0);
  });

  it('takes code 0 for σ(x·θ) and multiplies along the path', () => {
    const three: SkipGramModel = {
      vocabulary: createVocabulary({ words: ['a', 'b', 'c'], counts: Float64Array.of(3, 2, 1) }),
      tree: pathsFromParents({ parents: Int32Array.of(1, 0, 0, 1, -1), codes: Uint8Array.of(0, 0, 1, 1, 0) }),
      inputVectors: floatMatrix(Float32Array.of(1, 2, 0, 0, 0, 0), 3, 2),
      nodeVectors: floatMatrix(Float32Array.of(0.5, 0.25, -1, 1), 2, 2),
    };
    const sigma = (z: number) => 1 / (1 + Math.exp(-z));
    const p = [sigma(1), sigma(-1) * sigma(1), sigma(-1) * sigma(-1)];
    p.forEach((expected, w) => {
      assert.ok(Math.abs(Math.exp(logProbability(three, w, 0)) - expected) < 1e-15);
      assert.equal(logProbabilityOfVector(three, w, [1, 2]), logProbability(three, w, 0));
    });
  });
});
