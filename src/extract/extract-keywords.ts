import { resolveOptions } from '../check-options.js';
import { type Encoder, WEIGHT } from '../encoder/encoder.js';
import { logLikelihoods } from '../encoder/log-likelihoods.js';
import { KeywordError } from '../errors.js';
import type { ConditionalModel } from '../model/conditional-model.js';
import { type ExtractOptions, extractOptions, type ResolvedOf } from '../options.js';
import { detectLanguage, type Language } from '../text/language.js';
import { checkPartsOfSpeech } from '../text/parts-of-speech.js';
import { keptStopWords } from '../text/stop-words.js';
import type { Tokenizer } from '../text/tokenizer.js';
import { type AbsentKeyword, findAbsent } from './absent.js';
import { analyzeText, type TextAnalysis } from './analyze-text.js';
import type { Candidate } from './candidate.js';
import { findCandidates } from './candidates.js';
import { givenCandidates, givenStopWords } from './given-lists.js';
import { describeChoice, type Keyword, spellingOf } from './keyword.js';
import { type Encoded, SHORTLIST, scoreCandidates } from './score-candidates.js';
import type { ScoredCandidates } from './scored.js';
import { type Choice, placesOfLargest, selectCover, selectTop } from './select.js';

/** Candidates that an encoder is asked about by the mixture, for each keyword wanted. */
const ENCODED = 1.5;

/** A model together with the tokenizer it was trained with: what extraction works on. */
export interface TextModel {
  readonly model: ConditionalModel;
  readonly tokenizer: Tokenizer;
  /** What a user should know before trusting the model, one sentence each; left out where there is nothing. */
  readonly warnings?: readonly string[];
}

/** What {@link analyzeKeywords} finds in a text. */
export interface KeywordAnalysis {
  /** Best first. */
  readonly keywords: Keyword[];
  /** Tokens of the text. */
  readonly tokenCount: number;
  /** Distinct words of the text that the model does not know: nothing it says is about them. */
  readonly outOfVocabulary: string[];
  /** Words that the text does not say but that go with it, best first; with the option `absent`. */
  readonly absent?: AbsentKeyword[];
  /** What every token of the text adds to the score of every keyword; with the option `explain`. */
  readonly explanation?: Explanation;
}

/** Why keywords were chosen: their scores taken apart, exactly. */
export interface Explanation {
  /** (T) [start, end) of every token in the text. */
  readonly tokens: readonly (readonly [start: number, end: number])[];
  /** (K) the part of each keyword's score that no token adds: for `likelihood` log p(text), else 0. */
  readonly base: readonly number[];
  /** (K, T) what each token adds; with its base, a row sums to the score that the keyword has alone. */
  readonly contributions: readonly (readonly number[])[];
}

/**
 * The keywords of a text: the words and phrases from which it can best be guessed, by the method of the options.
 *
 * @returns at most `topN` keywords, best first; none when nothing in the text may be chosen
 * @throws KeywordError INVALID_OPTION, INVALID_TEXT
 */
export function extractKeywords(model: TextModel, text: string, options: ExtractOptions = {}): Keyword[] {
  return analyzeKeywords(model, text, options).keywords;
}

/** {@link extractKeywords}, and what else the options ask for. */
export function analyzeKeywords(model: TextModel, text: string, given: ExtractOptions = {}): KeywordAnalysis {
  const options = resolveOptions(extractOptions, given);
  return choose(model, prepare(model, text, options), options);
}

/**
 * {@link analyzeKeywords} with an encoder of whole texts: by `likelihood` the definition with the encoder for its model,
 * log p(text | candidate) as {@link logLikelihoods} has it; by `mixture` what the encoder says is a term of the prior.
 *
 * @throws KeywordError INVALID_OPTION for a method without a model; INVALID_TEXT for a text in a language that the encoder
 *   does not read; INVALID_MODEL when it gives other vectors than it says
 */
export async function analyzeKeywordsWithEncoder(
  model: TextModel,
  encoder: Encoder,
  text: string,
  given: ExtractOptions = {},
): Promise<KeywordAnalysis> {
  const options = resolveOptions(extractOptions, given);
  if (options.method === 'tf-idf' || options.method === 'text-rank') {
    throw new KeywordError(
      'INVALID_OPTION',
      `The method ${options.method} asks no model, so an encoder has no place in it. Use mixture or likelihood.`,
    );
  }
  const prepared = withLikely(model, prepare(model, text, options, encoder), options);
  const { analysis, candidates } = prepared;
  const scores = await logLikelihoods(
    encoder,
    text,
    candidates.map(({ spans }) => spellingOf(analysis, spans[0])),
  );
  return choose(model, prepared, options, { scores, weight: encoder.weight ?? WEIGHT });
}

/**
 * For the mixture only the candidates that are likely without the encoder: to embed those takes most of the time, and
 * what is encoded beyond them changes no measure (docs/evaluation.md).
 */
function withLikely({ model }: TextModel, prepared: Prepared, options: Resolved): Prepared {
  if (options.method !== 'mixture') return prepared;
  const { analysis, language } = prepared;
  const { candidates, scores } = scoreCandidates(model, analysis, prepared.candidates, options, language);
  const likely = placesOfLargest(scores, Math.ceil(ENCODED * options.topN));
  return { ...prepared, candidates: likely.map((c) => candidates[c]) };
}

/** A text with the candidates that scores are wanted of. */
interface Prepared {
  readonly language: Language;
  readonly analysis: TextAnalysis;
  readonly candidates: readonly Candidate[];
}

function prepare({ model, tokenizer }: TextModel, text: string, options: Resolved, encoder?: Encoder): Prepared {
  const select = selectOf(options);
  const isSum =
    options.method === 'mixture' || options.method === 'tf-idf' || (options.method === 'likelihood' && !encoder);
  if (!isSum) checkTakenApart(encoder ? `${options.method} with an encoder` : options.method, select, options.explain);
  if (options.partsOfSpeech) checkPartsOfSpeech(options.partsOfSpeech, tokenizer);
  const language = options.lang === 'auto' ? detectLanguage(text) : options.lang;
  if (encoder?.languages && !encoder.languages.includes(language)) {
    throw new KeywordError(
      'INVALID_TEXT',
      `The text is in the language ${language}, the encoder ${encoder.name} reads ${encoder.languages.join(', ')}. Use another encoder, or name the language with lang.`,
    );
  }
  // The published definition is exact: it speaks of the words that the model knows.
  const analysis = analyzeText(text, tokenizer, model, options.method === 'likelihood' && !encoder);
  return { language, analysis, candidates: findCandidates(analysis, candidateOptions(options, tokenizer, encoder)) };
}

function choose(
  { model, tokenizer }: TextModel,
  { language, analysis, candidates }: Prepared,
  options: Resolved,
  encoded?: Encoded,
): KeywordAnalysis {
  const scored = scoreCandidates(model, analysis, candidates, options, language, encoded);
  const chosen =
    selectOf(options) === 'cover' ? selectCover(scored, options.topN, SHORTLIST) : selectTop(scored, options.topN);
  return {
    keywords: chosen.map((choice) => describeChoice(analysis, scored.candidates[choice.candidate], choice)),
    tokenCount: analysis.tokens.length,
    outOfVocabulary: analysis.words.filter(({ index }) => index < 0).map(({ word }) => word),
    ...(options.absent > 0 && { absent: findAbsent(model, tokenizer, analysis, options.absent, stopWordsOf(options)) }),
    ...(options.explain && { explanation: explain(analysis, scored, chosen) }),
  };
}

type Resolved = ResolvedOf<typeof extractOptions>;

function selectOf({ select, method }: Resolved): 'cover' | 'top' {
  return select ?? (method === 'mixture' ? 'cover' : 'top');
}

/** The published definition and TextRank rank single words unless told otherwise; what is given is found at any length. */
function candidateOptions(options: Resolved, tokenizer: Tokenizer, encoder?: Encoder) {
  const { method, candidates } = options;
  if (!candidates) {
    const isOfWords = (method === 'likelihood' && !encoder) || method === 'text-rank';
    const { maxPhraseLength = isOfWords ? 1 : undefined } = options;
    return { ...options, maxPhraseLength, stopWords: stopWordsOf(options) };
  }
  return { stopWords: 'none', ...givenCandidates(candidates, tokenizer) } as const;
}

/** The kept stop words, those given instead of them, or `none`. */
function stopWordsOf({ stopWords, stopWordList }: ExtractOptions): ReadonlySet<string> | 'none' {
  if (stopWords === 'none') return 'none';
  return stopWordList ? givenStopWords(stopWordList) : keptStopWords;
}

function explain({ tokens }: TextAnalysis, scored: ScoredCandidates, chosen: readonly Choice[]): Explanation {
  return {
    tokens: tokens.map(({ start, end }) => [start, end] as const),
    base: chosen.map(({ candidate }) => scored.base?.[candidate] ?? 0),
    contributions: chosen.map(({ candidate }) => Array.from(scored.contributions!(candidate))),
  };
}

function checkTakenApart(method: string, select: 'cover' | 'top', explain: boolean): void {
  if (select === 'top' && !explain) return;
  throw new KeywordError(
    'INVALID_OPTION',
    `A score by ${method} is no sum over the words of the text, so ${explain ? 'explain' : 'select "cover"'} has nothing to work on. Use the method mixture, tf-idf or, without an encoder, likelihood.`,
  );
}
