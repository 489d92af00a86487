import { newFloats, newIntegers } from '../text/scratch.js';
import { hasHash, hashOf, NO_KEY, type TermTable, withKey } from '../text/term-table.js';
import type { TextAnalysis } from './analyze-text.js';
import type { Entry } from './lexicon.js';

/** What is known of a word, as places in its row of {@link TextFacts.ofWords}. */
export const ofWord = {
  /** log occurrences under all its spellings. */
  logCount: 0,
  idf: 1,
  burstiness: 2,
  keyness: 3,
  /**
   * Whether a text can be about it: 1 for those that name a subject (押金, `inflation`), −1 for those that any text may
   * say (老师, `visitor`), 0 for others. The word is of K. Kageura and B. Umino, Methods of automatic term recognition (1996).
   */
  termhood: 4,
  /** 1 for those that the model does not know. */
  unknown: 5,
} as const;
/** Numbers of a row. */
export const WORD_FACTS = 6;

/** What a tag says of a token, as bits of {@link TextFacts.kinds}; the last for verbs, adjectives and places. */
export const kindOf = { verb: 1, noun: 2, adjective: 4, adverb: 8, namesNothing: 16 } as const;

/** What terms ask of a text, found once for all its candidates. */
export interface TextFacts {
  readonly analysis: TextAnalysis;
  /** (words, WORD_FACTS) what {@link ofWord} names. */
  readonly ofWords: Float64Array;
  /** (tokens) the bits that {@link kindOf} names. */
  readonly kinds: Int32Array;
}

/** In the order of the bits. */
const KINDS = [/^(v(?!n)|VERB)/, /^(n|vn|eng|NOUN|PROPN)/, /^(a(?!n)|ADJ)/, /^(d|ADV)/, /^(v(?!n)|a|s$|VERB|ADJ)/];

/** Finds the facts of a text. */
export function factsOf(analysis: TextAnalysis): TextFacts {
  const { tokens, words, terms } = analysis;
  const ofWords = newFloats(words.length * WORD_FACTS);
  for (const { root, count } of words) ofWords[root * WORD_FACTS] += count;
  for (let place = 0, at = 0; place < words.length; place++, at += WORD_FACTS) {
    const { root, index, entry } = words[place];
    ofWords[at] = place === root ? Math.log(ofWords[at]) : ofWords[root * WORD_FACTS];
    ofWords[at + ofWord.idf] = entry.idf;
    ofWords[at + ofWord.burstiness] = entry.burstiness;
    ofWords[at + ofWord.keyness] = entry.keyness;
    if (terms) ofWords[at + ofWord.termhood] = termhoodOf(entry, terms);
    if (index < 0) ofWords[at + ofWord.unknown] = 1;
  }
  const kinds = newIntegers(tokens.length);
  for (let t = 0; t < tokens.length; t++) kinds[t] = kindsOfTag(tokens[t].partOfSpeech ?? '');
  return { analysis, ofWords, kinds };
}

function termhoodOf(entry: Entry, table: TermTable): number {
  if (entry.terms !== table) {
    const hash = hashOf(withKey(NO_KEY, entry.key));
    entry.termhood = hasHash(table.general, hash) ? -1 : hasHash(table.terms, hash) ? 1 : 0;
    entry.terms = table;
  }
  return entry.termhood;
}

/** A bit for each of {@link KINDS}: there are few tags, and many words have each. */
const knownTags = new Map<string, number>();

function kindsOfTag(tag: string): number {
  let kinds = knownTags.get(tag);
  if (kinds === undefined) {
    kinds = KINDS.reduce((bits, kind, k) => bits | (Number(kind.test(tag)) << k), 0);
    knownTags.set(tag, kinds);
  }
  return kinds;
}
