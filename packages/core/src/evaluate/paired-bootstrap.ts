import { nextRandom, randomState } from '../math/random.js';

/** A mean difference with the interval that it lies in 95 times of 100. */
export interface Difference {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

const RESAMPLES = 1000;

/**
 * The mean of a[i] − b[i] over documents, with its 95 % percentile interval over documents resampled with replacement
 * (Efron 1979); the same documents on both sides, so what is hard for both does not widen it.
 *
 * @param seed start of the draws
 */
export function pairedDifference(a: readonly number[], b: readonly number[], seed = 1): Difference {
  const differences = a.map((value, i) => value - b[i]);
  const n = differences.length;
  const mean = differences.reduce((sum, value) => sum + value, 0) / n;
  let state = randomState(seed);
  const means = Float64Array.from({ length: RESAMPLES }, () => {
    let sum = 0;
    for (let i = 0; i < n; i++) {
      state = nextRandom(state);
      sum += differences[Math.floor((state / 2 ** 32) * n)];
    }
    return sum / n;
  }).sort();
  return { mean, low: means[Math.floor(RESAMPLES * 0.025)], high: means[Math.floor(RESAMPLES * 0.975)] };
}
