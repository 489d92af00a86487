/**
 * The update of one centre word's path by a batch of context words.
 *
 * By definition the pairs of a window come one after the other, and each finds the node vectors as the pairs before
 * left them. Done literally, that means to load and store the whole path for every pair. But within a window pair k has
 * moved node j by g_kj · x_k and nothing else, so what pair i finds can be worked out from what was there at first:
 *
 *     x_i · θ_j    =  x_i · θ_j(first)       +  Σ_{k<i} g_kj · (x_k · x_i)
 *     step of x_i  =  Σ_j g_ij · θ_j(first)  +  Σ_{k<i} h_ik · x_k ,     h_ik = Σ_j g_ij · g_kj
 *
 * so that a batch is a few small matrix products with a little arithmetic on their results in between. Every vector is
 * loaded once per batch instead of once per pair, and the outcome is that of the definition up to rounding.
 *
 * The extra terms grow with the square of the batch while the savings level off: hence batches of four words. A word
 * must not come twice in a batch, since its second pair has to find what the first has done to it.
 */
import { FLOAT, multiplyAdd, sumLanes, VECTOR } from './lanes';
import { sigmoid, softplusOfMinusAbs } from './logistic';
import { addFourRows, addRows, dotPairsOfFour, dotRows } from './products';
import {
  BATCH, contextCopies, contextRows, factorBytes, factors, frozenInputs, labels, mask, overlaps, pathRows, rowBytes,
} from './training-state';

const POINTER = sizeof<usize>();

/**
 * Works on `contextRows`, and on `pathRows`, `labels` and `mask` of the centre word.
 *
 * @param contexts 1 … BATCH, all different
 * @param pathLength rounded up to a multiple of 4, as the lists are
 * @param sampled whether to sum the loss
 * @returns Σ −log p(centre | context) before the update of each pair, or 0
 */
export function updateBatch(contexts: usize, pathLength: usize, learningRate: f32, sampled: bool): f64 {
  const bytes = rowBytes;
  copyContexts(contexts, bytes);

  for (let i: usize = 0; i < contexts; i += 2) {
    const x = contextCopies + i * bytes;
    const products = factors + i * factorBytes;
    dotRows(x, x + bytes, pathRows, pathLength, bytes, products, products + factorBytes);
  }
  dotPairsOfFour(contextCopies, bytes, overlaps);

  let loss: f64 = 0;
  let overlap = overlaps;
  for (let i: usize = 0; i < contexts; i++) {
    const row = factors + i * factorBytes;
    addEarlierPairs(row, i, pathLength, overlap);
    if (sampled) loss += rowLoss(row, pathLength);
    dotsToGradients(row, pathLength, learningRate);
    weighEarlierPairs(row, i, pathLength);
    overlap += i * FLOAT;
  }

  for (let i: usize = 0; i < contexts && !frozenInputs; i += 2) {
    const row = factors + i * factorBytes;
    addRows(load<usize>(contextRows + i * POINTER), load<usize>(contextRows + i * POINTER, POINTER),
      row, row + factorBytes, FLOAT, pathRows, pathLength + i + 1, bytes);
  }
  // Three or four rows are best kept in registers while the nodes go by (a missing one with the factor 0); with two, the
  // general product has less to do.
  if (contexts > 2) {
    for (let i = contexts; i < BATCH; i++) memory.fill(factors + i * factorBytes, 0, pathLength * FLOAT);
    addFourRows(pathRows, pathLength, factors, factorBytes, contextCopies, bytes);
  } else {
    for (let j: usize = 0; j < pathLength; j += 2) {
      const column = factors + j * FLOAT;
      addRows(load<usize>(pathRows + j * POINTER), load<usize>(pathRows + j * POINTER, POINTER),
        column, column + FLOAT, factorBytes, pathRows + pathLength * POINTER, contexts, bytes);
    }
  }
  return loss;
}

/** What the context words are before this batch. */
@inline
function copyContexts(contexts: usize, bytes: usize): void {
  for (let i: usize = 0; i < contexts; i++) {
    const from = load<usize>(contextRows + i * POINTER);
    const to = contextCopies + i * bytes;
    for (let d: usize = 0; d < bytes; d += VECTOR) v128.store(to + d, v128.load(from + d));
  }
}

/** x_i · θ_j += Σ_{k<i} g_kj · (x_k · x_i), for all nodes j. */
@inline
function addEarlierPairs(row: usize, i: usize, pathLength: usize, overlap: usize): void {
  for (let j: usize = 0; j < pathLength * FLOAT; j += VECTOR) {
    let dots = v128.load(row + j);
    let earlier = factors + j;
    for (let k: usize = 0; k < i; k++, earlier += factorBytes) {
      dots = multiplyAdd(v128.load(earlier), v128.load32_splat(overlap + k * FLOAT), dots);
    }
    v128.store(row + j, dots);
  }
}

/** g_ij = (label_j − σ(x_i · θ_j)) · learningRate, 0 behind the end of the path. */
@inline
function dotsToGradients(row: usize, pathLength: usize, learningRate: f32): void {
  const rate = f32x4.splat(learningRate);
  for (let j: usize = 0; j < pathLength * FLOAT; j += VECTOR) {
    const error = f32x4.sub(v128.load(labels + j), sigmoid(v128.load(row + j)));
    v128.store(row + j, f32x4.mul(error, f32x4.mul(rate, v128.load(mask + j))));
  }
}

/** h_ik = Σ_j g_ij · g_kj for k < i, and 0 for k = i, behind the gradients. */
@inline
function weighEarlierPairs(row: usize, i: usize, pathLength: usize): void {
  const weights = row + pathLength * FLOAT;
  let earlier = factors;
  for (let k: usize = 0; k < i; k++, earlier += factorBytes) {
    let sum = f32x4.splat(0);
    for (let j: usize = 0; j < pathLength * FLOAT; j += VECTOR) {
      sum = multiplyAdd(v128.load(row + j), v128.load(earlier + j), sum);
    }
    store<f32>(weights + k * FLOAT, sumLanes(sum));
  }
  store<f32>(weights + i * FLOAT, 0);
}

/** −log p = Σ_j softplus(x · θ_j where the code is 1, −x · θ_j where it is 0). */
function rowLoss(row: usize, pathLength: usize): f64 {
  let sum = f32x4.splat(0);
  for (let j: usize = 0; j < pathLength * FLOAT; j += VECTOR) {
    const dots = v128.load(row + j);
    const against = v128.bitselect(f32x4.neg(dots), dots, f32x4.gt(v128.load(labels + j), f32x4.splat(0.5)));
    const softplus = f32x4.add(softplusOfMinusAbs(dots), f32x4.max(against, f32x4.splat(0)));
    sum = multiplyAdd(softplus, v128.load(mask + j), sum);
  }
  return sumLanes(sum);
}
