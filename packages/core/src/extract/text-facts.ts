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
  /** (words) 1 for those that the model does not know. */
  readonly unknown: Float64Array;
  /** (tokens) 1 for verbs, for nouns, and for verbs, adjectives and places. */
  readonly verbs: Uint8Array;
  readonly nouns: Uint8Array;
  readonly namesNothing: Uint8Array;
}

const VERB = /^(v(?!n)|VERB)/;
const NOUN = /^(n|vn|eng|NOUN|PROPN)/;
const NAMES_NOTHING = /^(v(?!n)|a|s$|VERB|ADJ)/;

/** Finds the facts of a text. */
export function factsOf(analysis: TextAnalysis): TextFacts {
  const { tokens, words } = analysis;
  const logCounts = new Float64Array(words.length);
  for (const { root, count } of words) logCounts[root] += count;
  for (const { place, root } of words) logCounts[place] = place === root ? Math.log(logCounts[root]) : logCounts[root];
  const [idf, burstiness, keyness, unknown] = [0, 1, 2, 3].map(() => new Float64Array(words.length));
  for (const { place, index, entry } of words) {
    idf[place] = entry.idf;
    burstiness[place] = entry.burstiness;
    keyness[place] = entry.keyness;
    unknown[place] = index < 0 ? 1 : 0;
  }
  const [verbs, nouns, namesNothing] = [0, 1, 2].map(() => new Uint8Array(tokens.length));
  for (let t = 0; t < tokens.length; t++) {
    const kinds = kindsOfTag(tokens[t].partOfSpeech ?? '');
    verbs[t] = kinds & 1;
    nouns[t] = (kinds >> 1) & 1;
    namesNothing[t] = kinds >> 2;
  }
  return { analysis, logCounts, idf, burstiness, keyness, unknown, verbs, nouns, namesNothing };
}

/** A bit for each of the three: there are few tags, and many words have each. */
const knownTags = new Map<string, number>();

function kindsOfTag(tag: string): number {
  let kinds = knownTags.get(tag);
  if (kinds === undefined) {
    kinds = Number(VERB.test(tag)) | (Number(NOUN.test(tag)) << 1) | (Number(NAMES_NOTHING.test(tag)) << 2);
    knownTags.set(tag, kinds);
  }
  return kinds;
}
