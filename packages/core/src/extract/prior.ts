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
    oneCharacter: -2.49,
    twoCharacters: -0.85,
    occurrences: -0.46,
    onceWord: -0.06,
    onceNoNoun: -0.68,
    oncePhrase: -0.32,
    clause: -0.62,
    wordCounts: 0.31,
    title: 0.36,
    paragraphsBefore: -0.84,
    rootSpread: 0.67,
    leastRarity: 0.5,
    burstiness: 0.19,
    unknownWords: -0.1,
    keyness: 0.67,
    termhood: 0.53,
    termPhrase: 1.36,
    nounsOnly: 0.17,
    person: 0.6,
    place: 0.51,
    latinCapital: 0.5,
    tornBefore: -0.39,
    object: 0.16,
    genitive: 0.17,
    afterComma: -0.3,
    listed: -0.44,
    subject: 0.04,
  },
  en: {
    oneWord: -0.62,
    twoWords: -0.04,
    length: 1.06,
    occurrences: -0.54,
    wordCounts: 0.2,
    leastCount: 0.29,
    sentencesBefore: -0.43,
    leastRarity: 0.14,
    burstiness: 0.49,
    keyness: 0.59,
    termhood: 0.26,
    termPhrase: 0.73,
    nameLast: 0.47,
    counted: -0.35,
    object: 0.24,
    prepositional: 0.16,
    genitive: 0.31,
    definite: 0.21,
    possessed: 0.1,
    tornAfter: -0.07,
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
