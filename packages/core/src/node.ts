/** The library with files, threads and jieba: everything of index.ts, and what only Node can do. */

export * from './index.js';
// With or without an encoder
export { type Analyzer, analyzerWith } from './node/analyzer.js';
// Training on files
export { averageShards } from './node/average-shards.js';
// What computes
export { buildNativeKernel } from './node/build-native.js';
// Models from files
export { checkNotRead, checkOutput } from './node/check-output.js';
export { removeCheckpoint } from './node/checkpoint.js';
export { convertModel } from './node/convert-model.js';
export { type CorpusOptions, corpusFiles, type FileCorpus, readCorpus } from './node/corpus-files.js';
export { countWords, mergeWordCounts, readWordCounts, writeWordCounts } from './node/count-words.js';
// Documents with their text among markup
export { DocumentReader } from './node/document-reader.js';
// Keywords of many texts, in threads
export { ExtractionPool, type ManyResult, type TitledText } from './node/extract-many.js';
export { loadWordVectors } from './node/given-vectors.js';
export {
  bytesForFormat,
  checkDelimiter,
  formatByName,
  formatOf,
  holdsRecords,
  type InputFormat,
  inputExtensions,
  isDocument,
  isRecords,
  recordExtensions,
} from './node/input-format.js';
export { inspectModel, type ModelFacts } from './node/inspect-model.js';
export { decodeText } from './node/lines.js';
export { type FoundFiles, findFiles, listFiles, statusOf } from './node/list-files.js';
export { loadEncoder, resolveEncoder } from './node/load-encoder.js';
export { loadConditionalModel, loadModel, loadSkipGram, wordIndexOf } from './node/load-model.js';
export { type ModelForText, modelForText } from './node/model-by-language.js';
export { readModelFile, resolveModel, writeModelFile } from './node/model-files.js';
export { checkEncoding, openInput, type ReadingOptions } from './node/open-input.js';
export { type OpenedModel, openAnyModel, openModel } from './node/open-model.js';
export { packageVersion } from './node/package-files.js';
export {
  type FailedRecord,
  type FileRecord,
  MAX_TEXT,
  parquetRecords,
  type RecordOptions,
  readRecordResults,
  readRecords,
  recordsOf,
} from './node/read-records.js';
export { fileError, readTextFile } from './node/read-text-file.js';
export { type ErrorOptions, failure, type RecordError, RecordErrors } from './node/record-errors.js';
// Tags from files
export {
  modelForTags,
  type OpenedTags,
  openTags,
  type ReadTags,
  readTags,
  writeTagIndex,
} from './node/tag-index-files.js';
export { readTagList } from './node/tag-lists/read-tag-list.js';
export { type ManyTags, TagPool } from './node/tag-many.js';
export { readTaggedTexts } from './node/tagged-texts.js';
export { textOfRecord, tooLong } from './node/text-of-record.js';
export { suggestTitled } from './node/titled-tags.js';
// Text
export { createTokenizer } from './node/tokenizers.js';
export { type CountedModel, trainCooccurrence } from './node/train-cooccurrence.js';
export { type CheckpointHooks, type TrainedModel, type TrainHooks, trainModel } from './node/train-model.js';
export { startModel, type TrainedShard, trainShard } from './node/train-shard.js';
export { peek, withoutPacking } from './node/unpack-stream.js';
export { readWeights } from './node/weights-file.js';
export { writeFileAtomically } from './node/write-file.js';
export { writeFrontMatter } from './node/write-front-matter.js';
export { isEmbedded, nameOfLanguage } from './text/language.js';
export { languageOfText } from './text/language-of-text.js';
export { foreignLanguageWarning } from './train/foreign-language.js';
