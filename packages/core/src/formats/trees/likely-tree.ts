import { copyRow } from '../../math/matrix.js';
import type { HuffmanTree } from '../../model/huffman.js';
import { logProbabilityOfVector, type SkipGramModel } from '../../model/skip-gram.js';

/** Words asked for, and words they are asked of: enough to tell a tree that fits from one that does not. */
const outputs = 200;
const inputs = 25;

/** A tree that a model may have been trained with. */
export interface TreeChoice {
  readonly name: string;
  readonly tree: HuffmanTree;
}

/**
 * The tree by which the model gives the words of its corpus the highest probability: Σ over words, each as often as it
 * occurs, of log of the mean over such words as input. A model that was trained gives words about their share of the
 * corpus; read by another tree, or with the code bits the other way round, it gives frequent words what belongs to rare
 * ones.
 *
 * @param choices the first is taken where they fit equally well
 * @returns `fits` is false where no tree is better than words that are all equally probable
 */
export function likelyTree(
  model: Omit<SkipGramModel, 'tree'>,
  choices: readonly TreeChoice[],
): TreeChoice & { readonly fits: boolean } {
  const uniform = -Math.log(model.vocabulary.words.length);
  let best = { choice: choices[0], logProbability: Number.NEGATIVE_INFINITY };
  for (const choice of choices) {
    const logProbability = meanLogProbability({ ...model, tree: choice.tree });
    if (logProbability > best.logProbability + 1e-6) best = { choice, logProbability };
  }
  return { ...best.choice, fits: best.logProbability >= uniform };
}

function meanLogProbability(model: SkipGramModel): number {
  const { counts } = model.vocabulary;
  const vectors = sample(counts, inputs).map((input) => {
    const x = new Float64Array(model.inputVectors.columns);
    copyRow(model.inputVectors, input, x);
    return x;
  });
  const words = sample(counts, outputs);
  let sum = 0;
  for (const output of words) {
    let p = 0;
    for (const x of vectors) p += Math.exp(logProbabilityOfVector(model, output, x));
    sum += Math.log(Math.max(p / vectors.length, Number.MIN_VALUE));
  }
  return sum / words.length;
}

/** Words at equal distances through the corpus sorted by word, so that each comes as often as it occurs. */
function sample(counts: Float64Array, size: number): number[] {
  const total = counts.reduce((sum, count) => sum + count, 0);
  const found: number[] = [];
  let passed = 0;
  for (let w = 0; w < counts.length; w++) {
    passed += counts[w];
    while (found.length < size && (found.length + 0.5) * total < passed * size) found.push(w);
  }
  return found;
}
