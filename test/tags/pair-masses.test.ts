import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PairMasses } from '../../packages/core/dist/tags/pair-masses.js';
import { packRows } from '../../packages/core/dist/tags/rows.js';

/** Numbers that are sums of a few halves, so that no order of adding rounds. */
function pairs(count: number, seed: number): [row: number, column: number, value: number][] {
  let state = seed;
  const next = (below: number) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return (state >>> 8) % below;
  };
  // Squares: some rows and columns are in very many pairs.
  return Array.from({ length: count }, () => [
    Math.floor(next(60) ** 2 / 12),
    Math.floor(next(80) ** 2 / 7),
    next(4) / 2,
  ]);
}

function summed(all: Iterable<[number, number, number]>, rowCount: number) {
  const rows: Map<number, number>[] = Array.from({ length: rowCount }, () => new Map());
  for (const [row, column, value] of all) rows[row].set(column, (rows[row].get(column) ?? 0) + value);
  return packRows(rows);
}

test('pairs that come in any order are sums by row and column, however many times they are merged', () => {
  for (const count of [0, 1, 100, 4096, 4097, 60_000]) {
    const all = pairs(count, count);
    const masses = new PairMasses();
    for (const pair of all) masses.add(...pair);
    assert.deepEqual(masses.toRows(400), summed(all, 400));
  }
});

test('pairs are added to those of a file, also of new rows and columns', () => {
  const before = pairs(5000, 1).map(([row, column, value]): [number, number, number] => [row >> 2, column >> 2, value]);
  const after = pairs(9000, 2);
  const masses = PairMasses.from(summed(before, 75));
  for (const pair of after) masses.add(...pair);
  assert.deepEqual(masses.toRows(300), summed([...before, ...after], 300));
});
