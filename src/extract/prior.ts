import type { Language } from '../text/language.js';
import type { TextAnalysis } from './analyze-text.js';
import { type Candidate, occurrencesOutside } from './candidates.js';

/** Tokens of a text of middling length: an abstract. */
const MIDDLING = 200;
/** Tokens at the start of a text among which to stand first says little: short texts have hardly more. */
const OPENING = 5;

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
  const occurrences = occurrencesOutside(candidate);
  let rarest = Number.POSITIVE_INFINITY;
  for (const { count } of words) rarest = Math.min(rarest, count);
  return [
    isOne,
    isTwo,
    Number(words.length === 3),
    isOne * length,
    Number(characters === 1),
    Number(characters === 2),
    Math.log1p(first / OPENING),
    (spans[spans.length - 1].first - first) / tokens.length,
    Number(ending === 'modifier'),
    Number(ending === 'verb'),
    Number(words.length > 1 && opening === 'verb'),
    Math.log(occurrences),
    first / tokens.length,
    Math.log(occurrences / rarest),
    isTwo * length,
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
  zh: [1.22, 1.55, 1.25, -1.35, -2.76, -2.16, -0.76, 1.48, -0.52, -0.15, -0.34, 0.8, -0.31, -0.89, -0.26],
  en: [-1.14, 0.1, 0.16, 2.66, -0.77, -0.25, -0.49, 0.05, -0.46, -0.53, -0.27, 0.81, 0.16, -0.02, 0.55],
};

/** log π(c), in nats up to a constant: how likely a candidate is to be a keyword before asking what the text says. */
export function logPrior(candidate: Candidate, analysis: TextAnalysis, language: Language): number {
  const weights = priorWeights[language];
  const features = priorFeatures(candidate, analysis);
  let sum = 0;
  for (let i = 0; i < features.length; i++) sum += features[i] * weights[i];
  return sum;
}
