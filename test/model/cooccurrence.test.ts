import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type CooccurrenceModel, cooccurrence } from '../../packages/core/dist/model/cooccurrence.js';
import { createVocabulary } from '../../packages/core/dist/model/vocabulary.js';

const V = 5;
const count = fc.integer({ min: 1, max: 50 });
const rows = fc.array(
  fc.array(fc.option(fc.tuple(count, fc.boolean()), { nil: undefined }), { minLength: V, maxLength: V }),
  { minLength: V, maxLength: V },
);

/** A model of a table n(w, k); pairs marked false are left out of the rows. */
function modelOf(table: ([number, boolean] | undefined)[][], counts: number[], smoothing: number): CooccurrenceModel {
  const rowOffsets = [0];
  const columns: number[] = [];
  const pairCounts: number[] = [];
  for (const row of table) {
    row.forEach((pair, k) => {
      if (!pair?.[1]) return;
      columns.push(k);
      pairCounts.push(pair[0]);
    });
    rowOffsets.push(columns.length);
  }
  // Where every word has a pair that is kept, nothing can have been left out.
  return {
    vocabulary: createVocabulary({ words: ['a', 'b', 'c', 'd', 'e'], counts: Float64Array.from(counts) }),
    rowOffsets: Uint32Array.from(rowOffsets),
    columns: Uint32Array.from(columns),
    pairCounts: Uint32Array.from(pairCounts),
    rowTotals: Float64Array.from(table, (row) => row.reduce((sum, pair) => sum + (pair?.[0] ?? 0), 0)),
    smoothing,
  };
}

const counts = fc.array(count, { minLength: V, maxLength: V });

test('probabilities sum to 1, whatever was left out, also given several words', () => {
  fc.assert(
    fc.property(rows, counts, fc.double({ min: 1e-3, max: 1e4, noNaN: true }), (table, given, smoothing) => {
      const model = cooccurrence(modelOf(table, given, smoothing));
      for (const condition of [[0], [1], [2, 3, 4]]) {
        const logs = model.logProbabilities([condition], Int32Array.of(0, 1, 2, 3, 4));
        const sum = logs.reduce((total, log) => total + Math.exp(log), 0);
        assert.ok(Math.abs(sum - 1) < 1e-5, `${sum}`);
      }
    }),
  );
});

test('where nothing was left out it is the counted share, mixed with the language at large', () => {
  fc.assert(
    fc.property(rows, counts, fc.double({ min: 1e-3, max: 1e4, noNaN: true }), (table, given, smoothing) => {
      const whole = table.map((row) => row.map((pair) => pair && ([pair[0], true] as [number, boolean])));
      const data = modelOf(whole, given, smoothing);
      const model = cooccurrence(data);
      const all = given.reduce((sum, n) => sum + n, 0);
      const text = { words: Int32Array.of(0, 3), counts: Float64Array.of(2, 1.5) };
      for (let w = 0; w < V; w++) {
        const logP = (k: number) =>
          Math.log(((whole[w][k]?.[0] ?? 0) + (smoothing * given[k]) / all) / (data.rowTotals[w] + smoothing));
        for (let k = 0; k < V; k++) assert.ok(Math.abs(model.logProbability(k, w) - logP(k)) < 1e-9);
        const [score] = model.textLogProbabilities([[w]], text);
        assert.ok(Math.abs(score - 2 * logP(0) - 1.5 * logP(3)) < 1e-9);
      }
    }),
  );
});

test('a vector is not a condition, and the model has none', () => {
  const model = cooccurrence(modelOf(Array(V).fill(Array(V).fill([1, true])), [1, 1, 1, 1, 1], 1));
  assert.throws(() => model.logProbabilities([[new Float32Array(3)]], Int32Array.of(0)), RangeError);
  assert.equal(model.inputVectors, undefined);
  assert.deepEqual([model.estimator, model.exact], ['cooccurrence', true]);
});
