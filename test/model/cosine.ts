import { copyRow } from '../../packages/core/dist/math/matrix.js';
import type { SkipGramModel } from '../../packages/core/dist/model/skip-gram.js';

/** Cosine of the input vectors of two words. */
export function cosineOf({ inputVectors }: SkipGramModel, a: number, b: number): number {
  const [x, y] = [a, b].map((word) => {
    const row = new Float64Array(inputVectors.columns);
    copyRow(inputVectors, word, row);
    return row;
  });
  const dot = (u: Float64Array, v: Float64Array) => u.reduce((sum, value, i) => sum + value * v[i], 0);
  return dot(x, y) / Math.sqrt(dot(x, x) * dot(y, y));
}
