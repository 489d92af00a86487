import type { CooccurrenceModel } from '../model/cooccurrence.js';
import { SparseRows } from './sparse-rows.js';
import { Stretches } from './stretches.js';
import type { TokenStore } from './token-store.js';

/** Places of words in stretches that are held at a time. */
const POSTINGS = 1 << 24;

/** What {@link countPairs} counted. */
export interface PairCounts extends Pick<CooccurrenceModel, 'rowOffsets' | 'columns' | 'pairCounts' | 'rowTotals'> {
  /** Pairs with a smaller count were left out; 1 when none were. */
  readonly leastCount: number;
}

/** How far {@link countPairs} is. */
export interface CountingProgress {
  /** Words whose row is done. */
  readonly words: number;
  /** Pairs kept of them. */
  readonly pairs: number;
  /** As in the outcome. */
  readonly leastCount: number;
}

/**
 * Counts n(w, k), the tokens k in documents that have w; of documents longer than 1,000 tokens, in stretches of that
 * length that have w. See {@link CooccurrenceModel}.
 *
 * Word by word, the stretches that have it are added up in one dense row. That is exact and takes little memory: the
 * row, the pairs kept, and the places of as many words as fit at a time, with one pass over the store for each group.
 *
 * @param counts (V) tokens of each word in the store
 * @param maxPairs pairs kept at most; if there are more, those with the smallest counts are left out
 */
export function* countPairs(
  store: TokenStore,
  counts: Float64Array,
  maxPairs: number,
): Generator<CountingProgress, PairCounts> {
  const V = counts.length;
  const stretches = new Stretches(store);
  const rows = new SparseRows(V, maxPairs);
  const rowTotals = new Float64Array(V);
  const row = new Uint32Array(V);
  const columns = new Uint32Array(V);
  for (let first = 0, end = 0; first < V; first = end) {
    for (let sum = 0; end < V && (end === first || sum + counts[end] <= POSTINGS); end++) sum += counts[end];
    const places = stretches.locate(first, counts.subarray(first, end));
    for (let w = first; w < end; w++) {
      let distinct = 0;
      for (let at = places.starts[w - first]; at < places.ends[w - first]; at++) {
        const tokens = stretches.read(places.stretches[at]);
        for (const token of tokens) if (row[token]++ === 0) columns[distinct++] = token;
        rowTotals[w] += tokens.length - 1;
      }
      row[w] -= places.ends[w - first] - places.starts[w - first];
      rows.append(row, columns.subarray(0, distinct));
      yield { words: w + 1, pairs: rows.length, leastCount: rows.leastCount };
    }
  }
  return { ...rows.finish(), rowTotals, leastCount: rows.leastCount };
}
