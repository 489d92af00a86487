import type { Language } from '../text/language.js';
import type { TextAnalysis } from './analyze-text.js';
import type { Candidate } from './candidate.js';
import { factsOf, priorTerms } from './prior-terms.js';

/** So that exp has a value other than 0 and ∞. */
const LARGEST = 600;

/** Weights of {@link priorTerms} by their names, in nats; a term that is not named has none. */
export type TermWeights = Readonly<Record<string, number>>;

/**
 * The weights of the terms by language, fitted by evaluation/fit-prior.mjs to keywords that people chose:
 * docs/evaluation.md says to which, and what weights reach on sets that they were not fitted to.
 */
export const priorWeights: Record<Language, TermWeights> = {
  zh: {
    oneWord: 2.96,
    twoWords: 4.53,
    threeWords: 1.43,
    oneCharacter: -8.19,
    twoCharacters: -3.92,
    occurrences: 0.61,
    oncePhrase: -3.16,
    onceVerb: -1.54,
    wordCounts: 1.52,
    leastCount: -0.35,
    title: 2.59,
    sentencesBefore: -2.81,
    spread: 3.87,
    rarity: 1.98,
    logRarity: 2.91,
    unknownWords: -2.39,
    nounsOnly: 0.15,
    verbs: -1.65,
    verbFirst: 0.25,
    verbLast: -0.49,
    adjectiveLast: -3.26,
    nameLast: 1.72,
    latin: 0.35,
  },
  en: {
    oneWord: -0.8,
    twoWords: 2.9,
    threeWords: 1.92,
    occurrences: 0.11,
    oncePhrase: -2.61,
    wordCounts: 2.51,
    leastCount: 0.78,
    lastCount: -0.03,
    sentencesBefore: -0.65,
    paragraphsBefore: -1.99,
    spread: -1.5,
    rarity: 3.56,
    burstiness: 4.93,
    nameLast: -1.56,
    hyphen: -0.63,
    acronym: 7.5,
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
  const terms = priorTerms.filter((term) => weights[term.name] && (usesPosition || !term.usesPosition));
  const weightOf = Float64Array.from(terms, ({ name }) => weights[name]);
  const facts = factsOf(analysis);
  return Float64Array.from(candidates, (candidate) => {
    let sum = 0;
    for (let i = 0; i < terms.length; i++) sum += weightOf[i] * terms[i].value(candidate, facts);
    return Math.max(-LARGEST, Math.min(LARGEST, sum));
  });
}
