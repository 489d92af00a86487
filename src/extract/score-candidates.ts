import type { ConditionalModel } from '../model/conditional-model.js';
import type { WordCounts } from '../model/node-tally.js';
import type { TextWord } from './analyze-text.js';

/**
 * log p(text | c) of every candidate, whether the vocabulary has it or only its n-grams have a vector.
 *
 * @returns (candidates) nats
 */
export function scoreCandidates(
  model: ConditionalModel,
  candidates: readonly TextWord[],
  text: WordCounts,
): Float64Array {
  const scores = new Float64Array(candidates.length);
  const known = [...candidates.keys()].filter((c) => candidates[c].index >= 0);
  const ofKnown = model.textLogProbabilities(
    known.map((c) => candidates[c].index),
    text,
  );
  known.forEach((c, i) => {
    scores[c] = ofKnown[i];
  });
  const others = [...candidates.keys()].filter((c) => candidates[c].index < 0);
  if (others.length === 0 || !model.subwords) return scores;
  const dim = candidates[others[0]].vector!.length;
  const vectors = new Float32Array(others.length * dim);
  others.forEach((c, i) => {
    vectors.set(candidates[c].vector!, i * dim);
  });
  const ofOthers = model.subwords.textLogProbabilities(vectors, text);
  others.forEach((c, i) => {
    scores[c] = ofOthers[i];
  });
  return scores;
}
