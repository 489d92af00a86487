import { isAsciiLetter, isCommonHan } from '../text/language.js';
import { hasPhrase } from '../text/term-table.js';
import { isNameTag } from '../text/word-class.js';
import { type Candidate, occurrencesOutside } from './candidate.js';
import { kindOf, ofWord, type TextFacts, WORD_FACTS } from './text-facts.js';

/** Something that tells keywords from other candidates, whatever the text is about. */
export interface PriorTerm {
  readonly name: string;
  /** What it says, for people. */
  readonly meaning: string;
  /** Whether it depends on the place of a candidate. */
  readonly usesPosition?: true;
  /** Yes is 1, no is 0; else a number of the order of 1. */
  value(candidate: Candidate, facts: TextFacts): number;
}

/** Of a word in more than half of all documents nothing more is asked. */
const LEAST_IDF = 0.5;
/** A keyword of middling rarity. */
const MIDDLING_IDF = 6;
/** Tokens at the start of a text among which to come first says little: a sentence, a paragraph. */
const SENTENCE = 20;
const PARAGRAPH = 100;
const ACRONYM = /^\s?[(（]\p{Lu}[\w-]{1,9}[)）]/u;

/**
 * The terms of {@link logPriors}. Candidates of four and more words, and of three and more characters, have no term and
 * are the measure of the others. Each was kept for what it adds on sets that the weights were not fitted to.
 */
export const priorTerms: readonly PriorTerm[] = [
  { name: 'oneWord', meaning: 'one word', value: ({ words }) => Number(words.length === 1) },
  { name: 'twoWords', meaning: 'two words', value: ({ words }) => Number(words.length === 2) },
  { name: 'threeWords', meaning: 'three words', value: ({ words }) => Number(words.length === 3) },
  { name: 'oneCharacter', meaning: 'one character', value: (c, facts) => Number(lengthOf(c, facts) === 1) },
  { name: 'twoCharacters', meaning: 'two characters', value: (c, facts) => Number(lengthOf(c, facts) === 2) },
  {
    name: 'occurrences',
    meaning: 'log(occurrences outside longer candidates)',
    value: (c) => Math.log(occurrencesOutside(c)),
  },
  {
    name: 'onceWord',
    meaning: 'a word that occurs once',
    value: ({ words, spans }) => Number(words.length === 1 && spans.length === 1),
  },
  {
    name: 'onceNoNoun',
    meaning: 'a word that occurs once and is a verb, an adjective or a place word',
    value: (c, facts) =>
      Number(
        c.words.length === 1 && c.spans.length === 1 && (facts.kinds[c.spans[0].first] & kindOf.namesNothing) !== 0,
      ),
  },
  { name: 'oncePhrase', meaning: 'a phrase that stands alone once', value: (c) => isOncePhrase(c) },
  {
    name: 'onceVerb',
    meaning: 'a phrase with a verb in it that stands alone once',
    value: (c, facts) => isOncePhrase(c) * Number(shareOf(c, facts, kindOf.verb) > 0),
  },
  {
    name: 'clause',
    meaning: 'occurs once and says what somebody does or how something is',
    value: (c, facts) => Number(isClause(c, facts)),
  },
  {
    name: 'wordCounts',
    meaning: 'mean log(occurrences) of its words',
    value: (c, facts) => meanOf(c, facts, ofWord.logCount),
  },
  {
    name: 'leastCount',
    meaning: 'log(occurrences) of its rarest word',
    value: (c, facts) => leastOf(c, facts, ofWord.logCount),
  },
  {
    name: 'lastCount',
    meaning: 'log(occurrences) of its last word',
    value: ({ words }, { ofWords }) => ofWords[words[words.length - 1].place * WORD_FACTS + ofWord.logCount],
  },
  {
    name: 'title',
    usesPosition: true,
    meaning: 'is in the title',
    value: ({ spans }, { analysis }) => Number(spans[0].first < analysis.titleTokens),
  },
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
  {
    name: 'spread',
    usesPosition: true,
    meaning: 'share of the text between its first and its last occurrence',
    value: spreadOf,
  },
  {
    name: 'rootSpread',
    usesPosition: true,
    meaning: 'square root of that share',
    value: (c, facts) => Math.sqrt(spreadOf(c, facts)),
  },
  {
    name: 'rarity',
    meaning: 'mean idf of its words / 6',
    value: (c, facts) => meanOf(c, facts, ofWord.idf) / MIDDLING_IDF,
  },
  {
    name: 'logRarity',
    meaning: 'log(mean idf of its words / 6)',
    value: (c, facts) => Math.log(Math.max(LEAST_IDF, meanOf(c, facts, ofWord.idf)) / MIDDLING_IDF),
  },
  {
    name: 'leastRarity',
    meaning: 'idf of its least rare word / 6',
    value: (c, facts) => leastOf(c, facts, ofWord.idf) / MIDDLING_IDF,
  },
  {
    name: 'burstiness',
    meaning: 'mean log(occurrences / documents) of its words in the corpus',
    value: (c, facts) => meanOf(c, facts, ofWord.burstiness),
  },
  {
    name: 'unknownWords',
    meaning: 'share of its words that the model does not know',
    value: (c, facts) => meanOf(c, facts, ofWord.unknown),
  },
  {
    name: 'keyness',
    meaning: 'how much oftener than others its words are in keywords',
    value: (c, facts) => meanOf(c, facts, ofWord.keyness),
  },
  {
    name: 'termhood',
    meaning: 'one of its words can be what a text is about: 1, or −1 where none of them can',
    value: ({ words }, { ofWords }) => {
      let most = -1;
      for (let w = 0; w < words.length; w++) {
        most = Math.max(most, ofWords[words[w].place * WORD_FACTS + ofWord.termhood]);
      }
      return most;
    },
  },
  {
    name: 'termPhrase',
    meaning: 'a phrase that is an established term',
    value: (c, facts) => Number(c.words.length > 1 && isTerm(c, facts)),
  },
  {
    name: 'nounsOnly',
    meaning: 'all its words are nouns',
    value: (c, facts) => Number(shareOf(c, facts, kindOf.noun) === 1),
  },
  { name: 'verbs', meaning: 'share of verbs', value: (c, facts) => shareOf(c, facts, kindOf.verb) },
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
];

function isTerm({ words }: Candidate, { analysis: { terms } }: TextFacts): boolean {
  return terms !== undefined && hasPhrase(terms.terms, words);
}

const startOf = ({ spans }: Candidate, { analysis }: TextFacts) => analysis.tokens[spans[0].first].start;
const endOf = ({ spans }: Candidate, { analysis }: TextFacts) => analysis.tokens[spans[0].last].end;

function spreadOf({ spans }: Candidate, { analysis }: TextFacts): number {
  return (spans[spans.length - 1].first - spans[0].first) / analysis.tokens.length;
}

function lengthOf(candidate: Candidate, facts: TextFacts): number {
  const start = startOf(candidate, facts);
  const end = endOf(candidate, facts);
  let length = end - start;
  // What is longer than two characters has the same terms.
  for (let at = start; at < end && end - start <= 4; at++) if (facts.analysis.text.codePointAt(at)! > 0xffff) length--;
  return length;
}

function isAcronymAfter(text: string, end: number): number {
  const code = text.charCodeAt(end);
  // Few candidates have a space or a bracket after them that one begins with.
  if (isAsciiLetter(code) || isCommonHan(code)) return 0;
  return Number(ACRONYM.test(text.slice(end, end + 14)));
}

function isOncePhrase(candidate: Candidate): number {
  return Number(candidate.words.length > 1 && occurrencesOutside(candidate) < 2);
}

/**
 * Whether a candidate that occurs once begins or ends with a verb, ends in an adjective, or has a verb or an adverb within:
 * 更换小将, 出租人有权, 环境安静.
 */
function isClause({ spans }: Candidate, { kinds }: TextFacts): boolean {
  if (spans.length > 1) return false;
  const { first, last } = spans[0];
  const { verb, adjective, adverb } = kindOf;
  if (kinds[first] & verb || kinds[last] & (verb | adjective)) return true;
  for (let t = first + 1; t < last; t++) if (kinds[t] & (verb | adverb)) return true;
  return false;
}

/** @param fact one of {@link ofWord} */
function meanOf({ words }: Candidate, { ofWords }: TextFacts, fact: number): number {
  let sum = 0;
  for (let w = 0; w < words.length; w++) sum += ofWords[words[w].place * WORD_FACTS + fact];
  return sum / words.length;
}

function leastOf({ words }: Candidate, { ofWords }: TextFacts, fact: number): number {
  let least = Number.POSITIVE_INFINITY;
  for (let w = 0; w < words.length; w++) least = Math.min(least, ofWords[words[w].place * WORD_FACTS + fact]);
  return least;
}

/** Share of the tokens of a candidate's first occurrence that are of a kind, one of {@link kindOf}. */
function shareOf({ spans }: Candidate, { kinds }: TextFacts, kind: number): number {
  const { first, last } = spans[0];
  let found = 0;
  for (let t = first; t <= last; t++) if (kinds[t] & kind) found++;
  return found / (last - first + 1);
}
