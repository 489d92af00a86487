import { featureNames } from './tag-weights.js';

/** A text that people tagged, as the weights see it. C = tags that are compared. */
export interface FittingText {
  /** (C, features). */
  readonly features: Float64Array;
  /** (C) how many tags of the list each row stands for, ≥ 1: of those that are not among the best a few are drawn. */
  readonly counts: Float64Array;
  /** Rows of the tags that people gave. */
  readonly given: readonly number[];
}

const STEPS = 120;
const RATE = 0.3;

/**
 * Weights by which the tags that people gave are the most probable ones among those compared: the maximum of
 * Σ over texts of the mean log softmax of the given tags, less pull/2 · Σ (w − w₀)². By AdaGrad, the same numbers each time.
 *
 * @param start (features) w₀
 * @param pull how many texts the start is worth
 * @returns (features)
 */
export function fitWeights(texts: readonly FittingText[], start: Float64Array, pull: number): Float64Array {
  const F = featureNames.length;
  const weights = start.slice();
  const squares = new Float64Array(F);
  const gradient = new Float64Array(F);
  for (let step = 0; step < STEPS; step++) {
    gradient.fill(0);
    for (const text of texts) addGradient(text, weights, gradient);
    for (let f = 0; f < F; f++) {
      const slope = (gradient[f] - pull * (weights[f] - start[f])) / texts.length;
      squares[f] += slope * slope;
      if (slope !== 0) weights[f] += (RATE * slope) / Math.sqrt(squares[f]);
    }
  }
  return weights;
}

function addGradient({ features, counts, given }: FittingText, weights: Float64Array, gradient: Float64Array): void {
  const F = weights.length;
  const C = features.length / F;
  const scores = new Float64Array(C);
  let largest = Number.NEGATIVE_INFINITY;
  for (let c = 0; c < C; c++) {
    for (let f = 0; f < F; f++) scores[c] += weights[f] * features[c * F + f];
    largest = Math.max(largest, scores[c]);
  }
  let sum = 0;
  for (let c = 0; c < C; c++) {
    scores[c] = counts[c] * Math.exp(scores[c] - largest);
    sum += scores[c];
  }
  for (let c = 0; c < C; c++) {
    for (let f = 0; f < F; f++) gradient[f] -= (scores[c] / sum) * features[c * F + f];
  }
  for (const c of given) for (let f = 0; f < F; f++) gradient[f] += features[c * F + f] / given.length;
}

/**
 * Slope and offset by which the probability of a score is 1 / (1 + e^−(slope · score + offset)), by logistic regression
 * with the targets of Platt (1999): no probability is 0 or 1. By Newton's method.
 */
export function fitCalibration(
  scores: readonly number[],
  isGiven: readonly boolean[],
): { slope: number; offset: number } | undefined {
  const positive = isGiven.filter(Boolean).length;
  const negative = isGiven.length - positive;
  if (positive < LEAST_GIVEN || negative < LEAST_GIVEN) return undefined;
  const targets = isGiven.map((given) => (given ? (positive + 1) / (positive + 2) : 1 / (negative + 2)));
  let slope = 1;
  let offset = Math.log(positive / negative) - scores.reduce((sum, score) => sum + score, 0) / scores.length;
  for (let step = 0; step < 50; step++) {
    let [gs, go, hss, hso, hoo] = [0, 0, 1e-6, 0, 1e-6];
    scores.forEach((score, i) => {
      const p = 1 / (1 + Math.exp(-(slope * score + offset)));
      const error = targets[i] - p;
      const curve = p * (1 - p);
      gs += error * score;
      go += error;
      hss += curve * score * score;
      hso += curve * score;
      hoo += curve;
    });
    const determinant = hss * hoo - hso * hso;
    if (!(determinant > 1e-12)) break;
    const change = [(hoo * gs - hso * go) / determinant, (hss * go - hso * gs) / determinant];
    // A step too far would leave the curve flat.
    const scale = Math.min(1, 2 / Math.max(Math.abs(change[0]), Math.abs(change[1]), 1e-12));
    slope += scale * change[0];
    offset += scale * change[1];
    if (Math.abs(change[0]) + Math.abs(change[1]) < 1e-9) break;
  }
  // A better score is never less probable.
  return slope > 0 && Number.isFinite(offset) ? { slope, offset } : undefined;
}

/** Fewer tags that people gave, or did not give, tell no probability. */
const LEAST_GIVEN = 20;
