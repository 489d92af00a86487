import { isAsciiLetter, type Language } from '../text/language.js';
import { isNameTag } from '../text/word-class.js';
import type { TextAnalysis } from './analyze-text.js';
import { type Candidate, occurrencesOutside } from './candidate.js';

/** Tokens of a text of middling length: an abstract. */
const MIDDLING = 200;
/** Tokens at the start of a text among which to stand first says little: short texts have hardly more. */
const OPENING = 5;
/** Of a word in more than half of all documents nothing more is asked. */
const LEAST_IDF = 0.5;
/** A keyword of middling rarity and length: what is like it has a score of the same order in every text. */
const MIDDLING_IDF = 6;
const MIDDLING_CHARACTERS = 4;

/**
 * What authors' keywords look like, whatever the text is about: the terms of {@link logPrior}. Yes is 1, no is 0; no
 * length is named for four and more words and three and more characters, which therefore are the measure of the others.
 */
export const priorTerms = [
  'one word',
  'two words',
  'three words',
  'one word, times log(tokens of the text / 200), at most 1 either way',
  'one character',
  'two characters',
  'log(1 + tokens before it first stands / 5)',
  'share of the text between its first and its last occurrence',
  'ends in an adjective',
  'ends in a verb',
  'a phrase that begins with a verb',
  'log(occurrences outside longer candidates)',
  'share of the text before it first stands',
  'log(occurrences / occurrences of its rarest word)',
  'two words, times log(tokens of the text / 200), at most 1 either way',
  'log(mean idf of its words / 6)',
  'the same, times log(tokens of the text / 200), at most 1 either way',
  'mean log(occurrences / documents) of its words in the corpus',
  'log(occurrences outside longer candidates), times log(tokens of the text / 200), at most 1 either way',
  'ends in a name',
  'begins with a Latin letter',
  'three words, times log(tokens of the text / 200), at most 1 either way',
  'log(1 + tokens before it first stands / 5), times log(tokens of the text / 200), at most 1 either way',
  'share of its words that the model does not know',
  'largest log idf of its words above the mean',
  'log(characters / 4)',
] as const;

/** The terms of a candidate, in the order of {@link priorTerms}. */
export function priorFeatures(candidate: Candidate, { text, tokens }: TextAnalysis): number[] {
  const { words, spans, opening, ending } = candidate;
  const { first, last } = spans[0];
  const { start } = tokens[first];
  const { end } = tokens[last];
  const characters = end - start > 4 ? 3 : countCharacters(text, start, end);
  const length = Math.max(-1, Math.min(1, Math.log(tokens.length / MIDDLING)));
  const isOne = Number(words.length === 1);
  const isTwo = Number(words.length === 2);
  const isThree = Number(words.length === 3);
  const before = Math.log1p(first / OPENING);
  const occurrences = occurrencesOutside(candidate);
  const logOccurrences = Math.log(occurrences);
  let rarest = Number.POSITIVE_INFINITY;
  let idf = 0;
  let largest = LEAST_IDF;
  let burstiness = 0;
  let unknown = 0;
  for (const { count, entry, index } of words) {
    rarest = Math.min(rarest, count);
    idf += Math.max(LEAST_IDF, entry.idf);
    largest = Math.max(largest, entry.idf);
    burstiness += entry.burstiness;
    if (index < 0) unknown++;
  }
  const meanIdf = idf / words.length;
  const logIdf = Math.log(meanIdf / MIDDLING_IDF);
  return [
    isOne,
    isTwo,
    isThree,
    isOne * length,
    Number(characters === 1),
    Number(characters === 2),
    before,
    (spans[spans.length - 1].first - first) / tokens.length,
    Number(ending === 'modifier'),
    Number(ending === 'verb'),
    Number(words.length > 1 && opening === 'verb'),
    logOccurrences,
    first / tokens.length,
    Math.log(occurrences / rarest),
    isTwo * length,
    logIdf,
    logIdf * length,
    burstiness / words.length,
    logOccurrences * length,
    Number(isNameTag(tokens[last].partOfSpeech)),
    Number(isAsciiLetter(text.charCodeAt(start))),
    isThree * length,
    before * length,
    unknown / words.length,
    Math.log(largest / meanIdf),
    Math.log((end - start) / MIDDLING_CHARACTERS),
  ];
}

function countCharacters(text: string, start: number, end: number): number {
  let count = 0;
  for (let at = start; at < end; at += text.codePointAt(at)! > 0xffff ? 2 : 1) count++;
  return count;
}

/**
 * Weights of the terms in nats, fitted by evaluation/fit-prior.mjs to both measures of docs/evaluation.md: agreement with
 * the keywords that people chose, and guessing the text.
 */
export const priorWeights: Record<Language, readonly number[]> = {
  zh: [
    0.91, 1.84, 1.46, -1.65, -2.56, -1.48, -0.84, 1.37, -0.89, -0.94, -0.05, 0.65, -0.07, -0.64, -0.2, 0.95, 0.53,
    -0.08, 0.18, 0.3, 1.02, -0.61, 0, -1.13, 0, -0.79,
  ],
  en: [
    0.05, 0.78, 0.51, 2.49, -0.58, 0.31, -0.59, 0.59, -0.61, -1.03, -0.63, 0.86, 0.47, 0.12, 0.04, 1.34, -2.48, 0.76,
    -1.6, 0.07, 0.23, -1.03, 0.37, 0.12, -2.38, 1.15,
  ],
};

/** The same without the terms that ask where a candidate stands. */
const withoutPosition: typeof priorWeights = { zh: placeless(priorWeights.zh), en: placeless(priorWeights.en) };

function placeless(weights: readonly number[]): number[] {
  return weights.map((weight, i) => (/first stands|last occurrence/.test(priorTerms[i]) ? 0 : weight));
}

/** log π(c), in nats up to a constant: how likely a candidate is to be a keyword before asking what the text says. */
export function logPrior(
  candidate: Candidate,
  analysis: TextAnalysis,
  language: Language,
  usesPosition = true,
): number {
  const weights = (usesPosition ? priorWeights : withoutPosition)[language];
  const features = priorFeatures(candidate, analysis);
  let sum = 0;
  for (let i = 0; i < features.length; i++) sum += features[i] * weights[i];
  return sum;
}
