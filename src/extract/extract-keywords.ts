import { resolveOptions } from '../check-options.js';
import type { ConditionalModel } from '../model/conditional-model.js';
import { type ExtractOptions, extractOptions } from '../options.js';
import type { Tokenizer } from '../text/tokenizer.js';
import { analyzeText, type TextWord } from './analyze-text.js';
import { selectCandidates } from './candidates.js';
import { scoreCandidates } from './score-candidates.js';

/** A model together with the tokenizer it was trained with: what extraction works on. */
export interface TextModel {
  readonly model: ConditionalModel;
  readonly tokenizer: Tokenizer;
  /** What a user should know before trusting the model, one sentence each; left out where there is nothing. */
  readonly warnings?: readonly string[];
}

/** A chosen word of a text. */
export interface Keyword {
  /** As the text spells it where it first stands. */
  readonly text: string;
  /** log p(text | keyword) in nats, ≤ 0 (an estimate may be above); higher is better. Comparable within one text, not between texts. */
  readonly score: number;
  /** Occurrences in the text. */
  readonly count: number;
  /** [start, end) of every occurrence in the text, in UTF-16 code units. */
  readonly offsets: readonly (readonly [start: number, end: number])[];
  /** Part of speech of the first occurrence, where the tokenizer knows it. */
  readonly partOfSpeech?: string;
}

/** What {@link analyzeKeywords} finds in a text. */
export interface KeywordAnalysis {
  /** Best first. */
  readonly keywords: Keyword[];
  /** Tokens of the text. */
  readonly tokenCount: number;
  /** Distinct words of the text that the model does not know: they cannot be explained, and without a
   * vector from their n-grams they cannot be chosen. */
  readonly outOfVocabulary: string[];
}

/**
 * The keywords of a text: the words w that maximise p(text | w) = Π_k p(w_k | w) over all tokens w_k of the text
 * (Su Jianlin 2017, 不可思议的Word2Vec 3. 提取关键词).
 *
 * @returns at most `topN` keywords, best first; none when no word of the text may be chosen
 * @throws KeywordError INVALID_OPTION, INVALID_TEXT
 */
export function extractKeywords(model: TextModel, text: string, options: ExtractOptions = {}): Keyword[] {
  return analyzeKeywords(model, text, options).keywords;
}

/** {@link extractKeywords}, and what the model did not know of the text. */
export function analyzeKeywords(
  { model, tokenizer }: TextModel,
  text: string,
  given: ExtractOptions = {},
): KeywordAnalysis {
  const options = resolveOptions(extractOptions, given);
  const { tokens, words, wordCounts } = analyzeText(text, tokenizer, model);
  const candidates = selectCandidates(words, options);
  const scores = scoreCandidates(model, candidates, wordCounts);
  return {
    keywords: topCandidates(scores, options.topN).map((c) => toKeyword(text, candidates[c], scores[c])),
    tokenCount: tokens.length,
    outOfVocabulary: words.filter(({ index }) => index < 0).map(({ word }) => word),
  };
}

/** Places of the `topN` best scores, best first; of equal ones the candidate that stands first in the text. */
function topCandidates(scores: Float64Array, topN: number): number[] {
  return Array.from(scores.keys())
    .sort((a, b) => scores[b] - scores[a] || a - b)
    .slice(0, topN);
}

function toKeyword(text: string, { occurrences }: TextWord, score: number): Keyword {
  const [{ start, end, partOfSpeech }] = occurrences;
  return {
    text: text.slice(start, end),
    score,
    count: occurrences.length,
    offsets: occurrences.map((token) => [token.start, token.end] as const),
    ...(partOfSpeech === undefined ? {} : { partOfSpeech }),
  };
}
