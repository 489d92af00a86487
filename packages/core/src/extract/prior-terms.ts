import { isAsciiLetter, isCommonHan } from '../text/language.js';
import { hasPhrase } from '../text/term-table.js';
import { isNameTag } from '../text/word-class.js';
import type { Candidate } from './candidate.js';
import { columnOf, MIDDLING_IDF, type TextFacts } from './text-facts.js';

/** Weights of terms by their names, in nats; a term that is not named has none. */
export type TermWeights = Readonly<Record<string, number>>;

/** Something that tells keywords from other candidates, whatever the text is about. */
export interface PriorTerm {
  readonly name: string;
  /** What it says, for people. */
  readonly meaning: string;
  /** Whether it depends on the place of a candidate. */
  readonly usesPosition?: true;
  /** Left out where {@link columnOf} knows it: most are found with the facts of a text, for to ask them one by one takes longer. */
  readonly value?: (candidate: Candidate, facts: TextFacts) => number;
}

/** What a term says of candidate c: yes is 1, no is 0; else a number of the order of 1. */
export function valueOfTerm(
  { name, value }: PriorTerm,
  candidates: readonly Candidate[],
  c: number,
  facts: TextFacts,
): number {
  return value ? value(candidates[c], facts) : facts.columns[candidates.length * columnOf(name) + c];
}

/** Of a word in more than half of all documents nothing more is asked. */
const LEAST_IDF = 0.5;
/** Tokens at the start of a text among which to come first says little: a sentence, a paragraph. */
const SENTENCE = 20;
const PARAGRAPH = 100;
const ACRONYM = /^\s?[(（]\p{Lu}[\w-]{1,9}[)）]/u;

/**
 * The terms of {@link logPriors}. Candidates of four and more words, and of three and more characters, have no term and
 * are the measure of the others. Each was kept for what it adds on sets that the weights were not fitted to.
 */
export const priorTerms: readonly PriorTerm[] = [
  { name: 'oneWord', meaning: 'one word' },
  { name: 'twoWords', meaning: 'two words' },
  { name: 'threeWords', meaning: 'three words' },
  { name: 'oneCharacter', meaning: 'one character' },
  { name: 'twoCharacters', meaning: 'two characters' },
  { name: 'length', meaning: 'log(its characters), of ten at most' },
  { name: 'occurrences', meaning: 'log(occurrences outside longer candidates)' },
  { name: 'onceWord', meaning: 'a word that occurs once' },
  { name: 'onceNoNoun', meaning: 'a word that occurs once and is a verb, an adjective or a place word' },
  { name: 'oncePhrase', meaning: 'a phrase that stands alone once' },
  { name: 'onceVerb', meaning: 'a phrase with a verb in it that stands alone once' },
  { name: 'clause', meaning: 'occurs once and says what somebody does or how something is' },
  { name: 'wordCounts', meaning: 'mean log(occurrences) of its words' },
  { name: 'leastCount', meaning: 'log(occurrences) of its rarest word' },
  { name: 'lastCount', meaning: 'log(occurrences) of its last word' },
  { name: 'title', usesPosition: true, meaning: 'is in the title' },
  {
    name: 'sentencesBefore',
    usesPosition: true,
    meaning: 'log(1 + tokens before it first stands / 20)',
    value: ({ spans }) => Math.log1p(spans[0].first / SENTENCE),
  },
  {
    name: 'paragraphsBefore',
    usesPosition: true,
    meaning: 'log(1 + tokens before it first stands / 100)',
    value: ({ spans }) => Math.log1p(spans[0].first / PARAGRAPH),
  },
  { name: 'spread', usesPosition: true, meaning: 'share of the text between its first and its last occurrence' },
  { name: 'rootSpread', usesPosition: true, meaning: 'square root of that share' },
  { name: 'rarity', meaning: 'mean idf of its words / 6' },
  {
    name: 'logRarity',
    meaning: 'log(mean idf of its words / 6)',
    value: ({ words }) => {
      const idf = words.reduce((sum, { entry }) => sum + entry.idf, 0) / words.length;
      return Math.log(Math.max(LEAST_IDF, idf) / MIDDLING_IDF);
    },
  },
  { name: 'leastRarity', meaning: 'idf of its least rare word / 6' },
  { name: 'burstiness', meaning: 'mean log(occurrences / documents) of its words in the corpus' },
  { name: 'unknownWords', meaning: 'share of its words that the model does not know' },
  { name: 'keyness', meaning: 'how much oftener than others its words are in keywords' },
  { name: 'termhood', meaning: 'one of its words can be what a text is about: 1, or −1 where none of them can' },
  {
    name: 'termPhrase',
    meaning: 'a phrase that is an established term',
    value: ({ words }, { analysis: { terms } }) =>
      Number(words.length > 1 && terms !== undefined && hasPhrase(terms.terms, words)),
  },
  { name: 'nounsOnly', meaning: 'all its words are nouns' },
  { name: 'verbs', meaning: 'share of verbs' },
  {
    name: 'verbFirst',
    meaning: 'a phrase that begins with a verb',
    value: ({ words, opening }) => Number(words.length > 1 && opening === 'verb'),
  },
  { name: 'verbLast', meaning: 'ends in a verb', value: ({ ending }) => Number(ending === 'verb') },
  { name: 'adjectiveLast', meaning: 'ends in an adjective', value: ({ ending }) => Number(ending === 'modifier') },
  {
    name: 'nameLast',
    meaning: 'ends in a name',
    value: ({ spans }, { analysis }) => Number(isNameTag(analysis.tokens[spans[0].last].partOfSpeech)),
  },
  {
    name: 'latin',
    meaning: 'begins with a Latin letter',
    value: (c, facts) => Number(isAsciiLetter(facts.analysis.text.charCodeAt(startOf(c, facts)))),
  },
  {
    name: 'hyphen',
    meaning: 'has a hyphen',
    value: (c, facts) => Number(/[-‐]/.test(facts.analysis.text.slice(startOf(c, facts), endOf(c, facts)))),
  },
  {
    name: 'acronym',
    meaning: 'an abbreviation in brackets follows',
    value: (c, facts) => isAcronymAfter(facts.analysis.text, endOf(c, facts)),
  },
  {
    name: 'cues',
    meaning: 'how much oftener keywords have such tags, such a length or capitals, and such words beside them',
  },
];

const startOf = ({ spans }: Candidate, { analysis }: TextFacts) => analysis.tokens[spans[0].first].start;
const endOf = ({ spans }: Candidate, { analysis }: TextFacts) => analysis.tokens[spans[0].last].end;

function isAcronymAfter(text: string, end: number): number {
  const code = text.charCodeAt(end);
  // Few candidates have a space or a bracket after them that one begins with.
  if (isAsciiLetter(code) || isCommonHan(code)) return 0;
  return Number(ACRONYM.test(text.slice(end, end + 14)));
}
