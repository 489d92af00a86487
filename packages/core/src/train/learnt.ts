import { logProbability, type SkipGramModel } from '../model/skip-gram.js';
import type { TokenStore } from './token-store.js';

/** Pairs looked at, at most. */
const MOST_PAIRS = 2000;
/** Entries of the store read at a time. */
const BLOCK = 1 << 14;

/**
 * How far training has moved a model: mean |log p(next | word) − its value before training| over the first pairs of its
 * corpus. Node vectors begin at zero, where each of the L decisions of a path is a toss-up: log p = −L ln 2.
 *
 * @returns nats a pair, ≥ 0; NaN where no two words are side by side
 */
export function meanShift(model: SkipGramModel, store: TokenStore): number {
  const { offsets } = model.tree;
  const block = new Int32Array(BLOCK);
  let sum = 0;
  let pairs = 0;
  for (let from = 0; from < store.length && pairs < MOST_PAIRS; ) {
    const count = store.read(from, block);
    for (let i = 1; i < count && pairs < MOST_PAIRS; i++) {
      const [word, next] = [block[i - 1], block[i]];
      if (word < 0 || next < 0) continue;
      sum += Math.abs(logProbability(model, next, word) + (offsets[next + 1] - offsets[next]) * Math.LN2);
      pairs++;
    }
    from += count;
  }
  return sum / pairs;
}
