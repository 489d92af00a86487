import type { Language } from '../text/language.js';
import type { TextAnalysis } from './analyze-text.js';
import type { Candidate } from './candidate.js';
import { allTerms } from './neutral-terms.js';
import { factsOf } from './text-facts.js';

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
    twoWords: 0.63,
    oneCharacter: -2.25,
    twoCharacters: -0.62,
    occurrences: -0.42,
    onceWord: 0.32,
    onceNoNoun: -0.28,
    oncePhrase: -0.4,
    clause: -0.63,
    wordCounts: 0.32,
    title: 0.44,
    paragraphsBefore: -0.76,
    rootSpread: 1.12,
    leastRarity: 0.41,
    burstiness: 0.31,
    unknownWords: -0.33,
    keyness: 0.83,
    nounsOnly: 0.17,
  },
  en: {
    oneWord: -0.51,
    twoWords: 0.41,
    threeWords: 0.31,
    occurrences: -0.55,
    wordCounts: 0.2,
    leastCount: 0.29,
    sentencesBefore: -0.44,
    leastRarity: 0.34,
    burstiness: 0.83,
    unknownWords: -0.11,
    keyness: 0.82,
    acronym: 0.5,
  },
};

/**
 * log π(c) of every candidate, in nats up to a constant: how likely it is to be a keyword before asking what the text
 * says of it.
 *
 * @param usesPosition false: terms that depend on the place of a candidate are left out
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
  const sums = new Float64Array(candidates.length);
  // Term by term: what asks the same of one candidate after another is called faster.
  terms.forEach(({ value }, i) => {
    const weight = weightOf[i];
    for (let c = 0; c < candidates.length; c++) sums[c] += weight * value(candidates[c], facts);
  });
  return sums.map((sum) => Math.max(-LARGEST, Math.min(LARGEST, sum)));
}
