import type { Language } from '../text/language.js';
import type { TextAnalysis } from './analyze-text.js';
import type { Candidate } from './candidate.js';
import { factsOf, priorTerms } from './prior-terms.js';

/** Weights of {@link priorTerms} by their names, in nats; a term that is not named has none. */
export type PriorWeights = Readonly<Record<string, number>>;

/**
 * The weights of the terms by language, fitted by evaluation/fit-prior.mjs to keywords that people chose:
 * docs/evaluation.md says to which, and what weights reach on sets that they were not fitted to.
 */
export const priorWeights: Record<Language, PriorWeights> = {
  zh: {},
  en: {},
};

/**
 * log π(c) of every candidate, in nats up to a constant: how likely it is to be a keyword before asking what the text
 * says of it.
 *
 * @param usesPosition false: terms that ask where a candidate stands are left out
 * @returns (candidates)
 */
export function logPriors(
  candidates: readonly Candidate[],
  analysis: TextAnalysis,
  weights: PriorWeights,
  usesPosition = true,
): Float64Array {
  const terms = priorTerms.filter((term) => weights[term.name] && (usesPosition || !term.usesPosition));
  const facts = factsOf(analysis);
  return Float64Array.from(candidates, (candidate) => {
    let sum = 0;
    for (const term of terms) sum += weights[term.name] * term.value(candidate, facts);
    return sum;
  });
}
