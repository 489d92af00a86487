import type { Mixture } from '../math/mixture.js';
import type { NodeTally, ScoringModel, TrainingShape } from './kernel.js';

/**
 * Checks of what callers hand to a kernel. Kernels work on raw memory, where a wrong index reads or writes somewhere
 * else; looking at every index first costs far less than the work that follows.
 */

/** @throws RangeError unless every id is −1 … V − 1 and there are at most `chunkLength` of them. */
export function checkTokenIds(tokenIds: Int32Array, { vocabularySize, chunkLength }: TrainingShape): void {
  if (tokenIds.length > chunkLength) {
    throw new RangeError(`A chunk holds at most ${chunkLength} token ids, got ${tokenIds.length}.`);
  }
  for (let i = 0; i < tokenIds.length; i++) {
    if (tokenIds[i] < -1 || tokenIds[i] >= vocabularySize) {
      throw new RangeError(`Token ids are −1 … ${vocabularySize - 1}, got ${tokenIds[i]}.`);
    }
  }
}

/** @throws RangeError unless all are rows of the input vectors. */
export function checkInputWords(words: ArrayLike<number>, { inputVectors }: ScoringModel): void {
  checkRange(words, inputVectors.rows, 'Input words');
}

/** @throws RangeError unless all are words of the tree. */
export function checkWords(words: ArrayLike<number>, { tree }: ScoringModel): void {
  checkRange(words, tree.offsets.length - 1, 'Output words');
}

/** @throws RangeError unless the three lists have one length and every node is a row of the node vectors. */
export function checkTally({ nodes, zeros, ones }: NodeTally, { nodeVectors }: ScoringModel): void {
  if (zeros.length !== nodes.length || ones.length !== nodes.length) {
    throw new RangeError(`A tally needs lists of one length, got ${nodes.length}, ${zeros.length}, ${ones.length}.`);
  }
  checkRange(nodes, nodeVectors.rows, 'Nodes');
}

/** @throws RangeError unless there is a weight and a share for each output word, and λ is in (0, 1]. */
export function checkMixture({ lambda, logShares, weights }: Mixture, { length }: ArrayLike<number>): void {
  if (logShares.length !== length || weights.length !== length) {
    throw new RangeError(`A mixture for ${length} words has ${logShares.length} shares and ${weights.length} weights.`);
  }
  if (!(lambda > 0 && lambda <= 1)) throw new RangeError(`The share of the model is in (0, 1], got ${lambda}.`);
}

/** @returns how many rows of D numbers `vectors` holds @throws RangeError unless it is a whole number */
export function checkVectors(vectors: Float32Array, { nodeVectors }: ScoringModel): number {
  const count = vectors.length / nodeVectors.columns;
  if (!Number.isInteger(count)) {
    throw new RangeError(`Vectors of ${nodeVectors.columns} numbers were expected, got ${vectors.length} numbers.`);
  }
  return count;
}

function checkRange(indices: ArrayLike<number>, end: number, what: string): void {
  for (let i = 0; i < indices.length; i++) {
    if (!(indices[i] >= 0 && indices[i] < end)) throw new RangeError(`${what} are 0 … ${end - 1}, got ${indices[i]}.`);
  }
}
