import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { halfToNumber, numberToHalf } from '../../packages/core/dist/math/half.js';
import {
  addRows,
  convertMatrix,
  copyRow,
  floatMatrix,
  hasOnlyFiniteNumbers,
  toFloats,
} from '../../packages/core/dist/math/matrix.js';

const floats = fc.oneof(
  fc.array(fc.float({ noNaN: true, noDefaultInfinity: true }), { minLength: 12, maxLength: 12 }),
  fc.array(fc.float({ noNaN: true, min: -1, max: 1 }), { minLength: 12, maxLength: 12 }),
  fc.array(fc.float({ noNaN: true, min: Math.fround(-1e-41), max: Math.fround(1e-41) }), {
    minLength: 12,
    maxLength: 12,
  }),
);

describe('matrices', () => {
  it('int8 is off by at most half a scale, for subnormal numbers, too', () => {
    fc.assert(
      fc.property(floats, (numbers) => {
        const matrix = convertMatrix(floatMatrix(Float32Array.from(numbers), 3, 4), 'int8');
        assert.ok(matrix.format === 'int8');
        const row = new Float64Array(4);
        for (let r = 0; r < 3; r++) {
          copyRow(matrix, r, row);
          row.forEach((value, d) => {
            const error = Math.abs(value - numbers[4 * r + d]);
            assert.ok(error <= (matrix.scales[r] / 2) * (1 + 1e-6), `${numbers[4 * r + d]} became ${value}`);
          });
        }
      }),
      { numRuns: 500 },
    );
  });

  it('int8 keeps the largest number of a row and writes zeros as zeros', () => {
    const matrix = convertMatrix(floatMatrix(Float32Array.of(127, -64, 0.4, 0, 0, 0), 2, 3), 'int8');
    assert.deepEqual([...toFloats(matrix)], [127, -64, 0, 0, 0, 0]);
  });

  it('f16 rounds each number', () => {
    const numbers = [0.1, -3.3, 1e-7, 60000];
    const matrix = convertMatrix(floatMatrix(Float32Array.from(numbers), 2, 2), 'f16');
    assert.deepEqual(
      [...toFloats(matrix)],
      numbers.map((n) => halfToNumber(numberToHalf(n))),
    );
  });

  it('copies a row to a place in a larger array', () => {
    const out = new Float32Array(5).fill(9);
    copyRow(floatMatrix(Float32Array.of(1, 2, 3, 4), 2, 2), 1, out, 2);
    assert.deepEqual([...out], [9, 9, 3, 4, 9]);
  });

  it('converts to its own format by doing nothing, to f32 and back by losing nothing', () => {
    for (const format of ['f32', 'f16', 'int8'] as const) {
      const matrix = convertMatrix(floatMatrix(Float32Array.of(0.5, -1, 0.25, 1), 2, 2), format);
      assert.equal(convertMatrix(matrix, format), matrix);
      assert.deepEqual(convertMatrix(convertMatrix(matrix, 'f32'), format), matrix);
    }
  });

  it('refuses data of another size', () => {
    assert.throws(() => floatMatrix(new Float32Array(5), 2, 3), /2 × 3 needs 6 numbers, got 5/);
  });

  it('finds infinity and NaN in every format', () => {
    for (const bad of [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]) {
      const matrix = floatMatrix(Float32Array.of(1, bad, 3, 4), 2, 2);
      for (const format of ['f32', 'f16', 'int8'] as const) {
        assert.equal(hasOnlyFiniteNumbers(convertMatrix(matrix, format)), false, `${bad} in ${format}`);
      }
    }
    assert.equal(hasOnlyFiniteNumbers(floatMatrix(Float32Array.of(3.4e38, -3.4e38, 0, -0), 2, 2)), true);
    assert.equal(hasOnlyFiniteNumbers(convertMatrix(floatMatrix(Float32Array.of(65520, 1), 1, 2), 'f16')), false);
  });
});

describe('addRows', () => {
  it('adds as many rows as are asked for, also one twice, in every format', () => {
    const floats = floatMatrix(
      Float32Array.from({ length: 60 }, (_, i) => Math.sin(i)),
      12,
      5,
    );
    for (const format of ['f32', 'f16', 'int8'] as const) {
      const matrix = convertMatrix(floats, format);
      for (let count = 0; count < 10; count++) {
        const rows = Array.from({ length: count }, (_, i) => (5 * i) % 7);
        const factors = rows.map((_, i) => i - 2.5);
        const found = new Float64Array(5).fill(1);
        addRows(matrix, rows, factors, found);
        const row = new Float64Array(5);
        const expected = new Float64Array(5).fill(1);
        rows.forEach((from, i) => {
          copyRow(matrix, from, row);
          for (let d = 0; d < 5; d++) expected[d] += factors[i] * row[d];
        });
        for (let d = 0; d < 5; d++) assert.ok(Math.abs(found[d] - expected[d]) < 1e-9, `${format}, ${count} rows`);
      }
    }
  });
});
