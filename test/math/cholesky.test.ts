import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lowerFactor, solveLower } from '../../packages/core/dist/math/cholesky.js';

test('the factor times its transpose is the matrix, and solving by it undoes it', () => {
  const lower = lowerFactor(Float64Array.of(4, 2, 0.6, 2, 5, 1.5, 0.6, 1.5, 3), 3);
  const product = (i: number, j: number) => [0, 1, 2].reduce((sum, k) => sum + lower[3 * i + k] * lower[3 * j + k], 0);
  const near = (a: number, b: number) => assert.ok(Math.abs(a - b) < 1e-12, `${a} is not ${b}`);
  near(product(0, 0), 4);
  near(product(2, 0), 0.6);
  near(product(2, 1), 1.5);
  assert.equal(lower[1], 0);
  const x = [1, -2, 3];
  const b = Float64Array.from(x, (_, i) => x.reduce((sum, value, k) => sum + lower[3 * i + k] * value, 0));
  solveLower(lower, b).forEach((value, i) => {
    near(value, x[i]);
  });
});
