import { type Expansion, minimizeConvex } from './minimize-convex.js';

/** Candidates of a text that are told apart: L of them, the good ones first. */
export interface CandidateList {
  /** How many are good. */
  readonly good: number;
  /** (L, n) row-major: the terms of each. */
  readonly terms: Float64Array;
  /** (L) log score without the terms. */
  readonly logScores: Float64Array;
}

/** Probabilities below this count in the mean, but not in the curvature, which is only a guide. */
const NEGLIGIBLE = 1e-4;
/** Of a term that never differs; it keeps its weight. */
const LEAST_VARIANCE = 1e-4;
/** Range and steps of the search for the scale, as logarithms. */
const SCALES = [Math.log(0.02), Math.log(20)] as const;
const SCALE_STEPS = 25;

/**
 * The weights w that make good candidates probable in the softmax over their list (ListNet; Cao et al. 2007), held near
 * those they start from by a ridge:
 *
 *     Σ over lists of −mean over the good of log softmax(t·(log score + w·x)) + strength/2 · Σ_i v_i·(t·(w_i − start_i))²
 *
 * with v_i the variance of term i within lists, and t the scale at which the start explains the lists best: only the order
 * of scores matters, so weights that were fitted to something else may be on any scale.
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
  const scale = scaleOf(lists, start);
  const ridge = variancesOf(lists, start.length).map((v) => strength * (v + LEAST_VARIANCE));
  return minimizeConvex((weights) => {
    const expansion = lossOf(lists, weights, scale);
    addRidge(expansion, weights, start, ridge, scale);
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

/** The t at which weights explain lists best, by golden-section search. */
function scaleOf(lists: readonly CandidateList[], weights: Float64Array): number {
  const scored = lists.map((list) => ({ good: list.good, scores: scoresOf(list, weights) }));
  const loss = (log: number) => {
    const scale = Math.exp(log);
    let sum = 0;
    for (const { good, scores } of scored) {
      sum += logSum(scores, scale);
      for (let l = 0; l < good; l++) sum -= (scale * scores[l]) / good;
    }
    return sum;
  };
  const golden = (Math.sqrt(5) - 1) / 2;
  let [low, high] = SCALES;
  for (let step = 0; step < SCALE_STEPS; step++) {
    const left = high - golden * (high - low);
    const right = low + golden * (high - low);
    if (loss(left) < loss(right)) high = right;
    else low = left;
  }
  return Math.exp((low + high) / 2);
}

/** log Σ exp(scale·score), without overflow. */
function logSum(scores: Float64Array, scale: number): number {
  let most = Number.NEGATIVE_INFINITY;
  for (const score of scores) most = Math.max(most, scale * score);
  let sum = 0;
  for (const score of scores) sum += Math.exp(scale * score - most);
  return Math.log(sum) + most;
}

function lossOf(lists: readonly CandidateList[], weights: Float64Array, scale: number): Expansion & { value: number } {
  const n = weights.length;
  const gradient = new Float64Array(n);
  const hessian = new Float64Array(n * n);
  const mean = new Float64Array(n);
  const apart = new Float64Array(n);
  let value = 0;
  for (const list of lists) {
    const { good, terms } = list;
    const scores = scoresOf(list, weights);
    const total = logSum(scores, scale);
    const shares = scores.map((score) => Math.exp(scale * score - total));
    mean.fill(0);
    for (let l = 0; l < shares.length; l++) {
      for (let i = 0, at = l * n; i < n; i++, at++) mean[i] += shares[l] * terms[at];
    }
    for (let l = 0; l < good; l++) {
      value += (total - scale * scores[l]) / good;
      for (let i = 0, at = l * n; i < n; i++, at++) gradient[i] += (scale * (mean[i] - terms[at])) / good;
    }
    for (let l = 0; l < shares.length; l++) {
      if (shares[l] < NEGLIGIBLE) continue;
      for (let i = 0; i < n; i++) apart[i] = scale * (terms[l * n + i] - mean[i]);
      for (let i = 0; i < n; i++) {
        const by = shares[l] * apart[i];
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
  scale: number,
): void {
  const { gradient, hessian } = expansion;
  const n = weights.length;
  for (let i = 0; i < n; i++) {
    const force = ridge[i] * scale ** 2;
    const moved = weights[i] - start[i];
    expansion.value += (force * moved ** 2) / 2;
    gradient[i] += force * moved;
    hessian[i * n + i] += force;
  }
}
