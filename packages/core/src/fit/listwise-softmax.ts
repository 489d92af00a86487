import { type Expansion, minimizeConvex } from './minimize-convex.js';

/** Candidates of a text that are told apart: L of them, the good ones first. */
export interface CandidateList {
  /** How many are good. */
  readonly good: number;
  /** (L, n) row-major: the terms of each. */
  readonly terms: Float64Array;
  /** (L) log score without the terms. */
  readonly logScores: Float64Array;
  /** How much the list counts; 1 if not given. */
  readonly weight?: number;
}

/** Probabilities below this count in the mean, but not in the curvature, which is only a guide. */
const NEGLIGIBLE = 1e-4;
/** Of a term that never differs; it keeps its weight. */
const LEAST_VARIANCE = 1e-4;
/**
 * The weights w that make good candidates probable in the softmax over their list (ListNet; Cao et al. 2007), held near
 * those they start from by a ridge:
 *
 *     Σ over lists of −mean over the good of log softmax(log score + w·x) + strength/2 · Σ_i v_i·(w_i − start_i)²
 *
 * with v_i the variance of term i within lists.
 *
 * @param start (n)
 * @param strength in lists: what is said by many more outweighs the start
 * @param from (n) where the search begins
 * @returns (n)
 */
export function fitListwise(
  lists: readonly CandidateList[],
  start: Float64Array,
  strength: number,
  from: Float64Array = start,
): Float64Array {
  const ridge = variancesOf(lists, start.length).map((v) => strength * (v + LEAST_VARIANCE));
  return minimizeConvex((weights) => {
    const expansion = lossOf(lists, weights);
    addRidge(expansion, weights, start, ridge);
    return expansion;
  }, from);
}

/** (L) log score with the terms. */
export function scoresOf({ terms, logScores }: Omit<CandidateList, 'good'>, weights: Float64Array): Float64Array {
  const n = weights.length;
  return logScores.map((sum, l) => {
    for (let i = 0, at = l * n; i < n; i++, at++) sum += weights[i] * terms[at];
    return sum;
  });
}

/** (n) variance of each term among the candidates of a list, over all lists. */
function variancesOf(lists: readonly CandidateList[], n: number): Float64Array {
  const sums = new Float64Array(n);
  let rows = 0;
  for (const { terms } of lists) {
    const L = terms.length / n;
    rows += L;
    for (let i = 0; i < n; i++) {
      let sum = 0;
      let squares = 0;
      for (let at = i; at < terms.length; at += n) {
        sum += terms[at];
        squares += terms[at] ** 2;
      }
      sums[i] += squares - sum ** 2 / L;
    }
  }
  return sums.map((sum) => sum / rows);
}

/** log Σ exp(score), without overflow. */
function logSum(scores: Float64Array): number {
  let most = Number.NEGATIVE_INFINITY;
  for (const score of scores) most = Math.max(most, score);
  let sum = 0;
  for (const score of scores) sum += Math.exp(score - most);
  return Math.log(sum) + most;
}

function lossOf(lists: readonly CandidateList[], weights: Float64Array): Expansion & { value: number } {
  const n = weights.length;
  const gradient = new Float64Array(n);
  const hessian = new Float64Array(n * n);
  const mean = new Float64Array(n);
  const apart = new Float64Array(n);
  let value = 0;
  for (const list of lists) {
    const { good, terms, weight = 1 } = list;
    const scores = scoresOf(list, weights);
    const total = logSum(scores);
    const shares = scores.map((score) => Math.exp(score - total));
    mean.fill(0);
    for (let l = 0; l < shares.length; l++) {
      for (let i = 0, at = l * n; i < n; i++, at++) mean[i] += shares[l] * terms[at];
    }
    for (let l = 0; l < good; l++) {
      value += (weight * (total - scores[l])) / good;
      for (let i = 0, at = l * n; i < n; i++, at++) gradient[i] += (weight * (mean[i] - terms[at])) / good;
    }
    for (let l = 0; l < shares.length; l++) {
      if (shares[l] < NEGLIGIBLE) continue;
      for (let i = 0; i < n; i++) apart[i] = terms[l * n + i] - mean[i];
      for (let i = 0; i < n; i++) {
        const by = weight * shares[l] * apart[i];
        if (by !== 0) for (let j = 0; j <= i; j++) hessian[i * n + j] += by * apart[j];
      }
    }
  }
  for (let i = 0; i < n; i++) for (let j = 0; j < i; j++) hessian[j * n + i] = hessian[i * n + j];
  return { value, gradient, hessian };
}

function addRidge(
  expansion: { value: number; readonly gradient: Float64Array; readonly hessian: Float64Array },
  weights: Float64Array,
  start: Float64Array,
  ridge: Float64Array,
): void {
  const { gradient, hessian } = expansion;
  const n = weights.length;
  for (let i = 0; i < n; i++) {
    const moved = weights[i] - start[i];
    expansion.value += (ridge[i] * moved ** 2) / 2;
    gradient[i] += ridge[i] * moved;
    hessian[i * n + i] += ridge[i];
  }
}
