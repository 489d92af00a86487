import type { ConditionalModel } from '../model/conditional-model.js';
import { isStopWord, isWordLike, keptStopWords } from '../text/stop-words.js';
import type { Tokenizer } from '../text/tokenizer.js';
import { wordClass } from '../text/word-class.js';
import type { TextAnalysis } from './analyze-text.js';
import { inverseDocumentFrequency } from './idf.js';
import { semanticGains } from './semantic-gains.js';

/** A word that a text does not say but that goes with it. */
export interface AbsentKeyword {
  readonly text: string;
  /** How much better the text can be guessed from it than from nothing, in nats; see {@link findAbsent}. */
  readonly score: number;
}

/** Vocabulary words that are scored exactly: those whose vectors are nearest to the text's. */
const PRESELECTED = 300;
const PARTS = 256;
/** With half of the text left to the language at large, a word need not explain all of it. */
const gainOptions = { lambda: 0.5, semanticWeight: 1, tokenWeights: 'frequency' } as const;

/**
 * Words of the vocabulary that best explain a text that does not contain them, content words only: nouns, verbs and the
 * like where the tokenizer knows parts of speech. The vocabulary is first ranked by the cosine of each word's vector
 * with the idf-weighted mean vector of the text; the best of it, as far as it points the same way at all, exactly, by Σ_k a_k·max(0, log(λ·p(w_k | w)/p(w_k) + 1
 * − λ)), λ = ½.
 *
 * @returns at most `topN`, best first; none where the estimator has no vectors
 */
export function findAbsent(
  model: ConditionalModel,
  tokenizer: Tokenizer,
  analysis: TextAnalysis,
  topN: number,
  stopWords: ReadonlySet<string> | 'none' = keptStopWords,
): AbsentKeyword[] {
  const vectors = unitVectors(model);
  if (!vectors) return [];
  const { words } = model.vocabulary;
  const present = new Set(analysis.words.map(({ word }) => word));
  const cosines = cosinesWithText(model, vectors, analysis);
  const stops = stopWords === 'none' ? new Set<string>() : stopWords;
  const isContent = (w: number) =>
    !present.has(words[w]) &&
    isWordLike(words[w]) &&
    !isStopWord(words[w], stops) &&
    isContentWord(words[w], tokenizer, stops);
  const nearest = firstOf(cosines, Math.max(PRESELECTED, topN), isContent);
  const gains = semanticGains(
    model,
    analysis,
    nearest.map((w) => [w]),
    gainOptions,
  );
  const { counts } = analysis.wordCounts;
  return nearest
    .map((w, c) => {
      let score = 0;
      for (let k = 0; k < counts.length; k++) score += counts[k] * Math.max(0, gains[c * counts.length + k]);
      return { text: words[w], score };
    })
    .sort((a, b) => b.score - a.score)
    .slice(0, topN);
}

/** The indices of the largest values, largest first, of those that are admitted. */
function firstOf(values: Float32Array, wanted: number, isAdmitted: (index: number) => boolean): number[] {
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
  const tokens = tokenizer.tokenize(word);
  return tokens.length === 1 && ['content', 'verb'].includes(wordClass(tokens[0], stopWords));
}

/** (V, D) input vectors of length 1 by model: made when first asked for, since few texts are asked for absent words. */
const cache = new WeakMap<ConditionalModel, Float32Array>();

function unitVectors(model: ConditionalModel): Float32Array | undefined {
  const made = cache.get(model);
  if (made || !model.vectorsOf) return made;
  const vectors = model.vectorsOf(model.vocabulary.words.map((_, w) => [w]));
  const D = vectors.length / model.vocabulary.words.length;
  for (let at = 0; at < vectors.length; at += D) {
    let square = 0;
    for (let d = at; d < at + D; d++) square += vectors[d] * vectors[d];
    const scale = 1 / Math.sqrt(square || 1);
    for (let d = at; d < at + D; d++) vectors[d] *= scale;
  }
  cache.set(model, vectors);
  return vectors;
}

/** (V) cosines up to a factor. */
function cosinesWithText({ vocabulary }: ConditionalModel, vectors: Float32Array, text: TextAnalysis): Float32Array {
  const D = vectors.length / vocabulary.words.length;
  const mean = new Float32Array(D);
  for (const { index, count } of text.words) {
    if (index < 0) continue;
    const weight = count * inverseDocumentFrequency(vocabulary, index);
    for (let d = 0; d < D; d++) mean[d] += weight * vectors[index * D + d];
  }
  const cosines = new Float32Array(vocabulary.words.length);
  for (let w = 0, at = 0; w < cosines.length; w++) {
    let dot = 0;
    for (let d = 0; d < D; d++) dot += mean[d] * vectors[at++];
    cosines[w] = dot;
  }
  return cosines;
}
