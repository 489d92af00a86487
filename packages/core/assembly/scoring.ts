/** The two questions a scorer answers, for candidates put into panels by packCandidates. */
import { FLOAT, multiplyAdd, VECTOR } from './lanes';
import { logMixture, softplusOfMinusAbs } from './logistic';
import { loadBlock } from './node-rows';
import { dotPanel, panelBytes, panelCount, storePair } from './panels';
import {
  BLOCK, costs, dots, logShares, maxNodes, ones, PANEL, PANEL_ROW, panels, pathEnds, results, scores, steps, weights, zeros,
} from './scoring-state';

/**
 * scores[c] −= Σ_i zeros_i · softplus(−x_c·θ_i) + ones_i · softplus(x_c·θ_i) over the first `nodeCount` of `nodeIds`.
 */
export function scoreTally(nodeCount: usize, candidateCount: usize): void {
  for (let first: usize = 0; first < nodeCount; first += BLOCK) {
    const count = min(BLOCK, nodeCount - first);
    loadBlock(first, count);
    for (let p: usize = 0; p < panelCount(candidateCount); p++) {
      dotPanel(panels + p * panelBytes(), count);
      subtractTally(scores + p * PANEL * sizeof<f64>(), first, count);
    }
  }
}

/**
 * The sum over a block. With softplus(±x) = log(1 + e^−|x|) + max(±x, 0) the logarithm is taken once for both codes,
 * and as no term is negative nothing cancels. Within a block 32-bit sums are exact enough; blocks add up in 64 bits.
 */
@inline
function subtractTally(scoresOfPanel: usize, first: usize, count: usize): void {
  let a = f32x4.splat(0);
  let b = a;
  for (let i: usize = 0; i < count; i++) {
    const zero = v128.load32_splat(zeros + (first + i) * FLOAT);
    const one = v128.load32_splat(ones + (first + i) * FLOAT);
    a = addTallied(a, v128.load(dots + i * PANEL_ROW), zero, one);
    b = addTallied(b, v128.load(dots + i * PANEL_ROW, VECTOR), zero, one);
  }
  subtractLanes(scoresOfPanel, a);
  subtractLanes(scoresOfPanel + 4 * sizeof<f64>(), b);
}

/** sum + zero · softplus(−x) + one · softplus(x). */
@inline
function addTallied(sum: v128, x: v128, zero: v128, one: v128): v128 {
  const nothing = f32x4.splat(0);
  sum = multiplyAdd(f32x4.add(zero, one), softplusOfMinusAbs(x), sum);
  sum = multiplyAdd(zero, f32x4.max(f32x4.neg(x), nothing), sum);
  return multiplyAdd(one, f32x4.max(x, nothing), sum);
}

@inline
function subtractLanes(to: usize, a: v128): void {
  v128.store(to, f64x2.sub(v128.load(to), f64x2.promote_low_f32x4(a)));
  const high = v128.shuffle<i64>(a, a, 1, 0);
  v128.store(to, f64x2.sub(v128.load(to, VECTOR), f64x2.promote_low_f32x4(high)), VECTOR);
}

/**
 * results[c, k] = −Σ costs along path k, over paths whose nodes are the first `nodeCount` of `nodeIds`: every node is
 * worked out once per candidate, however many paths share it. With λ > 0 what the mixture makes of it,
 * weights_k · log(λ·exp(results[c, k] − logShares_k) + 1 − λ).
 */
export function logProbabilities(nodeCount: usize, candidateCount: usize, wordCount: usize, lambda: f32): void {
  for (let first: usize = 0; first < nodeCount; first += BLOCK) {
    const count = min(BLOCK, nodeCount - first);
    loadBlock(first, count);
    for (let p: usize = 0; p < panelCount(candidateCount); p++) {
      dotPanel(panels + p * panelBytes(), count);
      dotsToCosts(costs + (p * maxNodes + first) * 2 * PANEL_ROW, count);
    }
  }
  for (let p: usize = 0; p < panelCount(candidateCount); p++) {
    sumPaths(costs + p * maxNodes * 2 * PANEL_ROW, results + p * PANEL * wordCount * FLOAT, wordCount, lambda);
  }
}

/** softplus(−x) for code 0 and softplus(x) for code 1. */
@inline
function dotsToCosts(to: usize, count: usize): void {
  const nothing = f32x4.splat(0);
  for (let i: usize = 0; i < count; i++, to += 2 * PANEL_ROW) {
    const a = v128.load(dots + i * PANEL_ROW);
    const b = v128.load(dots + i * PANEL_ROW, VECTOR);
    const commonA = softplusOfMinusAbs(a);
    const commonB = softplusOfMinusAbs(b);
    storePair(
      to,
      f32x4.add(commonA, f32x4.max(f32x4.neg(a), nothing)),
      f32x4.add(commonB, f32x4.max(f32x4.neg(b), nothing)),
    );
    storePair(to + PANEL_ROW, f32x4.add(commonA, f32x4.max(a, nothing)), f32x4.add(commonB, f32x4.max(b, nothing)));
  }
}

@inline
function sumPaths(costsOfPanel: usize, to: usize, wordCount: usize, lambda: f32): void {
  let step = steps;
  const rowBytes = wordCount * FLOAT;
  for (let k: usize = 0; k < wordCount; k++, to += FLOAT) {
    const end = steps + (<usize>load<u32>(pathEnds + (k << 2)) << 2);
    let a = f32x4.splat(0);
    let b = a;
    for (; step < end; step += 4) {
      const cost = costsOfPanel + <usize>load<u32>(step) * PANEL_ROW;
      a = f32x4.sub(a, v128.load(cost));
      b = f32x4.sub(b, v128.load(cost, VECTOR));
    }
    if (lambda > 0) {
      const share = v128.load32_splat(logShares + k * FLOAT);
      const weight = v128.load32_splat(weights + k * FLOAT);
      a = f32x4.mul(weight, logMixture(f32x4.sub(a, share), lambda));
      b = f32x4.mul(weight, logMixture(f32x4.sub(b, share), lambda));
    }
    v128.store_lane<f32>(to, a, 0);
    v128.store_lane<f32>(to + rowBytes, a, 1);
    v128.store_lane<f32>(to + 2 * rowBytes, a, 2);
    v128.store_lane<f32>(to + 3 * rowBytes, a, 3);
    v128.store_lane<f32>(to + 4 * rowBytes, b, 0);
    v128.store_lane<f32>(to + 5 * rowBytes, b, 1);
    v128.store_lane<f32>(to + 6 * rowBytes, b, 2);
    v128.store_lane<f32>(to + 7 * rowBytes, b, 3);
  }
}
