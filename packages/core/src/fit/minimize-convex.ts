import { lowerFactor, solveLower } from '../math/cholesky.js';

/** A function of n numbers near a point. */
export interface Expansion {
  readonly value: number;
  /** (n) */
  readonly gradient: Float64Array;
  /** (n, n) symmetric, positive definite. */
  readonly hessian: Float64Array;
}

/** Newton steps, at most; a dozen is usual. */
const STEPS = 60;
/** Expected decrease, as a share of the value, that is not worth another step. */
const TOLERANCE = 1e-7;
/** Share of the expected decrease that a step must bring (Armijo), and the shortest step tried. */
const SUFFICIENT = 1e-4;
const SHORTEST = 1e-6;

/**
 * The point at which a strictly convex function is smallest, by Newton's method with backtracking.
 *
 * @param start (n)
 * @returns (n)
 */
export function minimizeConvex(expand: (point: Float64Array) => Expansion, start: Float64Array): Float64Array {
  let point = start;
  let here = expand(point);
  for (let step = 0; step < STEPS; step++) {
    const direction = solvePositive(here.hessian, here.gradient);
    const slope = direction.reduce((sum, d, i) => sum + d * here.gradient[i], 0);
    if (!(slope > TOLERANCE * Math.abs(here.value))) break;
    let size = 1;
    for (; size >= SHORTEST; size /= 2) {
      const next = point.map((p, i) => p - size * direction[i]);
      const there = expand(next);
      if (there.value > here.value - SUFFICIENT * size * slope) continue;
      point = next;
      here = there;
      break;
    }
    if (size < SHORTEST) break;
  }
  return point;
}

/**
 * The x with A·x = b, by Cholesky decomposition.
 *
 * @param matrix A, (n, n) symmetric and positive definite
 * @param b (n)
 */
export function solvePositive(matrix: Float64Array, b: Float64Array): Float64Array {
  const n = b.length;
  const lower = lowerFactor(matrix, n);
  const x = solveLower(lower, Float64Array.from(b));
  for (let i = n - 1; i >= 0; i--) {
    for (let k = i + 1; k < n; k++) x[i] -= lower[k * n + i] * x[k];
    x[i] /= lower[i * n + i];
  }
  return x;
}
