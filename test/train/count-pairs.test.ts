import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { countPairs, type PairCounts } from '../../packages/core/dist/train/count-pairs.js';
import { memoryTokenStore } from '../../packages/core/dist/train/token-store.js';

const V = 6;
const document = fc.array(fc.integer({ min: 0, max: V - 1 }), { maxLength: 12 });
const corpus = fc.array(document, { minLength: 1, maxLength: 12 });

function count(documents: number[][], neighbours: number, placesHeld?: number): PairCounts {
  const ids = Int32Array.from(documents.flatMap((tokens) => [...tokens, -1]));
  const counts = new Float64Array(V);
  for (const id of ids) if (id >= 0) counts[id]++;
  const counting = countPairs(memoryTokenStore(ids), counts, neighbours, placesHeld);
  for (;;) {
    const step = counting.next();
    if (step.done) return step.value;
  }
}

/** n(w, k) by the definition, as a map, and n(w). */
function countByDefinition(documents: number[][], w: number) {
  const row = new Map<number, number>();
  let total = 0;
  for (const tokens of documents) {
    if (!tokens.includes(w)) continue;
    const others = tokens.toSpliced(tokens.indexOf(w), 1);
    total += others.length;
    for (const k of others) row.set(k, (row.get(k) ?? 0) + 1);
  }
  return { row, total };
}

const rowOf = ({ rowOffsets, columns, pairCounts }: PairCounts, w: number) =>
  Array.from({ length: rowOffsets[w + 1] - rowOffsets[w] }, (_, i) => {
    const at = rowOffsets[w] + i;
    return [columns[at], pairCounts[at]] as const;
  });

test('counts are those of the definition, for all pairs beyond chance, however few places are held', () => {
  fc.assert(
    fc.property(corpus, fc.integer({ min: 1, max: 40 }), (documents, placesHeld) => {
      const counted = count(documents, V, placesHeld);
      const all = documents.flat();
      for (let w = 0; w < V; w++) {
        const { row, total } = countByDefinition(documents, w);
        const beyondChance = (k: number, n: number) => n > (total * all.filter((id) => id === k).length) / all.length;
        const expected = [...row].filter(([k, n]) => beyondChance(k, n)).sort(([a], [b]) => a - b);
        // A pair exactly at chance may fall either way by rounding.
        const close = ([k, n]: readonly [number, number]) =>
          Math.abs(n - (total * all.filter((id) => id === k).length) / all.length) > 1e-9;
        assert.deepEqual(rowOf(counted, w).filter(close), expected.filter(close));
        assert.equal(counted.rowTotals[w], total);
      }
    }),
  );
});

test('of too many neighbours those stay that say most', () => {
  fc.assert(
    fc.property(corpus, fc.integer({ min: 1, max: 3 }), (documents, neighbours) => {
      const all = documents.flat();
      const complete = count(documents, V);
      const cut = count(documents, neighbours);
      assert.deepEqual(cut.rowTotals, complete.rowTotals);
      for (let w = 0; w < V; w++) {
        const gain = ([k, n]: readonly [number, number]) =>
          Math.fround(n * Math.log(n / ((complete.rowTotals[w] * all.filter((id) => id === k).length) / all.length)));
        const gains = rowOf(complete, w)
          .map(gain)
          .sort((a, b) => b - a);
        const kept = rowOf(cut, w);
        assert.equal(kept.length, Math.min(neighbours, gains.length));
        const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);
        assert.ok(Math.abs(sum(kept.map(gain)) - sum(gains.slice(0, neighbours))) < 1e-4);
        for (const pair of kept) assert.ok(rowOf(complete, w).some(([k, n]) => k === pair[0] && n === pair[1]));
      }
    }),
  );
});

test('documents longer than 1,000 tokens are counted in stretches', () => {
  const long = Array.from({ length: 2300 }, (_, i) => (i < 1000 ? i % 2 : i < 2000 ? 2 + (i % 2) : 4));
  const split = [long.slice(0, 1000), long.slice(1000, 2000), long.slice(2000)];
  assert.deepEqual(count([long, [5, 0]], V), count([...split, [5, 0]], V));
});
