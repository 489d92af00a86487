/**
 * The update of one centre word's path by a batch of context words.
 *
 * By definition the pairs of a window come one after the other, and each finds the node vectors as the pairs before
 * left them. Word by word that means to load and store the whole path for every pair. But within a window pair k has
 * moved node j by g_kj · x_k and nothing else, so what pair i finds can be worked out from what was there at first:
 *
 *     x_i · θ_j  =  x_i · θ_j(first)  +  Σ_{k<i} g_kj · (x_k · x_i)
 *     step of x_i = Σ_j g_ij · θ_j    =  Σ_j g_ij · θ_j(first)  +  Σ_{k<i} h_ik · x_k ,     h_ik = Σ_j g_ij · g_kj
 *
 * so that a batch is three small matrix products, over a tile that holds the path and the context words side by side,
 * with a little arithmetic on their results in between. Every vector is loaded once per batch instead of once per pair,
 * and the outcome is that of the definition up to rounding.
 *
 * The extra terms grow with the square of the batch, the savings end once the batch fills the registers of a tile;
 * hence batches of BATCH words. One word must not come twice in a batch, since its second pair has to find what the
 * first has done to it.
 */
import { FLOAT, multiplyAdd, sumLanes, VECTOR } from './lanes';
import { sigmoid, softplusOfMinusAbs } from './logistic';
import { addRows, dotRows } from './products';
import { BATCH, contextRows, factors, labels, mask, nodeRows, rowBytes, spareRow, tile } from './training-state';

const POINTER = sizeof<usize>();

/**
 * @param contexts how many of `contextRows` are set, 1 … BATCH, all different
 * @param pathLength how many of `nodeRows` and `labels` are set
 * @param sampled whether to sum the loss
 * @returns Σ −log p(centre | context) before the update of each pair, or 0
 */
export function updateBatch(contexts: usize, pathLength: usize, learningRate: f32, sampled: bool): f64 {
  const paddedLength = (pathLength + 3) & ~3;
  const contextTile = tile + paddedLength * rowBytes;
  const factorBytes = (paddedLength + BATCH) * FLOAT;
  copyRows(tile, nodeRows, pathLength);
  copyRows(contextTile, contextRows, contexts);

  for (let i: usize = 0; i < contexts; i += 2) {
    const x = contextTile + i * rowBytes;
    const products = factors + i * factorBytes;
    dotRows(x, x + rowBytes, tile, paddedLength + i + 1, rowBytes, products, products + factorBytes);
  }

  let loss: f64 = 0;
  for (let i: usize = 0; i < contexts; i++) {
    const row = factors + i * factorBytes;
    addEarlierPairs(row, i, paddedLength, factorBytes);
    if (sampled) loss += rowLoss(row, paddedLength);
    dotsToGradients(row, paddedLength, learningRate);
    weighEarlierPairs(row, i, paddedLength, factorBytes);
  }

  for (let j: usize = 0; j < pathLength; j += 2) {
    const column = factors + j * FLOAT;
    addRows(rowAt(nodeRows, j, pathLength), rowAt(nodeRows, j + 1, pathLength),
      column, column + FLOAT, factorBytes, contextTile, contexts, rowBytes);
  }
  for (let i: usize = 0; i < contexts; i += 2) {
    const row = factors + i * factorBytes;
    addRows(rowAt(contextRows, i, contexts), rowAt(contextRows, i + 1, contexts),
      row, row + factorBytes, FLOAT, tile, paddedLength + i + 1, rowBytes);
  }
  return loss;
}

/** Row `index` of a list, or the spare row behind its end: tiles are two rows high. */
@inline
function rowAt(list: usize, index: usize, length: usize): usize {
  return index < length ? load<usize>(list + index * POINTER) : spareRow;
}

function copyRows(to: usize, list: usize, count: usize): void {
  for (let i: usize = 0; i < count; i++, to += rowBytes) {
    const from = load<usize>(list + i * POINTER);
    for (let d: usize = 0; d < rowBytes; d += VECTOR) v128.store(to + d, v128.load(from + d));
  }
}

/** x_i · θ_j += Σ_{k<i} g_kj · (x_k · x_i), for all nodes j. */
@inline
function addEarlierPairs(row: usize, i: usize, paddedLength: usize, factorBytes: usize): void {
  const overlaps = row + paddedLength * FLOAT;
  for (let j: usize = 0; j < paddedLength * FLOAT; j += VECTOR) {
    let dots = v128.load(row + j);
    let earlier = factors + j;
    for (let k: usize = 0; k < i; k++, earlier += factorBytes) {
      dots = multiplyAdd(v128.load(earlier), v128.load32_splat(overlaps + k * FLOAT), dots);
    }
    v128.store(row + j, dots);
  }
}

/** g_ij = (label_j − σ(x_i · θ_j)) · learningRate, 0 behind the end of the path. */
@inline
function dotsToGradients(row: usize, paddedLength: usize, learningRate: f32): void {
  const rate = f32x4.splat(learningRate);
  for (let j: usize = 0; j < paddedLength * FLOAT; j += VECTOR) {
    const error = f32x4.sub(v128.load(labels + j), sigmoid(v128.load(row + j)));
    v128.store(row + j, f32x4.mul(error, f32x4.mul(rate, v128.load(mask + j))));
  }
}

/** h_ik = Σ_j g_ij · g_kj for k < i takes the place of x_k · x_i; that of x_i with itself becomes 0. */
@inline
function weighEarlierPairs(row: usize, i: usize, paddedLength: usize, factorBytes: usize): void {
  const weights = row + paddedLength * FLOAT;
  let earlier = factors;
  for (let k: usize = 0; k < i; k++, earlier += factorBytes) {
    let sum = f32x4.splat(0);
    for (let j: usize = 0; j < paddedLength * FLOAT; j += VECTOR) {
      sum = multiplyAdd(v128.load(row + j), v128.load(earlier + j), sum);
    }
    store<f32>(weights + k * FLOAT, sumLanes(sum));
  }
  store<f32>(weights + i * FLOAT, 0);
}

/** −log p = Σ_j softplus(x · θ_j where the code is 1, −x · θ_j where it is 0). */
function rowLoss(row: usize, paddedLength: usize): f64 {
  let sum = f32x4.splat(0);
  for (let j: usize = 0; j < paddedLength * FLOAT; j += VECTOR) {
    const dots = v128.load(row + j);
    const against = v128.bitselect(f32x4.neg(dots), dots, f32x4.gt(v128.load(labels + j), f32x4.splat(0.5)));
    const softplus = f32x4.add(softplusOfMinusAbs(dots), f32x4.max(against, f32x4.splat(0)));
    sum = multiplyAdd(softplus, v128.load(mask + j), sum);
  }
  return sumLanes(sum);
}
