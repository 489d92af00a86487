import type { Language } from '../text/language.js';
import type { TextAnalysis } from './analyze-text.js';
import type { Candidate } from './candidate.js';
import { allTerms } from './neutral-terms.js';
import { factsOf } from './prior-terms.js';

/** So that exp has a value other than 0 and ∞. */
const LARGEST = 600;

/** Weights of {@link allTerms} by their names, in nats; a term that is not named has none. */
export type TermWeights = Readonly<Record<string, number>>;

/**
 * The weights of the terms by language, fitted by evaluation/fit-prior.mjs to keywords that people chose:
 * docs/evaluation.md says to which, and what weights reach on sets that they were not fitted to.
 */
export const priorWeights: Record<Language, TermWeights> = {
  zh: {
    twoWords: 0.66,
    oneCharacter: -2.24,
    twoCharacters: -0.6,
    occurrences: -0.41,
    oncePhrase: -0.61,
    onceVerb: -0.23,
    wordCounts: 0.36,
    title: 0.47,
    paragraphsBefore: -0.72,
    spread: 0.93,
    leastRarity: 0.59,
    burstiness: 0.38,
    unknownWords: -0.4,
    nounsOnly: 0.3,
    verbs: -0.21,
  },
  en: {
    oneWord: -0.52,
    twoWords: 0.47,
    threeWords: 0.35,
    occurrences: -0.59,
    onceVerb: -1.19,
    wordCounts: 0.2,
    leastCount: 0.34,
    sentencesBefore: -0.45,
    leastRarity: 0.45,
    burstiness: 1.18,
    unknownWords: -0.07,
    acronym: 0.6,
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
  weights: TermWeights,
  usesPosition = true,
): Float64Array {
  const terms = allTerms.filter((term) => weights[term.name] && (usesPosition || !term.usesPosition));
  const weightOf = Float64Array.from(terms, ({ name }) => weights[name]);
  const facts = factsOf(analysis);
  return Float64Array.from(candidates, (candidate) => {
    let sum = 0;
    for (let i = 0; i < terms.length; i++) sum += weightOf[i] * terms[i].value(candidate, facts);
    return Math.max(-LARGEST, Math.min(LARGEST, sum));
  });
}
