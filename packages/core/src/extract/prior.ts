import type { Language } from '../text/language.js';
import { newFloats } from '../text/scratch.js';
import type { TextAnalysis } from './analyze-text.js';
import type { Candidate } from './candidate.js';
import { allTerms } from './neutral-terms.js';
import type { PriorTerm, TermWeights } from './prior-terms.js';
import { columnOf, factsOf } from './text-facts.js';

/** So that exp has a value other than 0 and ∞. */
const LARGEST = 600;

/**
 * The weights of the terms by language, fitted by evaluation/fit-prior.mjs to keywords that people chose:
 * docs/evaluation.md says to which, and what weights reach on sets that they were not fitted to.
 */
export const priorWeights: Record<Language, TermWeights> = {
  zh: {
    twoWords: 0.43,
    oneCharacter: -2.71,
    twoCharacters: -0.66,
    occurrences: -0.42,
    onceWord: 0.15,
    onceNoNoun: -0.58,
    oncePhrase: -0.48,
    clause: -0.65,
    wordCounts: 0.24,
    title: 0.34,
    paragraphsBefore: -0.79,
    rootSpread: 1.04,
    leastRarity: 0.52,
    burstiness: 0.18,
    unknownWords: -0.25,
    keyness: 0.69,
    termhood: 0.48,
    termPhrase: 1.51,
    nounsOnly: 0.19,
    tornBefore: -0.29,
    object: 0.11,
    genitive: 0.16,
    afterComma: -0.19,
    listed: -0.61,
    subject: -0.11,
  },
  en: {
    oneWord: -0.89,
    twoWords: -0.03,
    occurrences: -0.47,
    wordCounts: 0.13,
    leastCount: 0.3,
    sentencesBefore: -0.44,
    leastRarity: 0.4,
    burstiness: 0.83,
    keyness: 0.47,
    termhood: 0.31,
    termPhrase: 0.7,
    nameLast: 0.41,
    tornBefore: -0.08,
    counted: -0.18,
    object: 0.07,
    prepositional: 0.29,
    genitive: 0.33,
    definite: 0.29,
    possessed: 0.21,
    tornAfter: -0.1,
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
  const { terms, weightOf } = weighed(weights, usesPosition);
  const facts = factsOf(analysis, candidates);
  const sums = newFloats(candidates.length);
  const { columns } = facts;
  // Term by term: what asks the same of one candidate after another is called faster.
  terms.forEach(({ name, value }, i) => {
    const weight = weightOf[i];
    if (value) for (let c = 0; c < sums.length; c++) sums[c] += weight * value(candidates[c], facts);
    else
      for (let c = 0, from = columnOf(name) * sums.length; c < sums.length; c++) sums[c] += weight * columns[from + c];
  });
  for (let c = 0; c < sums.length; c++) sums[c] = Math.max(-LARGEST, Math.min(LARGEST, sums[c]));
  return sums;
}

/** Terms that weigh something, and their weights. */
interface Weighed {
  readonly terms: readonly PriorTerm[];
  readonly weightOf: Float64Array;
}

function weigh(weights: TermWeights, usesPosition = true): Weighed {
  const terms = allTerms.filter((term) => weights[term.name] && (usesPosition || !term.usesPosition));
  return { terms, weightOf: Float64Array.from(terms, ({ name }) => weights[name]) };
}

/** Of the weights that are nearly always asked for: to go through all terms with every text takes as long as two of them. */
const usual = new Map<TermWeights, Weighed>();

function weighed(weights: TermWeights, usesPosition: boolean): Weighed {
  if (!usesPosition || (weights !== priorWeights.zh && weights !== priorWeights.en))
    return weigh(weights, usesPosition);
  const found = usual.get(weights) ?? weigh(weights);
  usual.set(weights, found);
  return found;
}
