import { resolveOptions } from '../check-options.js';
import { KeywordError } from '../errors.js';
import type { ConditionalModel } from '../model/conditional-model.js';
import { type ExtractOptions, extractOptions, type ResolvedOf } from '../options.js';
import { detectLanguage } from '../text/language.js';
import { checkPartsOfSpeech } from '../text/parts-of-speech.js';
import { keptStopWords } from '../text/stop-words.js';
import type { Tokenizer } from '../text/tokenizer.js';
import { type AbsentKeyword, findAbsent } from './absent.js';
import { analyzeText, type TextAnalysis } from './analyze-text.js';
import { findCandidates } from './candidates.js';
import { findGiven, givenCandidates } from './given-candidates.js';
import { givenStopWords, givenTerms } from './given-lists.js';
import { describeChoice, type Keyword } from './keyword.js';
import { SHORTLIST, scoreCandidates } from './score-candidates.js';
import type { ScoredCandidates } from './scored.js';
import { type Choice, selectCover, selectTop } from './select.js';

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
export function analyzeKeywords(
  { model, tokenizer }: TextModel,
  text: string,
  givenOptions: ExtractOptions = {},
): KeywordAnalysis {
  const options = resolveOptions(extractOptions, givenOptions);
  const select = options.select ?? (options.method === 'mixture' ? 'cover' : 'top');
  if (options.method === 'text-rank') checkTextRank(select, options.explain);
  if (options.partsOfSpeech) checkPartsOfSpeech(options.partsOfSpeech, tokenizer);
  const language = options.lang === 'auto' ? detectLanguage(text) : options.lang;
  // The published definition is exact: it speaks of the words that the model knows.
  const asTrained = options.method === 'likelihood';
  const terms = options.candidates && givenTerms(options.candidates, tokenizer);
  const given = terms && findGiven(terms, text, tokenizer, model, asTrained);
  const analysis = analyzeText(text, tokenizer, model, asTrained, given?.tokens);
  const candidates = given
    ? givenCandidates(analysis, given.places)
    : findCandidates(analysis, candidateOptions(options));
  const scored = scoreCandidates(model, analysis, candidates, options, language);
  const chosen = select === 'cover' ? selectCover(scored, options.topN, SHORTLIST) : selectTop(scored, options.topN);
  return {
    keywords: chosen.map((choice) => describeChoice(analysis, scored.candidates[choice.candidate], choice)),
    tokenCount: analysis.tokens.length,
    outOfVocabulary: analysis.words.filter(({ index }) => index < 0).map(({ word }) => word),
    ...(options.absent > 0 && { absent: findAbsent(model, tokenizer, analysis, options.absent, stopWordsOf(options)) }),
    ...(options.explain && { explanation: explain(analysis, scored, chosen) }),
  };
}

/** The published definition and TextRank rank single words unless told otherwise. */
function candidateOptions(options: ResolvedOf<typeof extractOptions>) {
  const { method, maxPhraseLength = method === 'likelihood' || method === 'text-rank' ? 1 : undefined } = options;
  return { ...options, maxPhraseLength, stopWords: stopWordsOf(options) };
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

function checkTextRank(select: 'cover' | 'top', explain: boolean): void {
  if (select === 'top' && !explain) return;
  throw new KeywordError(
    'INVALID_OPTION',
    `A score by text-rank is no sum over the words of the text, so ${explain ? 'explain' : 'select "cover"'} has nothing to work on. Use the method mixture, likelihood or tf-idf.`,
  );
}
