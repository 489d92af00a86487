/** The library with files, threads and jieba: everything of index.ts, and what only Node can do. */

export * from './index.js';
export { checkDifferent, checkNotRead, checkOutput } from './node/files/check-output.js';
export { type CorpusOptions, corpusFiles, type FileCorpus, readCorpus } from './node/files/corpus-files.js';
export { DocumentReader } from './node/files/document-reader.js';
export { checkIsThere, type FoundFiles, findFiles, listFiles, statusOf } from './node/files/list-files.js';
export { checkEncoding, openInput, type ReadingOptions, type RecordOptions } from './node/files/open-input.js';
export { parquetRecords } from './node/files/read-parquet.js';
export { readRecordResults, readRecords } from './node/files/read-records.js';
export { fileError, readTextFile } from './node/files/read-text-file.js';
export { type ErrorOptions, failure, type RecordError, RecordErrors } from './node/files/record-errors.js';
export { readTaggedTexts } from './node/files/tagged-texts.js';
export { writeFileAtomically } from './node/files/write-file.js';
export { writeFrontMatter } from './node/files/write-front-matter.js';
export { convertModel } from './node/models/convert-model.js';
export { loadWordVectors } from './node/models/given-vectors.js';
export { inspectModel, type ModelFacts } from './node/models/inspect-model.js';
export { loadEncoder, resolveEncoder } from './node/models/load-encoder.js';
export { loadConditionalModel, loadModel, loadSkipGram, wordIndexOf } from './node/models/load-model.js';
export { type ModelForText, modelForText } from './node/models/model-by-language.js';
export { readModelFile, resolveModel } from './node/models/model-files.js';
export { type OpenedModel, openAnyModel, openModel } from './node/models/open-model.js';
export { createTokenizer } from './node/models/tokenizers.js';
export { readWeights } from './node/models/weights-file.js';
export { writeModelFile } from './node/models/write-model.js';
export { peek } from './node/packed/unpack-stream.js';
export { buildNativeKernel } from './node/platform/build-native.js';
export { packageVersion } from './node/platform/package-files.js';
export { readTagList } from './node/tag-lists/read-tag-list.js';
export {
  modelForTags,
  type OpenedTags,
  openTags,
  type ReadTags,
  readTags,
  writeTagIndex,
} from './node/tag-lists/tag-index-files.js';
export { tagNotice } from './node/tag-notice.js';
export { type Analyzer, analyzerWith } from './node/threads/analyzer.js';
export { ExtractionPool } from './node/threads/extract-many.js';
export type { ManyResult } from './node/threads/extract-worker.js';
export type { TextRecord } from './node/threads/handed-text.js';
export { TagPool } from './node/threads/tag-many.js';
export type { ManyTags } from './node/threads/tag-worker.js';
export { suggestTitled } from './node/threads/titled-tags.js';
export { averageShards } from './node/training/average-shards.js';
export { removeCheckpoint } from './node/training/checkpoint.js';
export { countWords, mergeWordCounts, readWordCounts, writeWordCounts } from './node/training/count-words.js';
export { type CountedModel, trainCooccurrence } from './node/training/train-cooccurrence.js';
export { trainModel } from './node/training/train-model.js';
export { startModel, type TrainedShard, trainShard } from './node/training/train-shard.js';
export type { CheckpointHooks, TrainedModel, TrainHooks } from './node/training/training-run.js';
export { decodeText } from './records/decode-text.js';
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
  withoutPacking,
} from './records/input-format.js';
export { type FailedRecord, type FileRecord, MAX_TEXT, recordsOf } from './records/records.js';
export type { TitledText } from './records/text-of-record.js';
export { textOfRecord, tooLong } from './records/text-of-record.js';
export { type AskedWord, languageOfAskedWord } from './text/asked-word.js';
export { isEmbedded, nameOfLanguage, nameWithCode, nearnessNotice } from './text/language.js';
export { findLanguage, languageOfText } from './text/language-of-text.js';
export { rankedAs } from './text/traditional.js';
export { foreignLanguageWarning } from './train/foreign-language.js';
