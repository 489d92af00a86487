/** The library without files and threads: runs in browsers as in Node. */

// Options and errors
export { resolveOptions } from './check-options.js';
// Encoders of whole texts
export { type EncodedAs, type Encoder, takesEncoder } from './encoder/encoder.js';
export { logLikelihoods, withBackground } from './encoder/log-likelihoods.js';
export { createOnnxEncoder, type EncoderCard, type OnnxRuntime, type OnnxSession } from './encoder/onnx-encoder.js';
export type { PieceTokenizer } from './encoder/pieces.js';
export {
  codesInChinese,
  counted,
  type ErrorCode,
  type ErrorDetails,
  errorCodes,
  KeywordError,
  kindOfValue,
} from './errors.js';
// How good keywords are
export { compareByEditor, EDITOR_TOP, type EditedMethod } from './evaluate/compare-by-editor.js';
export {
  type ComparedMethod,
  compareGuesses,
  compareRankings,
  type GoldDocument,
  type MethodKeywords,
} from './evaluate/compare-methods.js';
export { compareTags, type MethodTags, tagNames } from './evaluate/compare-tags.js';
export {
  type EditedText,
  type EditorMark,
  type MarkedKeyword,
  markKeywords,
  strikes,
} from './evaluate/editor-marks.js';
export { type Reader, reciprocalRanks, splitHalves, vectorReader, wordReader } from './evaluate/guess-the-text.js';
export { matchingOf, matchKey, matchKeys, placesIn, withoutCase } from './evaluate/match-keywords.js';
export { mentionTfIdf } from './evaluate/mention-tf-idf.js';
export { type Difference, pairedDifference } from './evaluate/paired-bootstrap.js';
export { porterStem } from './evaluate/porter-stem.js';
export {
  measureRanking,
  measureTogether,
  microMeasures,
  type RankingMeasure,
  rankingMeasures,
} from './evaluate/ranking-measures.js';
export { measureTags, type TagMeasure, tagMeasures } from './evaluate/tag-measures.js';
export { type TextDetail, worstByEditor, worstByGold, worstByGuess } from './evaluate/worst-texts.js';
// Keywords of a text
export type { AbsentKeyword } from './extract/absent.js';
export { type CollectedKeyword, KeywordCollector } from './extract/collect-keywords.js';
export type { Explanation } from './extract/explain.js';
export { analyzeKeywords, extractKeywords, type KeywordAnalysis } from './extract/extract-keywords.js';
export { analyzeKeywordsWithEncoder } from './extract/extract-with-encoder.js';
export type { Keyword } from './extract/keyword.js';
export type { TextModel } from './extract/text-model.js';
// Weights of the ranking, fitted to labelled texts
export {
  commonestLanguage,
  FEWEST_TEXTS,
  type FitMeasure,
  type FitOptions,
  type FittedPrior,
  fitPrior,
  MOST_TEXTS,
} from './fit/fit-prior.js';
export type { LabelledText } from './fit/labelled-text.js';
// Encoders in folders
export { type EncoderFolder, type ReadFile, readEncoderFolder } from './formats/encoder-folder.js';
// Model files
export { decodeModel, encodeModel } from './formats/telltale/model-file.js';
// What computes
export { chooseKernel } from './kernel/choose-kernel.js';
export type { Kernel, KernelName } from './kernel/kernel.js';
export { convertMatrix, floatMatrix, type Matrix, type NumberFormat } from './math/matrix.js';
// The model
export { type ConditionalModel, type Estimator, hierarchicalSoftmax } from './model/conditional-model.js';
export type { Condition } from './model/conditions.js';
export { type CooccurrenceModel, cooccurrence } from './model/cooccurrence.js';
export { buildHuffmanTree, type HuffmanTree } from './model/huffman.js';
export type { ModelMetadata } from './model/metadata.js';
export { type NegativeSamplingModel, negativeSampling } from './model/negative-sampling.js';
export { logDistribution, mostProbable, mostSimilar, type RankedWord, type WordVectors } from './model/neighbours.js';
export { logProbability, type SkipGramModel } from './model/skip-gram.js';
export { createVocabulary, type Vocabulary } from './model/vocabulary.js';
export type {
  CooccurrenceOptions,
  ExtractOptions,
  ModelOptions,
  OptionsOf,
  PriorWeights,
  TextOptions,
  TrainOptions,
} from './options.js';
// Explanations for people
export { explanationHtml } from './report/explanation-html.js';
export { explanationSvg } from './report/explanation-svg.js';
export { type HeatMap, heatMap, strongestKeywords } from './report/heat-map.js';
export { spreadsheetCell } from './report/spreadsheet.js';
// Tags from a list
export { compileTags } from './tags/compile-tags.js';
export {
  checkEncoder,
  encodeTags,
  learnTagsWithEncoder,
  suggestTagsWithEncoder,
} from './tags/encode-tags.js';
export { Learner, type LearnReport, learnTags } from './tags/learn-tags.js';
export { parseTagList, type TagList } from './tags/lists/parse-tag-list.js';
export { suggestTags } from './tags/suggest-tags.js';
export {
  type EvidenceName,
  evidenceNames,
  type FoundForm,
  type SuggestedTag,
  type SuggestOptions,
  type Tag,
  type TaggedText,
  type TagWord,
} from './tags/tag.js';
export { decodeTagIndex, encodeTagIndex, isTagIndex } from './tags/tag-file.js';
export type { TagIndex } from './tags/tag-index.js';
// Text
export {
  detectLanguage,
  embeddedLanguage,
  type Language,
  languageOfWord,
  languages,
  vectorLanguages,
} from './text/language.js';
export type { LanguageCandidate, LanguageFinding, LanguageReason } from './text/language-candidates.js';
export { type TextKind, textKinds } from './text/text-kinds.js';
export * from './text/tokenizer.js';
// Training
export type { TrainEvent } from './train/train-events.js';
