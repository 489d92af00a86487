import { resolveOptions } from '../check-options.js';
import { KeywordError } from '../errors.js';
import type { ConditionalModel } from '../model/conditional-model.js';
import { type ExtractOptions, extractOptions, type ResolvedOf } from '../options.js';
import { detectLanguage, type Language } from '../text/language.js';
import { checkPartsOfSpeech } from '../text/parts-of-speech.js';
import { keptStopWords } from '../text/stop-words.js';
import type { Tokenizer } from '../text/tokenizer.js';
import { type AbsentKeyword, findAbsent } from './absent.js';
import { analyzeText, countUntil, type TextAnalysis } from './analyze-text.js';
import type { Candidate } from './candidate.js';
import { findCandidates } from './candidates.js';
import { type Explanation, explain, withExplained } from './explain.js';
import { type FoundTerms, findGiven, givenCandidates } from './given-candidates.js';
import { givenStopWords, givenTerms } from './given-lists.js';
import { describeChoice, type Keyword } from './keyword.js';
import { type Encoded, SHORTLIST, scoreCandidates } from './score-candidates.js';
import { selectCover, selectDistinct, selectTop } from './select.js';

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

/** Options of an extraction, all of them. */
export type Resolved = ResolvedOf<typeof extractOptions>;

/** A text with the candidates that scores are wanted of. */
export interface Prepared {
  readonly language: Language;
  readonly analysis: TextAnalysis;
  readonly candidates: readonly Candidate[];
}

/**
 * Cuts a text and finds its candidates.
 *
 * @param isEncoded whether an encoder scores them, and not the model
 * @throws KeywordError INVALID_OPTION, INVALID_TEXT
 */
export function prepare({ model, tokenizer }: TextModel, text: string, options: Resolved, isEncoded = false): Prepared {
  checkTakenApart(options, isEncoded);
  if (options.partsOfSpeech) checkPartsOfSpeech(options.partsOfSpeech, tokenizer);
  const language = options.lang === 'auto' ? detectLanguage(text) : options.lang;
  // The published definition is exact: it speaks of the words that the model knows.
  const asTrained = options.method === 'likelihood' && !isEncoded;
  const terms = options.candidates && givenTerms(options.candidates, tokenizer);
  let given: FoundTerms | undefined;
  const cut = (whole: string) => {
    given = findGiven(terms!, whole, tokenizer, model, asTrained);
    return given.tokens;
  };
  const analysis = analyzeText(text, tokenizer, model, options.title, asTrained, terms && cut);
  const candidates = given
    ? givenCandidates(analysis, given.places)
    : findCandidates(analysis, candidateOptions(options, isEncoded));
  return { language, analysis, candidates };
}

/** Scores candidates and chooses keywords from them. */
export function choose(
  { model, tokenizer }: TextModel,
  { language, analysis, candidates }: Prepared,
  options: Resolved,
  encoded?: Encoded,
): KeywordAnalysis {
  const scored = scoreCandidates(model, analysis, candidates, options, language, encoded);
  const titleTokens = countUntil(analysis.tokens, analysis.before);
  const select = selectOf(options);
  const ranked = selections[select](scored, options.topN, SHORTLIST);
  const explanation = options.explain
    ? explain(model, analysis, scored, ranked, options, language, encoded)
    : undefined;
  const chosen = explanation && select !== 'cover' ? withExplained(ranked, explanation, titleTokens) : ranked;
  return {
    keywords: chosen.map((choice) => describeChoice(analysis, scored.candidates[choice.candidate], choice)),
    tokenCount: analysis.tokens.length - titleTokens,
    outOfVocabulary: analysis.words.filter(({ index }) => index < 0).map(({ word }) => word),
    ...(options.absent > 0 && { absent: findAbsent(model, tokenizer, analysis, options.absent, stopWordsOf(options)) }),
    ...(explanation && { explanation }),
  };
}

const selections = { top: selectTop, distinct: selectDistinct, cover: selectCover };

function selectOf({ select, method }: Resolved): keyof typeof selections {
  return select ?? (method === 'mixture' ? 'distinct' : 'top');
}

/** The published definition and TextRank rank single words unless told otherwise. */
function candidateOptions(options: Resolved, isEncoded: boolean) {
  const isOfWords = (options.method === 'likelihood' && !isEncoded) || options.method === 'text-rank';
  const { maxPhraseLength = isOfWords ? 1 : undefined } = options;
  return { ...options, maxPhraseLength, stopWords: stopWordsOf(options) };
}

/** The kept stop words, those given instead of them, or `none`. */
function stopWordsOf({ stopWords, stopWordList }: ExtractOptions): ReadonlySet<string> | 'none' {
  if (stopWords === 'none') return 'none';
  return stopWordList ? givenStopWords(stopWordList) : keptStopWords;
}

/** Some scores are no sums over the words of a text. */
function checkTakenApart(options: Resolved, isEncoded: boolean): void {
  const { method, explain } = options;
  const isSum = method === 'mixture' || method === 'tf-idf' || (method === 'likelihood' && !isEncoded);
  if (isSum || (selectOf(options) !== 'cover' && !explain)) return;
  throw new KeywordError(
    'INVALID_OPTION',
    `A score by ${isEncoded ? `${method} with an encoder` : method} is not a sum over the words of the text, so ${explain ? 'explain' : 'select "cover"'} has nothing to work on. Use the method mixture, tf-idf or, without an encoder, likelihood.`,
  );
}
