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
  zh: {
    oneWord: 0.51,
    twoWords: 3.04,
    threeWords: -0.21,
    occurrences: 0.51,
    title: 2.17,
    rarity: 1.0,
    wordCounts: 1.02,
    oneCharacter: -6.51,
    twoCharacters: -3.37,
    adjectiveLast: -0.45,
    verbLast: -0.45,
    verbFirst: -0.57,
    unknownWords: -2,
    nameLast: 1.99,
    spread: 3.44,
    logRarity: 3.69,
    leastCount: 0.36,
    sentencesBefore: -2.32,
    verbs: -1.52,
    onceVerb: -1.2,
    oncePhrase: -3.5,
    nounsOnly: 0.86,
  },
  en: {
    oneWord: -0.91,
    twoWords: 3.55,
    threeWords: 3.07,
    occurrences: 0.8,
    rarity: 2.46,
    wordCounts: 1.98,
    burstiness: 4.07,
    nameLast: -2.04,
    acronym: 5.41,
    leastCount: 0.84,
    oncePhrase: -3.4,
    spread: -2.2,
    sentencesBefore: -2.21,
    hyphen: -1.6,
  },
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
