import { nextRandom, randomState } from '../math/random.js';
import type { ConditionalModel } from '../model/conditional-model.js';
import { keepProbability } from '../model/keep-probability.js';

/** Pairs the held-out log p of a training is measured on, at most. */
export const HELD_OUT_PAIRS = 200_000;

/** What {@link heldOutLogProbability} needs to draw the pairs that training would have drawn. */
export interface HeldOutOptions {
  readonly window: number;
  readonly subsample: number;
  /** Pairs measured at most. */
  readonly maxPairs: number;
}

/**
 * Mean log p(centre | context) over pairs of documents the model has not seen, drawn as in training: thinned out by
 * subsampling, a window drawn for every word. Every document gives the same share of the pairs at most, from a place
 * drawn in it, so that a few long ones do not speak for all. The draws start from a fixed state, so that epochs and
 * runs can be compared.
 *
 * @param documents word indices, one array a document
 * @returns nats per pair, ≤ 0; NaN when there is no pair
 */
export function heldOutLogProbability(
  { vocabulary, logProbability }: Pick<ConditionalModel, 'vocabulary' | 'logProbability'>,
  documents: readonly Int32Array[],
  { window, subsample, maxPairs }: HeldOutOptions,
): number {
  const { counts, tokenCount } = vocabulary;
  const pairsOfDocument = Math.max(1, Math.floor(maxPairs / documents.length));
  let state = randomState(0, 0, 0);
  const draw = () => {
    state = nextRandom(state);
    return state;
  };
  let sum = 0;
  let pairs = 0;
  for (const document of documents) {
    const kept = document.filter((word) => draw() / 2 ** 32 < keepProbability(counts[word] / tokenCount, subsample));
    const last = pairs + pairsOfDocument;
    for (let centre = kept.length ? draw() % kept.length : 0; centre < kept.length && pairs < last; centre++) {
      const reach = 1 + (draw() % window);
      for (let context = Math.max(0, centre - reach); context <= centre + reach && pairs < last; context++) {
        if (context === centre || context >= kept.length) continue;
        sum += logProbability(kept[centre], kept[context]);
        pairs++;
      }
    }
  }
  return sum / pairs;
}
