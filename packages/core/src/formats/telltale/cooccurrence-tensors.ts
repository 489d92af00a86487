import type { CooccurrenceModel } from '../../model/cooccurrence.js';
import type { Vocabulary } from '../../model/vocabulary.js';
import type { SafetensorsFile, Tensor } from '../bytes/safetensors.js';
import { find, invalid, numbers, take, tensor } from './model-tensors.js';

/**
 * The tensors of co-occurrence counts but for their vocabulary; see model-file.ts.
 *
 * @throws KeywordError INVALID_MODEL when they contradict each other
 */
export function cooccurrenceTensors(model: CooccurrenceModel): Record<string, Tensor> {
  checkRows(model);
  const { rowOffsets, columns, pairCounts, rowTotals } = model;
  return {
    pair_offsets: tensor('U32', [rowOffsets.length], rowOffsets),
    pair_columns: tensor('U32', [columns.length], columns),
    pair_counts: tensor('U32', [pairCounts.length], pairCounts),
    row_totals: tensor('F64', [rowTotals.length], rowTotals),
  };
}

/**
 * Reads what {@link cooccurrenceTensors} made.
 *
 * @throws KeywordError INVALID_MODEL
 */
export function readCooccurrence(file: SafetensorsFile, vocabulary: Vocabulary): CooccurrenceModel {
  const V = vocabulary.words.length;
  const P = find(file, 'pair_columns', ['U32']).shape[0] ?? 0;
  const model = {
    vocabulary,
    rowOffsets: numbers(take(file, 'pair_offsets', ['U32'], [V + 1]), Uint32Array),
    columns: numbers(take(file, 'pair_columns', ['U32'], [P]), Uint32Array),
    pairCounts: numbers(take(file, 'pair_counts', ['U32'], [P]), Uint32Array),
    rowTotals: numbers(take(file, 'row_totals', ['F64'], [V]), Float64Array),
    smoothing: Number(file.metadata.get('smoothing')),
  };
  checkRows(model);
  return model;
}

function checkRows({ vocabulary, rowOffsets, columns, pairCounts, rowTotals, smoothing }: CooccurrenceModel): void {
  const V = vocabulary.words.length;
  const P = columns.length;
  if (rowOffsets.length !== V + 1 || rowTotals.length !== V || pairCounts.length !== P) {
    throw invalid(
      `${V} words have ${rowOffsets.length - 1} rows, ${rowTotals.length} totals, ${P} columns and ${pairCounts.length} counts`,
    );
  }
  if (rowOffsets[0] !== 0 || rowOffsets[V] !== P) {
    throw invalid(`pair_offsets run from ${rowOffsets[0]} to ${rowOffsets[V]}, expected 0 to ${P}`);
  }
  if (!(smoothing > 0 && smoothing < Number.POSITIVE_INFINITY)) {
    throw invalid(`its smoothing is ${smoothing}, expected more than 0`);
  }
  if (!vocabulary.counts.every(Number.isSafeInteger) || !Number.isSafeInteger(vocabulary.tokenCount)) {
    throw invalid('a word has a count that is not a whole number, or too large to be exact');
  }
  for (let w = 0; w < V; w++) {
    if (rowOffsets[w + 1] < rowOffsets[w] || rowOffsets[w + 1] > P) {
      throw invalid(`pair_offsets do not ascend at word ${w}`);
    }
    let sum = 0;
    for (let at = rowOffsets[w]; at < rowOffsets[w + 1]; at++) {
      if (columns[at] >= V || (at > rowOffsets[w] && columns[at] <= columns[at - 1]) || pairCounts[at] === 0) {
        throw invalid(`pair ${at}, of word ${w}, is with word ${columns[at]}, counted ${pairCounts[at]} times`);
      }
      sum += pairCounts[at];
    }
    const complete = rowOffsets[w + 1] - rowOffsets[w] === V;
    if (!Number.isSafeInteger(rowTotals[w]) || rowTotals[w] < sum || (complete && rowTotals[w] > sum)) {
      throw invalid(`the row of word ${w} has a sum of ${sum}, its total is ${rowTotals[w]}`);
    }
  }
}
