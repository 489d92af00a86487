import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { floatMatrix } from '../../packages/core/dist/math/matrix.js';
import { negativeSampling } from '../../packages/core/dist/model/negative-sampling.js';
import { createVocabulary } from '../../packages/core/dist/model/vocabulary.js';

test('at the optimum of negative sampling the estimate is the true conditional probability', () => {
  const V = 4;
  const joints = fc.array(fc.integer({ min: 1, max: 50 }), { minLength: V * V, maxLength: V * V });
  fc.assert(
    fc.property(joints, fc.integer({ min: 1, max: 20 }), fc.constantFrom(0.75, 1), (joint, negative, noiseExponent) => {
      const rowSum = (w: number) => joint.slice(w * V, (w + 1) * V).reduce((a, b) => a + b, 0);
      const counts = Float64Array.from({ length: V }, (_, k) =>
        joint.filter((_, i) => i % V === k).reduce((a, b) => a + b, 0),
      );
      const noise = counts.reduce((sum, count) => sum + count ** noiseExponent, 0);
      const logP = (k: number, w: number) => Math.log(joint[w * V + k] / rowSum(w));
      // With one-hot input vectors the output vectors can hold the optimum log p − log(negative · P_n) itself.
      const output = Float32Array.from({ length: V * V }, (_, i) => {
        const k = Math.floor(i / V);
        return logP(k, i % V) - Math.log((negative * counts[k] ** noiseExponent) / noise);
      });
      const model = negativeSampling({
        vocabulary: createVocabulary({ words: ['a', 'b', 'c', 'd'], counts }),
        inputVectors: floatMatrix(
          Float32Array.from({ length: V * V }, (_, i) => (i % (V + 1) === 0 ? 1 : 0)),
          V,
          V,
        ),
        outputVectors: floatMatrix(output, V, V),
        negative,
        noiseExponent,
      });
      for (let w = 0; w < V; w++) {
        for (let k = 0; k < V; k++) assert.ok(Math.abs(model.logProbability(k, w) - logP(k, w)) < 1e-5);
      }
      const text = { words: Int32Array.of(0, 2), counts: Float64Array.of(3, 1) };
      const [score] = model.textLogProbabilities([[1]], text);
      assert.ok(Math.abs(score - 3 * logP(0, 1) - logP(2, 1)) < 1e-4);
    }),
    { numRuns: 50 },
  );
});
