import { newFloats, newIntegers } from '../text/scratch.js';
import { hasHash, hashOf, NO_KEY, type TermTable, withKey } from '../text/term-table.js';
import type { TextAnalysis } from './analyze-text.js';
import { type Candidate, occurrencesOutside } from './candidate.js';
import { fillByCues } from './cues.js';
import type { Entry } from './lexicon.js';

/** What is known of a word, as places in its row. */
const ofWord = {
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
const WORD_FACTS = 6;

/** The terms of the prior that are found for a candidate by one look at it, as the numbers of their columns. */
const ofCandidate = {
  oneWord: 0,
  twoWords: 1,
  threeWords: 2,
  oneCharacter: 3,
  twoCharacters: 4,
  occurrences: 5,
  onceWord: 6,
  onceNoNoun: 7,
  oncePhrase: 8,
  onceVerb: 9,
  clause: 10,
  wordCounts: 11,
  leastCount: 12,
  lastCount: 13,
  title: 14,
  spread: 15,
  rootSpread: 16,
  rarity: 17,
  leastRarity: 18,
  burstiness: 19,
  unknownWords: 20,
  keyness: 21,
  termhood: 22,
  nounsOnly: 23,
  verbs: 24,
  length: 25,
  cues: 26,
} as const;
const COLUMNS = 27;

const columnOfTerm = new Map<string, number>(Object.entries(ofCandidate));

/** The column of a term that is found for all candidates at once. */
export const columnOf = (name: string): number => columnOfTerm.get(name)!;

/** A keyword of middling rarity. */
export const MIDDLING_IDF = 6;

/** What a tag says of a token, as bits; the last for verbs, adjectives and places. */
const VERB = 1;
const NOUN = 2;
const ADJECTIVE = 4;
const ADVERB = 8;
const NAMES_NOTHING = 16;

/** Characters beyond which a candidate is not short in any way. */
const LONG = 10;

/** What terms ask of a text and its candidates, found once for all. */
export interface TextFacts {
  readonly analysis: TextAnalysis;
  /** (COLUMNS, candidates) what {@link columnOf} names; they are there until the facts of the next text. */
  readonly columns: Float64Array;
}

/** In the order of the bits. */
const KINDS = [/^(v(?!n)|VERB)/, /^(n|vn|eng|NOUN|PROPN)/, /^(a(?!n)|ADJ)/, /^(d|ADV)/, /^(v(?!n)|a|s$|VERB|ADJ)/];

/** Finds the facts of a text and its candidates. */
export function factsOf(analysis: TextAnalysis, candidates: readonly Candidate[]): TextFacts {
  const ofWords = factsOfWords(analysis);
  const kinds = kindsOf(analysis);
  const columns = columnsFor(candidates.length);
  for (let c = 0; c < candidates.length; c++) {
    fillByWords(columns, candidates.length, c, candidates[c], ofWords);
    fillByPlaces(columns, candidates.length, c, candidates[c], analysis, kinds);
  }
  const ofCues = ofCandidate.cues * candidates.length;
  fillByCues(columns.subarray(ofCues, ofCues + candidates.length), candidates, analysis);
  return { analysis, columns };
}

/** Candidates whose columns stay in memory for the next text. */
const MOST = 1 << 12;
let kept = new Float64Array(0);

function columnsFor(candidates: number): Float64Array {
  if (candidates > MOST) return new Float64Array(candidates * COLUMNS);
  if (kept.length < candidates * COLUMNS) kept = new Float64Array(2 * candidates * COLUMNS);
  return kept;
}

/** (words, WORD_FACTS) what {@link ofWord} names. */
function factsOfWords({ words, terms }: TextAnalysis): Float64Array {
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
  return ofWords;
}

/** What its words say of a candidate: means, but of counts and rarity the least as well, and of termhood the most. */
function fillByWords(columns: Float64Array, n: number, c: number, { words }: Candidate, ofWords: Float64Array): void {
  const { length } = words;
  let [counts, idf, burstiness, unknown, keyness] = [0, 0, 0, 0, 0];
  let leastCount = Number.POSITIVE_INFINITY;
  let leastIdf = Number.POSITIVE_INFINITY;
  let termhood = -1;
  let at = 0;
  for (let w = 0; w < length; w++) {
    at = words[w].place * WORD_FACTS;
    counts += ofWords[at];
    idf += ofWords[at + ofWord.idf];
    burstiness += ofWords[at + ofWord.burstiness];
    unknown += ofWords[at + ofWord.unknown];
    keyness += ofWords[at + ofWord.keyness];
    leastCount = Math.min(leastCount, ofWords[at]);
    leastIdf = Math.min(leastIdf, ofWords[at + ofWord.idf]);
    termhood = Math.max(termhood, ofWords[at + ofWord.termhood]);
  }
  columns[n * ofCandidate.oneWord + c] = Number(length === 1);
  columns[n * ofCandidate.twoWords + c] = Number(length === 2);
  columns[n * ofCandidate.threeWords + c] = Number(length === 3);
  columns[n * ofCandidate.wordCounts + c] = counts / length;
  columns[n * ofCandidate.leastCount + c] = leastCount;
  columns[n * ofCandidate.lastCount + c] = ofWords[at];
  columns[n * ofCandidate.rarity + c] = idf / length / MIDDLING_IDF;
  columns[n * ofCandidate.leastRarity + c] = leastIdf / MIDDLING_IDF;
  columns[n * ofCandidate.burstiness + c] = burstiness / length;
  columns[n * ofCandidate.unknownWords + c] = unknown / length;
  columns[n * ofCandidate.keyness + c] = keyness / length;
  columns[n * ofCandidate.termhood + c] = termhood;
}

/** What its places in the text say of a candidate, and the tags at the first. */
function fillByPlaces(
  columns: Float64Array,
  n: number,
  c: number,
  candidate: Candidate,
  { text, tokens, titleTokens }: TextAnalysis,
  kinds: Int32Array,
): void {
  const { words, spans } = candidate;
  const { first, last } = spans[0];
  const characters = charactersOf(text, tokens[first].start, tokens[last].end);
  const outside = occurrencesOutside(candidate);
  const isOnce = spans.length === 1;
  const isWord = words.length === 1;
  let verbs = 0;
  let nouns = 0;
  // Begins or ends with a verb, ends in an adjective, or has a verb or an adverb within: 更换小将, 出租人有权, 环境安静.
  let isClause = (kinds[first] & VERB) !== 0 || (kinds[last] & (VERB | ADJECTIVE)) !== 0;
  for (let t = first; t <= last; t++) {
    if (kinds[t] & VERB) verbs++;
    if (kinds[t] & NOUN) nouns++;
    if (t > first && t < last && kinds[t] & (VERB | ADVERB)) isClause = true;
  }
  const isOncePhrase = Number(!isWord && outside < 2);
  const spread = (spans[spans.length - 1].first - first) / tokens.length;
  columns[n * ofCandidate.oneCharacter + c] = Number(characters === 1);
  columns[n * ofCandidate.twoCharacters + c] = Number(characters === 2);
  columns[n * ofCandidate.length + c] = Math.log(Math.min(LONG, characters));
  columns[n * ofCandidate.occurrences + c] = Math.log(outside);
  columns[n * ofCandidate.onceWord + c] = Number(isWord && isOnce);
  columns[n * ofCandidate.onceNoNoun + c] = Number(isWord && isOnce && (kinds[first] & NAMES_NOTHING) !== 0);
  columns[n * ofCandidate.oncePhrase + c] = isOncePhrase;
  columns[n * ofCandidate.onceVerb + c] = isOncePhrase * Number(verbs > 0);
  columns[n * ofCandidate.clause + c] = Number(isOnce && isClause);
  columns[n * ofCandidate.title + c] = Number(first < titleTokens);
  columns[n * ofCandidate.spread + c] = spread;
  columns[n * ofCandidate.rootSpread + c] = Math.sqrt(spread);
  columns[n * ofCandidate.nounsOnly + c] = Number(nouns === last - first + 1);
  columns[n * ofCandidate.verbs + c] = verbs / (last - first + 1);
}

/** Characters between two places; what is longer than two has the same terms, and two are of six code units at most: Korean syllables in parts. */
function charactersOf(text: string, start: number, end: number): number {
  let length = end - start;
  if (length > 6) return length;
  let isApart = false;
  for (let at = start; at < end; at++) {
    const code = text.codePointAt(at)!;
    if (code > 0xffff) length--;
    else if (code >= 0x300 && code < 0x1200) isApart ||= code < 0x370 || code >= 0x1100;
  }
  return isApart ? [...text.slice(start, end).normalize('NFC')].length : length;
}

function termhoodOf(entry: Entry, table: TermTable): number {
  if (entry.terms !== table) {
    const hash = hashOf(withKey(NO_KEY, entry.key));
    entry.termhood = hasHash(table.general, hash) ? -1 : hasHash(table.terms, hash) ? 1 : 0;
    entry.terms = table;
  }
  return entry.termhood;
}

/** (tokens) a bit for each of {@link KINDS}. */
function kindsOf({ tokens }: TextAnalysis): Int32Array {
  const kinds = newIntegers(tokens.length);
  for (let t = 0; t < tokens.length; t++) kinds[t] = kindsOfTag(tokens[t].partOfSpeech ?? '');
  return kinds;
}

/** There are few tags, and many words have each. */
const knownTags = new Map<string, number>();

function kindsOfTag(tag: string): number {
  let kinds = knownTags.get(tag);
  if (kinds === undefined) {
    kinds = KINDS.reduce((bits, kind, k) => bits | (Number(kind.test(tag)) << k), 0);
    knownTags.set(tag, kinds);
  }
  return kinds;
}
