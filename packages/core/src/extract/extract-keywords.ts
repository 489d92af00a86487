import { resolveOptions } from '../check-options.js';
import { checkText, KeywordError, kindOfValue } from '../errors.js';
import { type ExtractOptions, extractOptions } from '../options.js';
import { detectLanguage, namedLanguage } from '../text/language.js';
import type { LanguageFinding } from '../text/language-candidates.js';
import { checkPartsOfSpeech } from '../text/parts-of-speech.js';
import { isWordLike, keptStopWords } from '../text/stop-words.js';
import { type AbsentKeyword, findAbsent } from './absent.js';
import { analyzeText, countUntil, type TextAnalysis } from './analyze-text.js';
import type { Candidate, CandidateOptions, PhraseRule } from './candidate.js';
import { findCandidates } from './candidates.js';
import { candidatesOfLittle } from './candidates-of-little.js';
import { type Explanation, explain } from './explain.js';
import { explainedWords } from './explained-words.js';
import { type FoundTerms, findGiven, givenCandidates } from './given-candidates.js';
import { givenStopWords, givenTerms, isExcludedBy } from './given-lists.js';
import { howMany } from './how-many.js';
import { asWritten, describeChoice, type Keyword, spellingOf } from './keyword.js';
import { noticeOf } from './notice.js';
import { type Encoded, SHORTLIST, scoreCandidates } from './score-candidates.js';
import { type Choice, selectCover, selectDistinct, selectTop } from './select.js';
import type { Resolved, TextModel } from './text-model.js';

/** What {@link analyzeKeywords} finds in a text. */
export interface KeywordAnalysis {
  /** Best first. */
  readonly keywords: Keyword[];
  /** Language that the text was taken for, by ISO 639; the one of the option `lang` where it is given. */
  readonly language: string;
  /**
   * How the language was told, and which others it may be, the likeliest first; where neither the option `lang` nor the script nor the function words of
   * plain English tell.
   */
  readonly languageFound?: Pick<LanguageFinding, 'reason' | 'candidates'>;
  /** What to know of these keywords: that there is no model for the language, that a text is in several. */
  readonly notice?: string;
  /** Tokens of the text; those of a title that was given apart are not counted. */
  readonly tokenCount: number;
  /**
   * Distinct words of the text and its title that the model does not know: nothing it says is about them. However long,
   * they are whole, to be found in the text.
   */
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
 * @example
 * const model = await loadModel('zh');
 * for (const { text, score } of extractKeywords(model, '太阳是一颗恒星。', { topN: 3 })) console.log(text, score);
 */
export function extractKeywords(model: TextModel, text: string, options: ExtractOptions = noOptions): Keyword[] {
  return analyzeKeywords(model, text, options).keywords;
}

/**
 * {@link extractKeywords}, and what else the options ask for.
 *
 * @example
 * const model = await loadModel('en');
 * const { keywords, absent } = analyzeKeywords(model, 'The telescope shows a moon.', { absent: 3 });
 * console.log(keywords[0].text, absent);
 */
export function analyzeKeywords(model: TextModel, text: string, given: ExtractOptions = noOptions): KeywordAnalysis {
  return analyzeResolved(model, text, given === noOptions ? defaults() : resolveOptions(extractOptions, given));
}

const noOptions: ExtractOptions = {};
let resolved: Resolved | undefined;

/** The options where none are given, resolved once: for a headline that takes a twentieth of the time. */
function defaults(): Resolved {
  resolved ??= resolveOptions(extractOptions, noOptions);
  return resolved;
}

/** {@link analyzeKeywords} with options that were checked where they came from. */
export function analyzeResolved(model: TextModel, text: string, options: Resolved): KeywordAnalysis {
  return choose(model, prepare(model, text, options), options);
}

/** A text with the candidates that scores are wanted of. */
export interface Prepared {
  readonly language: string;
  readonly analysis: TextAnalysis;
  readonly candidates: readonly Candidate[];
  /** Whether a word is none of the keywords, by the option `exclude`. */
  readonly isExcluded: ((term: string) => boolean) | undefined;
}

/**
 * Cuts a text and finds its candidates.
 *
 * @param isEncoded whether an encoder scores them, and not the model
 * @throws KeywordError INVALID_OPTION, INVALID_TEXT
 */
export function prepare(given: TextModel, text: string, options: Resolved, isEncoded = false): Prepared {
  checkModel(given);
  checkText(text);
  const { model, tokenizer } = given;
  checkTakenApart(options, isEncoded);
  if (options.partsOfSpeech) checkPartsOfSpeech(options.partsOfSpeech, tokenizer);
  const language = namedLanguage(options.lang) ?? given.language ?? detectLanguage(text);
  // The published definition is exact: it speaks of the words that the model knows.
  const asTrained = options.method === 'likelihood' && !isEncoded;
  const terms = options.candidates && givenTerms(options.candidates, tokenizer);
  let found: FoundTerms | undefined;
  const cut = (whole: string) => {
    found = findGiven(terms!, whole, tokenizer, model, asTrained);
    return found.tokens;
  };
  const analysis = analyzeText(text, tokenizer, model, options.title, asTrained, terms && cut);
  const find = (tagged: TextAnalysis, stopWords = given.stopWords) =>
    findCandidates(tagged, candidateOptions(options, isEncoded, stopWords, given.phrases?.(tagged)));
  let all = found ? givenCandidates(analysis, found.places) : find(analysis);
  if (all.length === 0 && !found && !options.partsOfSpeech) all = candidatesOfLittle(analysis, find);
  const isExcluded = options.exclude && isExcludedBy(options.exclude, tokenizer);
  const candidates = isExcluded
    ? all.filter(({ spans }) => !spans.some((span) => isExcluded(spellingOf(analysis, span))))
    : all;
  return { language, analysis, candidates, isExcluded };
}

/**
 * Checks what programs without types give as a model: often the promise of one.
 *
 * @throws KeywordError INVALID_OPTION
 */
export function checkModel(given: unknown): asserts given is TextModel {
  const { model, tokenizer } = Object(given) as Partial<TextModel>;
  if (model && tokenizer) return;
  throw new KeywordError(
    'INVALID_OPTION',
    typeof given === 'function'
      ? 'model must be what loadModel returns, but is a function. Call that of modelForText with the text and await it, as in await modelOf(text).'
      : `model must be what loadModel returns, but is ${given instanceof Promise ? 'a promise' : kindOfValue(given)}. Await it, as in extractKeywords(await loadModel("en"), text).`,
  );
}

/** Scores candidates and chooses keywords from them. */
export function choose(
  textModel: TextModel,
  { language, analysis, candidates, isExcluded }: Prepared,
  options: Resolved,
  encoded?: Encoded,
): KeywordAnalysis {
  const { model, tokenizer, stopWords, formsOf } = textModel;
  const notice = noticeOf(textModel, analysis, options, encoded !== undefined);
  const languageFound = namedLanguage(options.lang) === undefined ? textModel.evidence?.found() : undefined;
  const scored = scoreCandidates(model, analysis, candidates, options, language, encoded);
  const titleTokens = countUntil(analysis.tokens, analysis.before);
  const select = selectOf(options);
  const textOf = ({ candidate }: Choice) =>
    describeChoice(analysis, scored.candidates[candidate], 0, { language, formsOf }).text;
  const best = selections[select](scored, howMany(options, analysis), SHORTLIST);
  // In the nominative two forms that were told apart may be one: Чехов, Чехова.
  const shown = new Set<string>();
  const ranked = formsOf ? best.filter((one) => shown.size < shown.add(textOf(one)).size) : best;
  const chosen = ranked.map(({ candidate }) => scored.candidates[candidate]);
  const explained =
    options.explain || select === 'cover' ? explainedWords(model, analysis, chosen, titleTokens) : undefined;
  const explanation =
    options.explain && explained
      ? explain(model, analysis, scored, ranked, options, language, explained, encoded)
      : undefined;
  const keywords = chosen.map((candidate, k) =>
    describeChoice(analysis, candidate, ranked[k].score, { language, formsOf }, explained?.words[k]),
  );
  const tokenCount = analysis.tokens.length - titleTokens;
  const outOfVocabulary = outOfVocabularyOf(analysis);
  const found: { -readonly [K in keyof KeywordAnalysis]: KeywordAnalysis[K] } = {
    keywords,
    language,
    ...(languageFound && { languageFound }),
    ...(notice !== undefined && { notice }),
    tokenCount,
    outOfVocabulary,
  };
  if (options.absent > 0) {
    const taken = { stopWords: stopWordsOf(options, stopWords), isExcluded };
    found.absent = findAbsent(model, tokenizer, analysis, options.absent, taken);
  }
  if (explanation) found.explanation = explanation;
  return found;
}

/** Distinct words that the model does not know, as the text writes them. */
function outOfVocabularyOf({ text, tokens, words, wordOfToken }: TextAnalysis): string[] {
  const unknown: string[] = [];
  let seen = 0;
  for (let t = 0; t < tokens.length; t++) {
    const { place, index, word } = words[wordOfToken[t]];
    if (place < seen) continue;
    seen++;
    if (index < 0 && isWordLike(word)) unknown.push(asWritten(text, word, tokens[t]));
  }
  return unknown;
}

const selections = { top: selectTop, distinct: selectDistinct, cover: selectCover };

function selectOf({ select, method }: Resolved): keyof typeof selections {
  return select ?? (method === 'mixture' ? 'distinct' : 'top');
}

/** The published definition and TextRank rank single words unless told otherwise. */
function candidateOptions(
  options: Resolved,
  isEncoded: boolean,
  stopWords: TextModel['stopWords'],
  mayBePhrase: PhraseRule | undefined,
): CandidateOptions {
  const isOfWords = (options.method === 'likelihood' && !isEncoded) || options.method === 'text-rank';
  const { maxPhraseLength = isOfWords ? 1 : undefined, partsOfSpeech, minLength, kinds } = options;
  return { partsOfSpeech, minLength, kinds, maxPhraseLength, stopWords: stopWordsOf(options, stopWords), mayBePhrase };
}

/** The stop words kept for the language, those given instead of them, or `none`. */
function stopWordsOf(
  { stopWords, stopWordList }: ExtractOptions,
  kept: ReadonlySet<string> = keptStopWords,
): ReadonlySet<string> | 'none' {
  if (stopWords === 'none') return 'none';
  return stopWordList ? givenStopWords(stopWordList) : kept;
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
