import { logSigmoid } from '../math/log-sigmoid.js';
import { copyRow, type Matrix, rowLengths, timesVector } from '../math/matrix.js';
import type { ConditionalModel, NearWords } from './conditional-model.js';
import type { SkipGramModel } from './skip-gram.js';
import type { Vocabulary } from './vocabulary.js';

/** A word with a number that ranks it. */
export interface RankedWord {
  readonly word: string;
  readonly value: number;
}

/**
 * Standard deviations above the mean of a word's cosines with all others from which on one is near, where vectors come from no
 * texts: below are most words that are only spelt alike (evaluation/near-words.mjs).
 */
const NEAR = 4.5;

/** Words and their vectors, all that similarity needs of a model. */
export interface WordVectors {
  /** What to know of them before trusting them; left out where there is nothing. */
  readonly warnings?: readonly string[];
  readonly vocabulary: Pick<Vocabulary, 'words' | 'indexOf'>;
  /** (V, D). */
  readonly inputVectors: Matrix;
  /** Which words may be listed as near to others, where vectors come from no texts; left out where all may. */
  readonly nearWords?: ((others: Iterable<string>, asked?: string) => NearWords) | undefined;
}

/**
 * log p(w | inputWord) for every word w of the vocabulary, by one walk down the whole tree.
 *
 * @returns (V) nats; Σ exp = 1
 */
export function logDistribution(model: SkipGramModel, inputWord: number): Float64Array {
  const { offsets, nodes, codes } = model.tree;
  const { rows, columns } = model.nodeVectors;
  const x = new Float64Array(columns);
  const theta = new Float64Array(columns);
  copyRow(model.inputVectors, inputWord, x);
  const left = new Float64Array(rows); // log p of leaving the node by code 0
  const right = new Float64Array(rows);
  for (let node = 0; node < rows; node++) {
    copyRow(model.nodeVectors, node, theta);
    let dot = 0;
    for (let d = 0; d < columns; d++) dot += x[d] * theta[d];
    left[node] = logSigmoid(dot);
    right[node] = logSigmoid(-dot);
  }
  const out = new Float64Array(offsets.length - 1);
  for (let w = 0; w < out.length; w++) {
    for (let at = offsets[w]; at < offsets[w + 1]; at++) out[w] += (codes[at] ? right : left)[nodes[at]];
  }
  return out;
}

/** The `topN` words most probable given `inputWord`, by any estimator; values are log p in nats. */
export function mostProbable(model: ConditionalModel, inputWord: number, topN: number): RankedWord[] {
  const all = Int32Array.from(model.vocabulary.words.keys());
  return rank(model, inputWord, model.logProbabilities([[inputWord]], all), topN);
}

/**
 * The `topN` words whose input vectors point most nearly the same way; values are cosines, −1 … 1. The word itself is left out,
 * and with vectors that come from no texts every word that is not near beyond chance: there may be none.
 *
 * @example
 * const { model } = await loadModel('zh');
 * const similar = mostSimilar(model, model.vocabulary.indexOf('太阳'), 10);
 */
export function mostSimilar(model: WordVectors, inputWord: number, topN: number): RankedWord[] {
  const { inputVectors } = model;
  const x = new Float64Array(inputVectors.columns);
  copyRow(inputVectors, inputWord, x);
  const lengths = rowLengths(inputVectors);
  const cosines = timesVector(inputVectors, x).map((dot, w) => dot / (lengths[w] * lengths[inputWord] || 1));
  const least = model.nearWords ? leastNear(cosines.filter((_, w) => lengths[w] > 0)) : Number.NEGATIVE_INFINITY;
  cosines.forEach((cosine, w) => {
    if (w === inputWord || cosine < least) cosines[w] = Number.NEGATIVE_INFINITY;
  });
  return rank(model, inputWord, cosines, Math.min(topN, inputVectors.rows - 1));
}

/** The cosine that is beyond chance among these. */
function leastNear(cosines: Float64Array | Float32Array): number {
  let sum = 0;
  let squares = 0;
  for (const cosine of cosines) {
    sum += cosine;
    squares += cosine * cosine;
  }
  const mean = sum / cosines.length;
  return mean + NEAR * Math.sqrt(squares / cosines.length - mean * mean);
}

function rank(
  model: Pick<WordVectors, 'nearWords'> & { readonly vocabulary: Pick<Vocabulary, 'words'> },
  inputWord: number,
  values: Float64Array | Float32Array,
  topN: number,
): RankedWord[] {
  const { words } = model.vocabulary;
  const near = model.nearWords?.([words[inputWord]], words[inputWord]);
  const ranked: RankedWord[] = [];
  for (const w of Int32Array.from(values, (_, w) => w).sort((a, b) => values[b] - values[a] || a - b)) {
    if (ranked.length >= topN || values[w] === Number.NEGATIVE_INFINITY) break;
    if (w !== inputWord && near?.admits(words[w]) === false) continue;
    near?.add(words[w]);
    ranked.push({ word: words[w], value: values[w] });
  }
  return ranked;
}
