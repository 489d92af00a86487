import type { CooccurrenceModel } from '../model/cooccurrence.js';
import { Stretches } from './stretches.js';
import { strongestPairs } from './strongest-pairs.js';
import type { TokenStore } from './token-store.js';

/** What {@link countPairs} counted. */
export type PairCounts = Pick<CooccurrenceModel, 'rowOffsets' | 'columns' | 'pairCounts' | 'rowTotals'>;

/** How far {@link countPairs} is. */
export interface CountingProgress {
  /** Words whose row is done. */
  readonly words: number;
  /** Pairs kept of them. */
  readonly pairs: number;
}

/**
 * Counts n(w, k), the tokens k in documents that have w; of documents longer than 1,000 tokens, in stretches of that
 * length that have w. See {@link CooccurrenceModel}.
 *
 * Word by word, the stretches that have it are added up in one dense row. That is exact and takes little memory: the
 * row, the pairs kept, and the places of as many words as fit at a time, with one pass over the store for each group.
 *
 * @param counts (V) tokens of each word in the store
 * @param neighbours pairs kept of each word at most; see {@link strongestPairs}
 * @param placesHeld how many places of words are held at a time, or as many as the next word has
 */
export function* countPairs(
  store: TokenStore,
  counts: Float64Array,
  neighbours: number,
  placesHeld = 1 << 24,
): Generator<CountingProgress, PairCounts> {
  const V = counts.length;
  const stretches = new Stretches(store);
  const tokenCount = counts.reduce((sum, count) => sum + count, 0);
  const shares = counts.map((count) => count / tokenCount);
  const rowOffsets = new Uint32Array(V + 1);
  const rowTotals = new Float64Array(V);
  const kept: { columns: Uint32Array; pairCounts: Uint32Array }[] = [];
  const row = new Uint32Array(V);
  const touched = new Uint32Array(V);
  for (let first = 0, end = 0; first < V; first = end) {
    for (let sum = 0; end < V && (end === first || sum + counts[end] <= placesHeld); end++) sum += counts[end];
    const places = stretches.locate(first, counts.subarray(first, end));
    for (let w = first; w < end; w++) {
      let distinct = 0;
      for (let at = places.starts[w - first]; at < places.ends[w - first]; at++) {
        const tokens = stretches.read(places.stretches[at]);
        for (const token of tokens) if (row[token]++ === 0) touched[distinct++] = token;
        rowTotals[w] += tokens.length - 1;
      }
      row[w] -= places.ends[w - first] - places.starts[w - first];
      const columns = strongestPairs(row, touched.subarray(0, distinct), shares, rowTotals[w], neighbours).slice();
      kept.push({ columns, pairCounts: columns.map((column) => row[column]) });
      rowOffsets[w + 1] = rowOffsets[w] + columns.length;
      for (let i = 0; i < distinct; i++) row[touched[i]] = 0;
      yield { words: w + 1, pairs: rowOffsets[w + 1] };
    }
  }
  const pairCounts = new Uint32Array(rowOffsets[V]);
  const columns = new Uint32Array(rowOffsets[V]);
  kept.forEach((found, w) => {
    columns.set(found.columns, rowOffsets[w]);
    pairCounts.set(found.pairCounts, rowOffsets[w]);
  });
  return { rowOffsets, columns, pairCounts, rowTotals };
}
