import { copyRow } from '../math/matrix.js';
import { nextRandom, randomState } from '../math/random.js';
import { logProbabilityOfVector, type SkipGramModel } from '../model/skip-gram.js';
import { keepProbability } from './subsampling.js';

/** What {@link heldOutLogProbability} needs to draw the pairs that training would have drawn. */
export interface HeldOutOptions {
  readonly window: number;
  readonly subsample: number;
  /** Pairs measured at most. */
  readonly maxPairs: number;
}

/**
 * Mean log p(centre | context) over pairs of documents the model has not seen, drawn as in training: thinned out by
 * subsampling, a window drawn for every word. The draws start from a fixed state, so that epochs, runs and tools can be
 * compared; exact log-sigmoid in double precision.
 *
 * @param documents word indices, one array a document
 * @returns nats per pair, ≤ 0; NaN when there is no pair
 */
export function heldOutLogProbability(
  model: SkipGramModel,
  documents: readonly Int32Array[],
  options: HeldOutOptions,
): number {
  const { counts, tokenCount } = model.vocabulary;
  const x = new Float64Array(model.inputVectors.columns);
  let state = randomState(0, 0, 0);
  let sum = 0;
  let pairs = 0;
  for (const document of documents) {
    const kept = document.filter((word) => {
      state = nextRandom(state);
      return state / 2 ** 32 < keepProbability(counts[word] / tokenCount, options.subsample);
    });
    for (let centre = 0; centre < kept.length; centre++) {
      state = nextRandom(state);
      const reach = 1 + (state % options.window);
      const last = Math.min(kept.length - 1, centre + reach);
      for (let context = Math.max(0, centre - reach); context <= last; context++) {
        if (context === centre) continue;
        copyRow(model.inputVectors, kept[context], x);
        sum += logProbabilityOfVector(model, kept[centre], x);
        if (++pairs === options.maxPairs) return sum / pairs;
      }
    }
  }
  return sum / pairs;
}
