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
    twoWords: 0.33,
    oneCharacter: -1.99,
    twoCharacters: -0.85,
    occurrences: -0.62,
    onceWord: -0.14,
    onceNoNoun: -0.54,
    oncePhrase: -0.3,
    clause: -0.74,
    wordCounts: 0.39,
    title: 0.36,
    paragraphsBefore: -0.82,
    rootSpread: 0.83,
    leastRarity: 0.54,
    burstiness: 0.18,
    unknownWords: -0.17,
    keyness: 0.74,
    termhood: 0.58,
    termPhrase: 1.41,
    cues: 1.5,
  },
  en: {
    oneWord: -0.61,
    twoWords: -0.07,
    length: 1.17,
    occurrences: -0.5,
    wordCounts: 0.24,
    leastCount: 0.25,
    sentencesBefore: -0.46,
    leastRarity: 0.15,
    burstiness: 0.43,
    keyness: 0.52,
    termhood: 0.27,
    termPhrase: 0.7,
    cues: 1.2,
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
