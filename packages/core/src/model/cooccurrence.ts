import { mixBlock } from '../math/mixture.js';
import type { ConditionalModel } from './conditional-model.js';
import type { Condition } from './conditions.js';
import type { WordCounts } from './node-tally.js';
import type { Vocabulary } from './vocabulary.js';

/**
 * Which words occur together in the documents of a corpus, as sparse rows. V = vocabulary size, P = number of pairs.
 * n(w, k) counts the tokens k in the documents that have w, w itself once less.
 */
export interface CooccurrenceModel {
  readonly vocabulary: Vocabulary;
  /** (V + 1) start of each word's row in `columns` and `pairCounts`; the last entry is P. */
  readonly rowOffsets: Uint32Array;
  /** (P) k, ascending within a row. */
  readonly columns: Uint32Array;
  /** (P) n(w, k) > 0. Pairs may have been left out. */
  readonly pairCounts: Uint32Array;
  /** (V) n(w) = Σ_k n(w, k), with the pairs that were left out. */
  readonly rowTotals: Float64Array;
  /** μ > 0, tokens of the language at large that every row is mixed with. */
  readonly smoothing: number;
}

/**
 * p(k | w) by counting: the share of k among the other tokens of the documents that have w, smoothed towards the
 * language at large by a Dirichlet prior (Zhai & Lafferty 2001),
 *
 *     p(k | w) = (n(w, k) + μ·p(k)) / (n(w) + μ),
 *
 * where the tokens of pairs that were left out of a row count as spread over the words of these pairs by p(k). It sums
 * to 1. Given several words it is the mean of theirs.
 */
export function cooccurrence(model: CooccurrenceModel): ConditionalModel {
  const { vocabulary, rowOffsets, columns, pairCounts, rowTotals, smoothing } = model;
  const { counts, tokenCount } = vocabulary;
  /** (V) tokens of the pairs left out, for each token that their words have in the language at large. */
  const leftOut = rowTotals.map((total, w) => {
    let tokens = total;
    let atLarge = tokenCount;
    for (let at = rowOffsets[w]; at < rowOffsets[w + 1]; at++) {
      tokens -= pairCounts[at];
      atLarge -= counts[columns[at]];
    }
    return atLarge > 0 ? tokens / atLarge : 0;
  });

  function probability(k: number, w: number): number {
    const at = placeOf(model, w, k);
    const counted = at < 0 ? leftOut[w] * counts[k] : pairCounts[at];
    return (counted + smoothing * (counts[k] / tokenCount)) / (rowTotals[w] + smoothing);
  }

  function logProbability(outputWord: number, condition: Condition): number {
    let sum = 0;
    for (const word of condition) {
      if (typeof word !== 'number') throw new RangeError('Counts know no vectors; conditions are words.');
      sum += probability(outputWord, word);
    }
    return Math.log(sum / condition.length);
  }

  function logProbabilities(conditions: readonly Condition[], outputWords: Int32Array): Float32Array {
    const K = outputWords.length;
    const out = new Float32Array(conditions.length * K);
    conditions.forEach((condition, c) => {
      for (let k = 0; k < K; k++) out[c * K + k] = logProbability(outputWords[k], condition);
    });
    return out;
  }

  return {
    estimator: 'cooccurrence',
    exact: true,
    vocabulary,
    kernel: 'typescript',
    logProbability: (outputWord, inputWord) => logProbability(outputWord, [inputWord]),
    textLogProbabilities: (conditions, text: WordCounts) =>
      Float64Array.from(conditions, (condition) =>
        text.words.reduce((sum, word, k) => sum + text.counts[k] * logProbability(word, condition), 0),
      ),
    logProbabilities,
    gains: (conditions, outputWords, mixture) => mixBlock(logProbabilities(conditions, outputWords), mixture),
  };
}

/** Where the pair of w and k is, by bisection; −1 where there is none. */
function placeOf({ rowOffsets, columns }: CooccurrenceModel, w: number, k: number): number {
  let low = rowOffsets[w];
  let high = rowOffsets[w + 1];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (columns[middle] < k) low = middle + 1;
    else high = middle;
  }
  return low < rowOffsets[w + 1] && columns[low] === k ? low : -1;
}
