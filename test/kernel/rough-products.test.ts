import assert from 'node:assert/strict';
import { test } from 'node:test';
import { RoughProducts } from '../../packages/core/dist/kernel/rough-products.js';

const shapes = [
  [1, 1],
  [3, 5],
  [4, 16],
  [5, 7],
  [129, 128],
  [7, 2000],
  [0, 4],
  [0, 0],
];

test('products are wrong by no more than is said, with WebAssembly and without it', () => {
  for (const [rows, columns] of shapes) {
    const matrix = Float32Array.from({ length: rows * columns }, (_, i) => Math.sin(i * i));
    // A row of zeros, and one that bytes hold badly.
    matrix.fill(0, columns, 2 * columns);
    if (rows > 2) matrix.fill(0.004, 2 * columns, 3 * columns).fill(1, 2 * columns, 2 * columns + 1);
    const directions = [Math.cos, (d: number) => (d === 0 ? 1 : 0), () => 1 / Math.sqrt(columns), () => 0];
    for (const direction of directions) {
      const vector = Float64Array.from({ length: columns }, (_, d) => direction(d));
      for (const useWasm of [true, false]) {
        const all = new RoughProducts(matrix, columns, useWasm);
        const { products, error } = all.of(vector);
        assert.equal(products.length, rows);
        let length = 0;
        products.forEach((product, r) => {
          const row = matrix.subarray(r * columns, (r + 1) * columns);
          const exact = row.reduce((sum, value, d) => sum + value * vector[d], 0);
          length = Math.max(length, Math.hypot(...row));
          assert.ok(Math.abs(product - exact) <= error + 1e-6 * length * Math.hypot(...vector), `${rows} × ${columns}`);
          assert.ok(Math.abs(all.exactly(r, vector) - exact) < 1e-9);
        });
        if (rows > 1) assert.equal(Math.abs(products[1]), 0);
        const bound = 0.02 * length * Math.hypot(...vector);
        assert.ok(error <= bound + 1e-5, `${rows} × ${columns}: the error ${error} tells nothing`);
      }
    }
  }
});

test('the same rows are multiplied with one vector after the other', () => {
  const rows = new RoughProducts(Float32Array.of(1, 0, 0, 1), 2);
  for (const vector of [Float64Array.of(1, 0), Float64Array.of(0, -2), Float64Array.of(0, 0)]) {
    const { products, error } = rows.of(vector);
    assert.ok(Math.abs(products[0] - vector[0]) <= error && Math.abs(products[1] - vector[1]) <= error);
  }
});
