import { copyRow, type Matrix, rowLengths, timesVector } from '../math/matrix.js';
import { mixtureGain } from '../math/mixture.js';
import type { ConditionalModel } from '../model/conditional-model.js';
import { keepProbability } from '../model/keep-probability.js';
import { commonFunctionWords, isStopWord, isWordLike, keptStopWords } from '../text/stop-words.js';
import { toTraditional } from '../text/to-traditional.js';
import type { Tokenizer } from '../text/tokenizer.js';
import { wordClass } from '../text/word-class.js';
import type { TextAnalysis } from './analyze-text.js';
import { SUBSAMPLE } from './semantic-gains.js';
import { keyFor } from './variants.js';

/** A word that a text does not say but that goes with it. */
export interface AbsentKeyword {
  readonly text: string;
  /** How much better the text can be guessed from it than from nothing, in nats; see {@link findAbsent}. */
  readonly score: number;
}

const LATIN = /^\p{Script=Latin}/u;
/** Vocabulary words that are scored exactly: those whose vectors are nearest to the text's. */
const PRESELECTED = 300;
const PARTS = 256;
/** With half of the text left to the language at large, a word need not explain all of it. */
const LAMBDA = 0.5;
/** Occurrences in the corpus after which half of what the model says of a word's company is believed. */
const BELIEVED = 300;
/** Words whose mean direction is taken out of all: what nearly every text is near to. */
const FREQUENT = 20_000;

/** Which words {@link findAbsent} may not name. */
export interface AbsentOptions {
  readonly stopWords?: ReadonlySet<string> | 'none';
  readonly isExcluded?: ((word: string) => boolean) | undefined;
}

/**
 * Words of the vocabulary that best explain a text that does not contain them, content words only: nouns, verbs and the
 * like where the tokenizer knows parts of speech. The vocabulary is first ranked by how near each word's vector points to
 * the text's, the mean direction of all words taken out; then the nearest of it exactly, by
 *
 *     Σ_k a_k·max(0, log(λ_w·p(w_k | w)/p(w_k) + 1 − λ_w)),   λ_w = ½·n/(n + 300)
 *
 * n being the occurrences of w in the corpus: without that a word seen a dozen times, of whose company the model has
 * only noise to tell, wins over what the text is about (evaluation/compare-models.mjs).
 *
 * @returns at most `topN`, best first; none where the estimator has no vectors, or the text only signs and stop words
 */
export function findAbsent(
  model: ConditionalModel,
  tokenizer: Tokenizer,
  analysis: TextAnalysis,
  topN: number,
  { stopWords = keptStopWords, isExcluded }: AbsentOptions = {},
): AbsentKeyword[] {
  const { inputVectors } = model;
  if (!inputVectors) return [];
  const { words, counts, tokenCount } = model.vocabulary;
  const keyOf = (word: string) => keyFor(model, word);
  const present = new Set(analysis.words.flatMap(({ word }) => [word, keyOf(word)]));
  const said = analysis.wordCounts;
  const stops = stopWords === 'none' ? new Set<string>() : stopWords;
  const isTelling = (w: number) => isWordLike(words[w]) && !isStopWord(words[w], stops);
  // Vocabularies have words of other languages, which a text may quote.
  const { locale = 'en' } = tokenizer.description;
  const isLatin = new Intl.Locale(locale || 'en').maximize().script === 'Latn';
  const isForeign = (w: number) =>
    isStopWord(words[w]) || commonFunctionWords.has(words[w]) || (!isLatin && LATIN.test(words[w]));
  // Signs and stop words alone say nothing that a word could go with.
  if (!said.words.some(isTelling)) return [];
  const shares = Float64Array.from(said.words, (word) => counts[word] / tokenCount);
  const weights = shares.map((share, k) => said.counts[k] * keepProbability(share, SUBSAMPLE));
  const logShares = shares.map(Math.log);
  const cosines = cosinesWithText(inputVectors, said.words, weights);
  const near = model.nearWords?.(present);
  const isContent = (w: number) =>
    !present.has(words[w]) &&
    !present.has(keyOf(words[w])) &&
    !isExcluded?.(words[w]) &&
    isTelling(w) &&
    !(stopWords !== 'none' && isForeign(w)) &&
    near?.admits(words[w]) !== false &&
    // Last, for it cuts the word.
    isContentWord(words[w], tokenizer, stops);
  const nearest = firstOf(cosines, Math.max(PRESELECTED, topN), isContent);
  const logs = model.logProbabilities(
    nearest.map((w) => [w]),
    said.words,
  );
  const scored = nearest
    .map((w, c) => {
      const mixture = { lambda: (LAMBDA * counts[w]) / (counts[w] + BELIEVED), logShares, weights };
      let score = 0;
      for (let k = 0; k < shares.length; k++) {
        score += Math.max(0, mixtureGain(mixture, k, logs[c * shares.length + k]));
      }
      return { text: words[w], score };
    })
    .sort((a, b) => b.score - a.score);
  // Of several forms of a word the best.
  const listed = new Set<string>();
  const best = scored.filter(({ text }) => listed.size < listed.add(keyOf(text)).size).slice(0, topN);
  const { text } = analysis;
  if (!tokenizer.simplify || tokenizer.simplify(text) === text) return best;
  return best.map((word) => ({ ...word, text: toTraditional(word.text) }));
}

/** The indices of the largest values, largest first, of those that are admitted. */
function firstOf(values: Float64Array, wanted: number, isAdmitted: (index: number) => boolean): number[] {
  // Indices are sorted a part at a time, from the top: few of them are needed.
  const largest = values.reduce((a, b) => Math.max(a, b), 0);
  const parts = Array.from({ length: PARTS }, (): number[] => []);
  for (let i = 0; i < values.length; i++) {
    if (values[i] > 0) parts[Math.min(PARTS - 1, Math.floor((1 - values[i] / largest) * PARTS))].push(i);
  }
  const admitted: number[] = [];
  for (const part of parts) {
    for (const index of part.sort((a, b) => values[b] - values[a] || a - b)) {
      if (isAdmitted(index)) admitted.push(index);
      if (admitted.length === wanted) return admitted;
    }
  }
  return admitted;
}

function isContentWord(word: string, tokenizer: Tokenizer, stopWords: ReadonlySet<string>): boolean {
  // German knows nouns by their capitals, which the vocabulary has not.
  const spelt = tokenizer.description.locale === 'de' ? word[0].toUpperCase() + word.slice(1) : word;
  const tokens = tokenizer.tokenize(spelt);
  return tokens.length === 1 && ['content', 'verb'].includes(wordClass(tokens[0], stopWords));
}

/** What the directions of all words have in common, and how far each word goes along with it. */
interface Common {
  /** (D) mean of the input vectors made of length 1. */
  readonly mean: Float64Array;
  /** (V) lengths of the input vectors; 1 where it is 0. */
  readonly lengths: Float64Array;
  /** (V) lengths of the vectors made of length 1, less the mean. */
  readonly left: Float64Array;
}

/** By input vectors: made when first asked for, since few texts are asked for absent words. */
const cache = new WeakMap<Matrix, Common>();

function commonOf(vectors: Matrix): Common {
  const made = cache.get(vectors);
  if (made) return made;
  const lengths = rowLengths(vectors).map((length) => length || 1);
  const frequent = Array.from(lengths.subarray(0, FREQUENT).keys());
  const mean = sumOfRows(
    vectors,
    frequent,
    frequent.map((w) => 1 / (frequent.length * lengths[w])),
  );
  // |u − m|² = |u|² − 2·u·m + |m|².
  const square = dot(mean, mean);
  const left = timesVector(vectors, mean).map((along, w) => Math.sqrt(1 - (2 * along) / lengths[w] + square) || 1);
  const common = { mean, lengths, left };
  cache.set(vectors, common);
  return common;
}

/** (V) cosines, up to a factor, of the words' directions with the weighted sum of those of `words`. */
function cosinesWithText(vectors: Matrix, words: Int32Array, weights: Float64Array): Float64Array {
  const { mean, lengths, left } = commonOf(vectors);
  const factors = weights.map((weight, k) => weight / left[words[k]]);
  const total = factors.reduce((a, b) => a + b, 0);
  const sum = sumOfRows(
    vectors,
    words,
    factors.map((factor, k) => factor / lengths[words[k]]),
  ).map((value, d) => value - total * mean[d]);
  const along = dot(mean, sum);
  return timesVector(vectors, sum).map((product, w) => (product / lengths[w] - along) / left[w]);
}

/** Σ factors[i] · vectors[rows[i]]. @returns (D) */
function sumOfRows(vectors: Matrix, rows: ArrayLike<number>, factors: ArrayLike<number>): Float64Array {
  const row = new Float64Array(vectors.columns);
  const sum = new Float64Array(vectors.columns);
  for (let i = 0; i < rows.length; i++) {
    copyRow(vectors, rows[i], row);
    for (let d = 0; d < row.length; d++) sum[d] += factors[i] * row[d];
  }
  return sum;
}

function dot(a: Float64Array, b: Float64Array): number {
  return a.reduce((total, value, d) => total + value * b[d], 0);
}
