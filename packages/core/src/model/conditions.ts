import { copyRow, type Matrix } from '../math/matrix.js';

/**
 * What the words of a text are conditioned on: a word of the vocabulary by its index, a word out of it by its vector
 * (D), or several of them, as a phrase. At least one.
 */
export type Condition = readonly (number | Float32Array)[];

/** The vector of each condition: the mean of the input vectors of its words. @returns (C, D) row-major */
export function conditionVectors(conditions: readonly Condition[], inputVectors: Matrix): Float32Array {
  const D = inputVectors.columns;
  const out = new Float32Array(conditions.length * D);
  const row = new Float32Array(D);
  for (let c = 0; c < conditions.length; c++) {
    const condition = conditions[c];
    copyVector(condition[0], inputVectors, out, c * D);
    for (let i = 1; i < condition.length; i++) {
      copyVector(condition[i], inputVectors, row, 0);
      for (let d = 0; d < D; d++) out[c * D + d] += row[d];
    }
    for (let d = 0; condition.length > 1 && d < D; d++) out[c * D + d] /= condition.length;
  }
  return out;
}

function copyVector(word: number | Float32Array, inputVectors: Matrix, out: Float32Array, at: number): void {
  if (typeof word === 'number') copyRow(inputVectors, word, out, at);
  else out.set(word, at);
}

/** The word indices of conditions that are one word of the vocabulary each; undefined when one is not. */
export function singleWords(conditions: readonly Condition[]): Int32Array | undefined {
  const words = new Int32Array(conditions.length);
  for (let c = 0; c < conditions.length; c++) {
    const [word] = conditions[c];
    if (conditions[c].length !== 1 || typeof word !== 'number') return undefined;
    words[c] = word;
  }
  return words;
}
