import type { ConditionalModel } from './conditional-model.js';
import { createVocabulary, type Vocabulary } from './vocabulary.js';

/** Tokens that a table of frequencies stands for: a word that is not in it is as rare as one in 10 million. */
const TOKENS = 1e7;

/**
 * A vocabulary of a table of frequencies.
 *
 * @param table line n, from 0, has words of the frequency 10^(−n/100), separated by spaces; the first of a word counts
 */
export function vocabularyOfFrequencies(table: string): Vocabulary {
  const counts = new Map<string, number>();
  table.split('\n').forEach((line, n) => {
    const count = Math.max(1, TOKENS * 10 ** (-n / 100));
    if (line !== '') for (const word of line.split(' ')) if (!counts.has(word)) counts.set(word, count);
  });
  const vocabulary = createVocabulary({ words: [...counts.keys()], counts: Float64Array.from(counts.values()) });
  const { indexOf } = vocabulary;
  // The tables have no ß: strasse.
  return {
    ...vocabulary,
    indexOf: (word) => indexOf(word) ?? (word.includes('ß') ? indexOf(word.replaceAll('ß', 'ss')) : undefined),
  };
}

/**
 * A model that knows how often words are used and nothing of what goes with what: p(output | input) = p(output).
 *
 * @param keyOf what the forms of a word have in common
 */
export function unigrams(vocabulary: Vocabulary, keyOf?: (word: string) => string): ConditionalModel {
  const { counts, tokenCount } = vocabulary;
  const logShare = (word: number) => Math.log(counts[word] / tokenCount);
  return {
    estimator: 'unigrams',
    exact: true,
    vocabulary,
    kernel: 'none',
    logProbability: logShare,
    textLogProbabilities: (conditions, { words, counts: occurrences }) => {
      const sum = words.reduce((total, word, k) => total + occurrences[k] * logShare(word), 0);
      return new Float64Array(conditions.length).fill(sum);
    },
    logProbabilities: (conditions, outputWords) => {
      const row = Float32Array.from(outputWords, logShare);
      const block = new Float32Array(conditions.length * row.length);
      for (let c = 0; c < conditions.length; c++) block.set(row, c * row.length);
      return block;
    },
    gains: (conditions, outputWords) => new Float32Array(conditions.length * outputWords.length),
    ...(keyOf && { keyOf }),
  };
}
