import { hasHash, hashOf, NO_KEY, type TermTable, withKey } from '../text/term-table.js';
import type { TextAnalysis } from './analyze-text.js';

/** What terms ask of a text, found once for all its candidates. */
export interface TextFacts {
  readonly analysis: TextAnalysis;
  /** (words) log occurrences of each word under all its spellings. */
  readonly logCounts: Float64Array;
  /** (words) what the lexicon says of each, here for all candidates that have it. */
  readonly idf: Float64Array;
  readonly burstiness: Float64Array;
  readonly keyness: Float64Array;
  /**
   * (words) whether a text can be about each: 1 for those that name a subject (押金, `inflation`), −1 for those that any text may
   * say (老师, `visitor`), 0 for others. The word is of K. Kageura and B. Umino, Methods of automatic term recognition (1996).
   */
  readonly termhood: Float64Array;
  /** (words) 1 for those that the model does not know. */
  readonly unknown: Float64Array;
  /** (tokens) 1 for verbs, for nouns, for adjectives, for adverbs, and for verbs, adjectives and places. */
  readonly verbs: Uint8Array;
  readonly nouns: Uint8Array;
  readonly adjectives: Uint8Array;
  readonly adverbs: Uint8Array;
  readonly namesNothing: Uint8Array;
}

const VERB = /^(v(?!n)|VERB)/;
const NOUN = /^(n|vn|eng|NOUN|PROPN)/;
const ADJECTIVE = /^(a(?!n)|ADJ)/;
const ADVERB = /^(d|ADV)/;
const NAMES_NOTHING = /^(v(?!n)|a|s$|VERB|ADJ)/;
/** Bits, in this order. */
const KINDS = [VERB, NOUN, ADJECTIVE, ADVERB, NAMES_NOTHING];

/** Finds the facts of a text. */
export function factsOf(analysis: TextAnalysis): TextFacts {
  const { tokens, words, terms } = analysis;
  const logCounts = new Float64Array(words.length);
  for (const { root, count } of words) logCounts[root] += count;
  for (const { place, root } of words) logCounts[place] = place === root ? Math.log(logCounts[root]) : logCounts[root];
  const [idf, burstiness, keyness, termhood, unknown] = [0, 1, 2, 3, 4].map(() => new Float64Array(words.length));
  for (const { place, index, entry } of words) {
    idf[place] = entry.idf;
    burstiness[place] = entry.burstiness;
    keyness[place] = entry.keyness;
    if (terms) termhood[place] = termhoodOf(entry.key, terms);
    unknown[place] = index < 0 ? 1 : 0;
  }
  const ofKind = KINDS.map(() => new Uint8Array(tokens.length));
  for (let t = 0; t < tokens.length; t++) {
    const kinds = kindsOfTag(tokens[t].partOfSpeech ?? '');
    for (let kind = 0; kind < KINDS.length; kind++) ofKind[kind][t] = (kinds >> kind) & 1;
  }
  const [verbs, nouns, adjectives, adverbs, namesNothing] = ofKind;
  const ofWords = { logCounts, idf, burstiness, keyness, termhood, unknown };
  return { analysis, ...ofWords, verbs, nouns, adjectives, adverbs, namesNothing };
}

function termhoodOf(key: string, { general, terms }: TermTable): number {
  const hash = hashOf(withKey(NO_KEY, key));
  return hasHash(general, hash) ? -1 : hasHash(terms, hash) ? 1 : 0;
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
