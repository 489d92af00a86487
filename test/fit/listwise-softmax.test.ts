import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type CandidateList, fitListwise, scoresOf } from '../../packages/core/dist/fit/listwise-softmax.js';
import { minimizeConvex, solvePositive } from '../../packages/core/dist/fit/minimize-convex.js';
import { nextRandom, randomState } from '../../packages/core/dist/math/random.js';

const TERMS = 4;
let state = randomState(7);
const random = () => {
  state = nextRandom(state);
  return state / 2 ** 32;
};

/** Lists whose three good candidates of twenty are those best by the given weights. */
function listsBy(weights: readonly number[], count: number, scoreScale = 1): CandidateList[] {
  return Array.from({ length: count }, () => {
    const rows = Array.from({ length: 20 }, () => {
      const terms = Array.from({ length: TERMS }, random);
      return { terms, logScore: scoreScale * random() };
    });
    const sumOf = ({ terms, logScore }: (typeof rows)[0]) =>
      terms.reduce((sum, x, i) => sum + weights[i] * x, logScore);
    rows.sort((a, b) => sumOf(b) - sumOf(a));
    return {
      good: 3,
      terms: Float64Array.from(rows.flatMap(({ terms }) => terms)),
      logScores: Float64Array.from(rows, ({ logScore }) => logScore),
    };
  });
}

/** Share of the good that are among the first three by weights. */
function found(lists: readonly CandidateList[], weights: Float64Array): number {
  const hits = lists.map((list) => {
    const scores = scoresOf(list, weights);
    const third = scores.slice().sort().at(-3)!;
    return scores.subarray(0, 3).filter((score) => score >= third).length / 3;
  });
  return hits.reduce((sum, share) => sum + share, 0) / hits.length;
}

test('a system of equations is solved, and a quadratic is smallest where its gradient is 0', () => {
  const matrix = Float64Array.of(4, 2, 0, 2, 5, 1, 0, 1, 3);
  const x = solvePositive(matrix, Float64Array.of(8, 15, 11));
  assert.deepEqual(
    Array.from(x, (value) => Math.round(value * 1e9) / 1e9),
    [1, 2, 3],
  );
  const point = minimizeConvex(
    (p) => ({
      // (p0 − 3)⁴ + (p1 + 1)²
      value: (p[0] - 3) ** 4 + (p[1] + 1) ** 2,
      gradient: Float64Array.of(4 * (p[0] - 3) ** 3, 2 * (p[1] + 1)),
      hessian: Float64Array.of(12 * (p[0] - 3) ** 2 + 1e-12, 0, 0, 2),
    }),
    Float64Array.of(10, 10),
  );
  assert.ok(Math.abs(point[0] - 3) < 0.1 && Math.abs(point[1] + 1) < 1e-3, `${point}`);
});

test('weights that made the labels are found from others', () => {
  const planted = [3, -2, 0, 5];
  const train = listsBy(planted, 60);
  const held = listsBy(planted, 200);
  const start = Float64Array.of(-1, 1, 4, 0);
  const fitted = fitListwise(train, start, 0.1);
  assert.ok(found(held, start) < 0.5, `${found(held, start)}`);
  assert.ok(found(held, fitted) > 0.85, `${found(held, fitted)}`);
});

test('a strong ridge keeps the weights where they start, whatever scale they are on', () => {
  const lists = listsBy([3, -2, 0, 5], 30);
  for (const start of [Float64Array.of(-1, 1, 4, 0), Float64Array.of(-10, 10, 40, 0)]) {
    const moved = fitListwise(lists, start, 1e7).map((w, i) => Math.abs(w - start[i]));
    assert.ok(Math.max(...moved) < 0.05, `${moved}`);
  }
});

test('the fit is a minimum: no weight can be moved to a smaller loss', () => {
  const lists = listsBy([1, 2, 3, 4], 10);
  const start = new Float64Array(TERMS);
  // Where the search begins does not matter.
  const fitted = fitListwise(lists, start, 5);
  const again = fitListwise(lists, start, 5, Float64Array.of(5, -5, 5, -5));
  for (let i = 0; i < TERMS; i++) assert.ok(Math.abs(fitted[i] - again[i]) < 0.02, `${fitted} and ${again}`);
});

test('a term that never differs keeps its weight', () => {
  const lists = listsBy([3, -2, 0, 5], 30).map(({ terms, ...list }) => ({
    ...list,
    terms: terms.map((x, at) => (at % TERMS === 2 ? 1 : x)),
  }));
  const fitted = fitListwise(lists, Float64Array.of(0, 0, 7, 0), 1);
  assert.ok(Math.abs(fitted[2] - 7) < 1e-6, `${fitted}`);
});

test('scores of any size are no trouble', () => {
  const lists = listsBy([3, -2, 0, 5], 30, 1000);
  const fitted = fitListwise(lists, new Float64Array(TERMS), 1);
  assert.ok(fitted.every(Number.isFinite), `${fitted}`);
});
