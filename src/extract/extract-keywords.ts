import { resolveOptions } from '../check-options.js';
import { KeywordError } from '../errors.js';
import type { ConditionalModel } from '../model/conditional-model.js';
import { type ExtractOptions, extractOptions, type ResolvedOf } from '../options.js';
import { detectLanguage } from '../text/language.js';
import { checkPartsOfSpeech } from '../text/parts-of-speech.js';
import { keptStopWords } from '../text/stop-words.js';
import type { Tokenizer } from '../text/tokenizer.js';
import { type AbsentKeyword, findAbsent } from './absent.js';
import { analyzeText, countUntil, type TextAnalysis } from './analyze-text.js';
import { findCandidates } from './candidates.js';
import { givenCandidates, givenStopWords } from './given-lists.js';
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
  /** Tokens of the text; those of a title that was given apart are not counted. */
  readonly tokenCount: number;
  /** Distinct words of the text and its title that the model does not know: nothing it says is about them. */
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
  /** (K) the part of each keyword's score that no token of the text adds: for `likelihood` log p(text), and what a title that was given apart adds. */
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
  given: ExtractOptions = {},
): KeywordAnalysis {
  const options = resolveOptions(extractOptions, given);
  const select = options.select ?? (options.method === 'mixture' ? 'cover' : 'top');
  if (options.method === 'text-rank') checkTextRank(select, options.explain);
  if (options.partsOfSpeech) checkPartsOfSpeech(options.partsOfSpeech, tokenizer);
  const language = options.lang === 'auto' ? detectLanguage(text) : options.lang;
  // The published definition is exact: it speaks of the words that the model knows.
  const analysis = analyzeText(text, tokenizer, model, options.title, options.method === 'likelihood');
  const candidates = findCandidates(analysis, candidateOptions(options, tokenizer));
  const scored = scoreCandidates(model, analysis, candidates, options, language);
  const chosen = select === 'cover' ? selectCover(scored, options.topN, SHORTLIST) : selectTop(scored, options.topN);
  return {
    keywords: chosen.map((choice) => describeChoice(analysis, scored.candidates[choice.candidate], choice)),
    tokenCount: analysis.tokens.length - countUntil(analysis.tokens, analysis.before),
    outOfVocabulary: analysis.words.filter(({ index }) => index < 0).map(({ word }) => word),
    ...(options.absent > 0 && { absent: findAbsent(model, tokenizer, analysis, options.absent, stopWordsOf(options)) }),
    ...(options.explain && { explanation: explain(analysis, scored, chosen) }),
  };
}

/** The published definition and TextRank rank single words unless told otherwise; what is given is found at any length. */
function candidateOptions(options: ResolvedOf<typeof extractOptions>, tokenizer: Tokenizer) {
  const { method, candidates } = options;
  if (!candidates) {
    const { maxPhraseLength = method === 'likelihood' || method === 'text-rank' ? 1 : undefined } = options;
    return { ...options, maxPhraseLength, stopWords: stopWordsOf(options) };
  }
  return { stopWords: 'none', ...givenCandidates(candidates, tokenizer) } as const;
}

/** The kept stop words, those given instead of them, or `none`. */
function stopWordsOf({ stopWords, stopWordList }: ExtractOptions): ReadonlySet<string> | 'none' {
  if (stopWords === 'none') return 'none';
  return stopWordList ? givenStopWords(stopWordList) : keptStopWords;
}

function explain({ tokens, before }: TextAnalysis, scored: ScoredCandidates, chosen: readonly Choice[]): Explanation {
  const first = countUntil(tokens, before);
  const gains = chosen.map(({ candidate }) => Array.from(scored.contributions!(candidate)));
  return {
    tokens: tokens.slice(first).map(({ start, end }) => [start - before, end - before] as const),
    base: chosen.map(({ candidate }, k) => {
      const ofTitle = gains[k].slice(0, first).reduce((sum, gain) => sum + gain, 0);
      return ofTitle + (scored.base?.[candidate] ?? 0);
    }),
    contributions: gains.map((row) => row.slice(first)),
  };
}

function checkTextRank(select: 'cover' | 'top', explain: boolean): void {
  if (select === 'top' && !explain) return;
  throw new KeywordError(
    'INVALID_OPTION',
    `A score by text-rank is no sum over the words of the text, so ${explain ? 'explain' : 'select "cover"'} has nothing to work on. Use the method mixture, likelihood or tf-idf.`,
  );
}
