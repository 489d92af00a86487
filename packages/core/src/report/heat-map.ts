import type { KeywordAnalysis } from '../extract/extract-keywords.js';

/** Punctuation and signs such as | and $, which are no words; 🌞 is one. */
const SIGNS = /^[\p{P}\p{Sm}\p{Sc}\p{Sk}]+$/u;

/** What the words of a text add to the scores of its keywords: words × keywords. */
export interface HeatMap {
  /** (K) as the text spells them. */
  readonly keywords: readonly string[];
  /** (W) distinct words of the text without punctuation, in capitals or not, as they are spelled first; those that matter most first. */
  readonly words: readonly string[];
  /** (W, K) sums over all occurrences of a word, in nats. */
  readonly values: readonly (readonly number[])[];
}

/**
 * The heat map of an analysis that was made with the option `explain`.
 *
 * @param maxWords words shown, at most: those with the largest contribution to any keyword
 */
export function heatMap(text: string, { keywords, explanation }: KeywordAnalysis, maxWords = 30): HeatMap {
  if (!explanation) throw new RangeError('The analysis has no explanation: extract with { explain: true }.');
  const values = new Map<string, { word: string; row: number[] }>();
  explanation.tokens.forEach(([start, end], t) => {
    const word = text.slice(start, end);
    if (SIGNS.test(word)) return;
    const key = word.toLowerCase();
    const { row } = values.get(key) ?? { row: new Array<number>(keywords.length).fill(0) };
    if (!values.has(key)) values.set(key, { word, row });
    explanation.contributions.forEach((contributions, k) => {
      row[k] += contributions[t];
    });
  });
  const strength = (row: readonly number[]) => row.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const rows = [...values.values()]
    .filter(({ row }) => strength(row) > 0)
    .sort((a, b) => strength(b.row) - strength(a.row))
    .slice(0, maxWords);
  return {
    keywords: keywords.map((keyword) => keyword.text),
    words: rows.map(({ word }) => word),
    values: rows.map(({ row }) => row),
  };
}

/**
 * For every token of the text the keyword that it is part of or that clearly explains it, −1 for none; and how much of the
 * largest contribution to that keyword is its.
 */
export function strongestKeywords({ explanation }: KeywordAnalysis): { keyword: number; strength: number }[] {
  const { contributions, explainedBy } = explanation!;
  // Each keyword by its own scale: the first would outshine the others.
  const largest = contributions.map((row) => row.reduce((most, value) => Math.max(most, value), 0) || 1);
  return explainedBy.map((keyword, t) => {
    const share = keyword < 0 ? 0 : Math.max(0, contributions[keyword][t]) / largest[keyword];
    return { keyword, strength: Math.sqrt(share) };
  });
}
