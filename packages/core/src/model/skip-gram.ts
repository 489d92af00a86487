import { logSigmoid } from '../math/log-sigmoid.js';
import { copyRow, type Matrix } from '../math/matrix.js';
import type { HuffmanTree } from './huffman.js';
import type { Vocabulary } from './vocabulary.js';

/**
 * A skip-gram model with hierarchical softmax (Mikolov et al. 2013, Distributed Representations of Words and Phrases
 * and their Compositionality, section 2.1). V = vocabulary size, D = dim.
 */
export interface SkipGramModel {
  readonly vocabulary: Vocabulary;
  readonly tree: HuffmanTree;
  /** (V, D) x, the vector of a word as condition. */
  readonly inputVectors: Matrix;
  /** (V − 1, D) θ, the vectors of the inner nodes. */
  readonly nodeVectors: Matrix;
}

/**
 * log p(output | input) = Σ_j log σ(±x·θ_j) along the path of the output word, + where the code bit is 0. Su 2017,
 * 不可思议的Word2Vec 3, `predict_proba`; in double precision.
 *
 * @param outputWord index of the predicted word, 0 … V−1
 * @param inputWord index of the condition, 0 … V−1
 * @returns nats, ≤ 0
 */
export function logProbability(model: SkipGramModel, outputWord: number, inputWord: number): number {
  const x = new Float64Array(model.inputVectors.columns);
  copyRow(model.inputVectors, inputWord, x);
  return logProbabilityOfVector(model, outputWord, x);
}

/** log p(output | x) for any input vector x (D); see {@link logProbability}. */
export function logProbabilityOfVector(model: SkipGramModel, outputWord: number, x: ArrayLike<number>): number {
  const { offsets, nodes, codes } = model.tree;
  let sum = 0;
  for (let at = offsets[outputWord]; at < offsets[outputWord + 1]; at++) {
    const dot = nodeDot(model.nodeVectors, nodes[at], x);
    sum += logSigmoid(codes[at] ? -dot : dot);
  }
  return sum;
}

const row = { values: new Float64Array(0) };

function nodeDot(nodeVectors: Matrix, node: number, x: ArrayLike<number>): number {
  const D = nodeVectors.columns;
  if (row.values.length !== D) row.values = new Float64Array(D);
  copyRow(nodeVectors, node, row.values);
  let dot = 0;
  for (let d = 0; d < D; d++) dot += x[d] * row.values[d];
  return dot;
}
