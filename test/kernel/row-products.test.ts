import assert from 'node:assert/strict';
import { test } from 'node:test';
import { RowProducts } from '../../dist/kernel/row-products.js';

test('rows times a vector are the same by WebAssembly and without it, whatever their numbers', () => {
  for (const [rows, columns] of [
    [1, 1],
    [3, 5],
    [4, 8],
    [5, 7],
    [129, 128],
    [0, 4],
    [0, 0],
  ]) {
    const matrix = Float32Array.from({ length: rows * columns }, (_, i) => Math.sin(i));
    const vector = Array.from({ length: columns }, (_, d) => Math.cos(d));
    const fast = new RowProducts(matrix, columns);
    const slow = new RowProducts(matrix, columns, false);
    for (const factor of [1, -2]) {
      const expected = slow.of(vector.map((x) => factor * x));
      const found = fast.of(vector.map((x) => factor * x));
      assert.equal(found.length, rows);
      found.forEach((product, r) => {
        assert.ok(Math.abs(product - expected[r]) < 1e-4, `${rows} × ${columns}, row ${r}`);
      });
    }
  }
});
