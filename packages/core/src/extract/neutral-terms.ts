import { isEmbedded } from '../text/language.js';
import type { Candidate } from './candidate.js';
import { spellingOf } from './keyword.js';
import { type PriorTerm, priorTerms, type TermWeights } from './prior-terms.js';
import type { TextFacts } from './text-facts.js';

const CAPITAL = /^\p{Lu}/u;
const ACRONYM = /^\p{Lu}[\p{Lu}\p{N}-]+$/u;

/** Characters of a text that show whether it has small letters, or letters without case. */
const SAMPLE = 2000;

/** Terms that ask for nothing but the letters of a text, for languages without parts of speech. */
const neutralTerms: readonly PriorTerm[] = [
  {
    name: 'capital',
    meaning: 'share of its occurrences that begin with a capital though no sentence begins there',
    value: (c, { analysis }) => {
      const { tokens, text } = analysis;
      const within = c.spans.filter(({ first }) => first > 0 && /^[\p{L}\p{N}]/u.test(tokens[first - 1].word));
      if (within.length === 0) return 0;
      return within.filter(({ first }) => CAPITAL.test(text.slice(tokens[first].start))).length / within.length;
    },
  },
  {
    name: 'allCapitals',
    meaning: 'one word of capitals alone, in a text that is not all capitals',
    value: (c, facts) =>
      Number(
        c.words.length === 1 &&
          ACRONYM.test(spelt(c, facts)) &&
          /[\p{Ll}\p{Lo}]/u.test(facts.analysis.text.slice(0, SAMPLE)),
      ),
  },
  { name: 'logLength', meaning: 'log(its characters)', value: (c, facts) => Math.log([...spelt(c, facts)].length) },
];

const spelt = ({ spans }: Candidate, { analysis }: TextFacts): string => spellingOf(analysis, spans[0]);

/** The terms of all languages. */
export const allTerms: readonly PriorTerm[] = [...priorTerms, ...neutralTerms];

/** The terms that weights of a language may have. */
export function termsFor(language: string): readonly PriorTerm[] {
  return isEmbedded(language) ? priorTerms : allTerms;
}

/** The weights of languages without weights of their own, fitted by evaluation/fit-neutral.mjs. */
export const neutralWeights: TermWeights = {
  oneWord: -0.03,
  twoWords: 0.63,
  threeWords: 0.51,
  oneCharacter: -1.25,
  twoCharacters: -0.83,
  occurrences: -0.22,
  oncePhrase: -0.68,
  wordCounts: 0.42,
  leastCount: -0.23,
  sentencesBefore: -0.41,
  leastRarity: -0.18,
  acronym: 0.87,
  capital: 0.49,
  allCapitals: 1.81,
  logLength: 0.2,
};
