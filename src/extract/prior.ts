import type { Language } from '../text/language.js';
import type { TextAnalysis } from './analyze-text.js';
import type { Candidate } from './candidates.js';

/** Tokens of a text of middling length: an abstract. */
const MIDDLING = 200;
/** Tokens at the start of a text among which to stand first says little: short texts have hardly more. */
const OPENING = 5;
/**
 * Share of the fitted weights that is used: where people mark other things as keywords than these texts' authors did,
 * half of the fit is better, and here three quarters cost next to nothing.
 */
const STRENGTH = 0.75;

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
] as const;

/** The terms of a candidate, in the order of {@link priorTerms}. */
export function priorFeatures({ words, spans, opening, ending }: Candidate, { text, tokens }: TextAnalysis): number[] {
  const { first, last } = spans[0];
  const { start } = tokens[first];
  const { end } = tokens[last];
  const characters = end - start > 4 ? 3 : countCharacters(text, start, end);
  const isOne = Number(words.length === 1);
  return [
    isOne,
    Number(words.length === 2),
    Number(words.length === 3),
    isOne * Math.max(-1, Math.min(1, Math.log(tokens.length / MIDDLING))),
    Number(characters === 1),
    Number(characters === 2),
    Math.log1p(first / OPENING),
    (spans[spans.length - 1].first - first) / tokens.length,
    Number(ending === 'modifier'),
    Number(ending === 'verb'),
    Number(words.length > 1 && opening === 'verb'),
  ];
}

function countCharacters(text: string, start: number, end: number): number {
  let count = 0;
  for (let at = start; at < end; at += text.codePointAt(at)! > 0xffff ? 2 : 1) count++;
  return count;
}

/**
 * Weights of the terms in nats, by evaluation/fit-prior.mjs: a logistic regression of authors' keywords on the terms
 * beside the logarithm of the copy gain, whose own weight is 1 here. For English the news were given twice, so that
 * news and abstracts count the same; docs/evaluation.md has the commands.
 */
export const priorWeights: Record<Language, readonly number[]> = {
  zh: [3.76, 3.75, 2, 0, -3.86, -1.37, -1.12, 0.76, -1.19, -0.44, -0.53],
  en: [0.67, 1, 0.9, 1.08, -0.93, -0.86, -0.24, -0.44, -0.34, -0.47, -0.62],
};

/** log π(c), in nats up to a constant: how likely a candidate is to be a keyword before asking what the text says. */
export function logPrior(candidate: Candidate, analysis: TextAnalysis, language: Language): number {
  const weights = priorWeights[language];
  const features = priorFeatures(candidate, analysis);
  let sum = 0;
  for (let i = 0; i < features.length; i++) sum += features[i] * weights[i];
  return STRENGTH * sum;
}
