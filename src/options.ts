import { kernelNames } from './kernel/kernel.js';
import { textKinds } from './text/text-kinds.js';
import { normalizationNames, tokenizerNames, tokenKinds } from './text/tokenizer.js';

/** Weights of what makes a candidate likely to be a keyword, fitted to texts in a language. */
export interface PriorWeights {
  readonly version: number;
  /** By ISO 639. */
  readonly language: string;
  /** By the names of the terms, in nats; a term that is not named has none. */
  readonly weights: Readonly<Record<string, number>>;
}

/**
 * Every option of the package, declared once. Types, defaults, range checks, command-line flags and help are derived
 * from these rows; nothing else may repeat them.
 */
export interface OptionRow {
  /**
   * On the command line a list is one value separated by commas, or @file with an item a line; paths are several values;
   * weights are a file or one of the choices; a language is any BCP 47 tag, of which the choices are some.
   */
  readonly type: 'integer' | 'number' | 'boolean' | 'string' | 'choice' | 'list' | 'paths' | 'weights' | 'language';
  /** Undefined where there is no value unless one is given. */
  readonly default?: unknown;
  readonly min?: number;
  /** Of a list the most items it may have. */
  readonly max?: number;
  /** What a choice, or each of a list, is one of. */
  readonly choices?: readonly string[];
  /** Long flag of the command, with a short one before it where there is one. */
  readonly flag: string;
  readonly unit?: string;
  readonly description: string;
}

const define = <const T extends Record<string, OptionRow>>(rows: T): T => rows;

/** Options of the text side, shared by training and extraction. */
export const textOptions = define({
  tokenizer: {
    type: 'choice',
    choices: tokenizerNames,
    default: 'jieba',
    flag: '--tokenizer',
    description:
      'Cuts text into words: jieba (Chinese), wink (English), intl (any language, by Unicode and ICU), whitespace (already cut).',
  },
  normalization: {
    type: 'choice',
    choices: normalizationNames,
    default: 'nfkc-lowercase',
    flag: '--normalization',
    description: 'Normalizes text before tokenization: Unicode NFKC, lower case, both, or none.',
  },
  locale: {
    type: 'string',
    default: '',
    flag: '--locale',
    unit: 'language',
    description: 'Language of the texts for the tokenizer intl, e.g. ja or en-GB.',
  },
  dictionary: {
    type: 'string',
    flag: '--dictionary',
    unit: 'file',
    description:
      'User dictionary: one term per line, optionally followed by frequency and tag. Its terms are never split.',
  },
});

/** Options of what computes. */
export const kernelOptions = define({
  kernel: {
    type: 'choice',
    choices: kernelNames,
    flag: '--kernel',
    description:
      'Compute kernel (default: the fastest available; with --deterministic wasm, the same on every machine).',
  },
});

/** Options of training a model. */
export const trainOptions = define({
  dim: {
    type: 'integer',
    default: 128,
    min: 1,
    max: 4096,
    flag: '--dim',
    unit: 'numbers',
    description: 'Components of a vector; with --input-vectors, those of the given vectors.',
  },
  window: {
    type: 'integer',
    default: 5,
    min: 1,
    max: 1000,
    flag: '--window',
    unit: 'words',
    description: 'Largest distance between a word and its context; drawn for every word from 1 to this.',
  },
  minCount: {
    type: 'integer',
    default: 5,
    min: 1,
    flag: '--min-count',
    unit: 'occurrences',
    description: 'Words with fewer occurrences are left out of the vocabulary.',
  },
  maxVocabulary: {
    type: 'integer',
    default: 1_000_000,
    min: 2,
    flag: '--max-vocabulary',
    unit: 'words',
    description: 'Keep at most this many words, the most frequent ones.',
  },
  subsample: {
    type: 'number',
    default: 1e-3,
    min: 0,
    max: 1,
    flag: '--subsample',
    unit: 'share of tokens',
    description: 'Randomly drop words with a larger share than this (Mikolov et al. 2013); 0 keeps all.',
  },
  epochs: {
    type: 'integer',
    default: 5,
    min: 1,
    max: 10_000,
    flag: '--epochs',
    unit: 'passes',
    description: 'Passes over the corpus.',
  },
  inputVectors: {
    type: 'string',
    flag: '--input-vectors',
    unit: 'file',
    description:
      'Word vectors (word2vec, GloVe, .vec, KeyedVectors, a Word2VecModel of Spark) or a model to take them from. They stay fixed; only the inner nodes are trained on the corpus. Words without a vector are left out.',
  },
  learningRate: {
    type: 'number',
    default: 0.025,
    min: 0,
    max: 10,
    flag: '--learning-rate',
    description: 'Initial step size; decreases linearly. With --input-vectors, divided by their mean squared length.',
  },
  minLearningRate: {
    type: 'number',
    default: 0.0001,
    min: 0,
    max: 10,
    flag: '--min-learning-rate',
    description: 'Final step size.',
  },
  seed: {
    type: 'integer',
    default: 1,
    min: 0,
    max: 0xffffffff,
    flag: '--seed',
    description: 'Seed of the random number generator.',
  },
  heldOut: {
    type: 'number',
    default: 0.01,
    min: 0,
    max: 0.5,
    flag: '--held-out',
    unit: 'share of documents',
    description: 'Share of documents held out of training to measure held-out log p; at most 2,000 documents.',
  },
  storage: {
    type: 'choice',
    choices: ['f32', 'f16', 'int8'],
    default: 'f32',
    flag: '--storage',
    description: 'Number format of the vectors in the model file.',
  },
  field: {
    type: 'string',
    default: 'text',
    flag: '--field',
    unit: 'name',
    description: 'Record field that holds the document.',
  },
  threads: {
    type: 'integer',
    min: 1,
    max: 256,
    flag: '--threads',
    description: 'Training threads (default: all cores).',
  },
  deterministic: {
    type: 'boolean',
    default: false,
    flag: '--deterministic',
    description:
      'Produce a bit-identical file from the same corpus, seed and number of threads: each thread trains its own replica, merged at fixed points. Costs memory for the replicas and some speed. A single thread is deterministic anyway, given the same kernel.',
  },
  corpusName: {
    type: 'string',
    default: '',
    flag: '--corpus-name',
    description: 'Name of the corpus, stored in the model file.',
  },
  licence: {
    type: 'string',
    default: '',
    flag: '--licence',
    description: 'Licence of the model, stored in the model file.',
  },
  ...textOptions,
  ...kernelOptions,
});

const { minCount, maxVocabulary, seed, heldOut, field, threads, corpusName, licence } = trainOptions;

/** Options of counting co-occurrences instead of training. */
export const cooccurrenceOptions = define({
  smoothing: {
    type: 'number',
    default: 3000,
    min: 1e-3,
    max: 1e9,
    flag: '--smoothing',
    unit: 'tokens',
    description: 'Strength of smoothing: tokens of the background model mixed into the counts of each word.',
  },
  neighbours: {
    type: 'integer',
    default: 300,
    min: 1,
    max: 4000,
    flag: '--neighbours',
    unit: 'words',
    description: 'Most neighbours stored per word: those that co-occur with it most beyond chance. 8 bytes each.',
  },
  ...{ minCount, maxVocabulary, seed, heldOut, field, threads, corpusName, licence },
  ...textOptions,
});

/** Options of keyword extraction. */
export const extractOptions = define({
  method: {
    type: 'choice',
    choices: ['mixture', 'likelihood', 'tf-idf', 'text-rank'],
    default: 'mixture',
    flag: '--method',
    description:
      'mixture: the definition made robust by repetition, position and length; likelihood: the published definition, exact; tf-idf and text-rank: baselines without the model.',
  },
  select: {
    type: 'choice',
    choices: ['distinct', 'top', 'cover'],
    flag: '--select',
    description:
      'distinct: the best scores, with a penalty for repeating a better keyword; top: the best scores; cover: the keywords that together explain the text best, each with the words it explains (default: distinct for mixture, top for the other methods).',
  },
  topN: {
    type: 'integer',
    default: 10,
    min: 1,
    max: 1_000_000,
    flag: '-n, --top-n',
    unit: 'keywords',
    description: 'Maximum number of keywords per text.',
  },
  title: {
    type: 'string',
    flag: '--title',
    unit: 'title',
    description:
      'Title of the text, if it is not its first line. Its words are words of the text and count for more; offsets refer to the text alone. Labels such as 【独家】 or "Breaking:" are dropped.',
  },
  partsOfSpeech: {
    type: 'list',
    max: 1000,
    flag: '--parts-of-speech',
    unit: 'tags',
    description:
      'Only candidates with one of these part-of-speech tags, comma-separated (jieba: n v a …; n includes nr, ns, nz).',
  },
  kinds: {
    type: 'list',
    default: ['hashtag', 'handle'],
    choices: tokenKinds,
    max: 100,
    flag: '--kinds',
    unit: 'kinds',
    description: `Kinds of tokens besides words that may be keywords, comma-separated: ${tokenKinds.join(', ')}.`,
  },
  stopWords: {
    type: 'choice',
    choices: ['auto', 'none'],
    default: 'auto',
    flag: '--stop-words',
    description:
      'auto: Chinese and English stop words, function words (by tag) and tokens without a letter cannot be keywords; none: every token can. Nothing is removed from the text.',
  },
  stopWordList: {
    type: 'list',
    max: 1_000_000,
    flag: '--stop-word-list',
    unit: 'words',
    description: 'Stop words that replace the built-in ones, comma-separated, or @file with one word per line.',
  },
  minLength: {
    type: 'integer',
    default: 1,
    min: 1,
    max: 100,
    flag: '--min-length',
    unit: 'characters',
    description: 'Shortest candidate. None is longer than 100 characters, but for those of --candidates.',
  },
  maxPhraseLength: {
    type: 'integer',
    min: 1,
    max: 10,
    flag: '--max-phrase-length',
    unit: 'words',
    description: 'Longest candidate (default: 4; 1 for the methods likelihood and text-rank).',
  },
  candidates: {
    type: 'list',
    max: 1_000_000,
    flag: '--candidates',
    unit: 'terms',
    description:
      'Only these terms may be keywords, if the text has them; comma-separated, or @file with one term per line.',
  },
  explain: {
    type: 'boolean',
    default: false,
    flag: '--explain',
    description: 'Report what every word of the text adds to the score of every keyword.',
  },
  absent: {
    type: 'integer',
    default: 0,
    min: 0,
    max: 1000,
    flag: '--absent',
    unit: 'keywords',
    description: 'Also find up to this many related words that do not occur in the text.',
  },
  lang: {
    type: 'language',
    choices: ['auto', 'zh', 'en', 'ja', 'ko', 'de', 'fr', 'es', 'it', 'pt', 'nl', 'pl', 'ru'],
    default: 'auto',
    flag: '--lang',
    unit: 'tag',
    description: 'Language of the texts, any BCP 47 tag; auto: that of each text, by its script and letters.',
  },
  epsilon: {
    type: 'number',
    default: 0.5,
    min: 0,
    max: 0.999,
    flag: '--epsilon',
    description: 'Mixture: share ε of the component that repeats the keyword; 0 turns repetition off.',
  },
  lambda: {
    type: 'number',
    default: 0,
    min: 0,
    max: 1,
    flag: '--lambda',
    description:
      'Mixture: share λ of the model against the background model; 0 leaves the model out, which ranks no worse.',
  },
  semanticWeight: {
    type: 'number',
    default: 0.05,
    min: 0,
    max: 100,
    flag: '--semantic-weight',
    description: 'Mixture: weight τ of the evidence from the model.',
  },
  tokenWeights: {
    type: 'choice',
    choices: ['frequency', 'equal'],
    default: 'frequency',
    flag: '--token-weights',
    description: 'Mixture: give frequent words of the text less weight (frequency), or all words the same (equal).',
  },
  prior: {
    type: 'choice',
    choices: ['fitted', 'without-position', 'none'],
    default: 'fitted',
    flag: '--prior',
    description:
      'Mixture: fitted: prefer candidates by length, position, rarity and part of speech, as authors do; without-position: the same without position, for texts with an uninformative beginning; none: no preference.',
  },
  weights: {
    type: 'weights',
    choices: textKinds,
    flag: '--weights',
    unit: 'name or file',
    description:
      'Mixture: weights of the prior for one kind of text, or a file written by telltale fit (default: weights for all kinds of texts).',
  },
});

const { default: _jieba, ...tokenizer } = textOptions.tokenizer;
const { default: _nfkc, ...normalization } = textOptions.normalization;
const { default: _runtime, ...locale } = textOptions.locale;
/** The same without defaults, for models of other tools: theirs is a model that names no tokenizer. */
const foreignText = define({
  tokenizer: {
    ...tokenizer,
    description: 'Tokenizer for models that do not name theirs, e.g. of gensim or fastText (default: jieba).',
  },
  normalization: {
    ...normalization,
    description: 'Normalization for models that do not name their tokenizer (default: none).',
  },
  locale: { ...locale, description: 'Language for the tokenizer intl, for models that do not name their tokenizer.' },
});

/** Options of suggesting tags from a list. */
export const suggestOptions = define({
  topN: {
    type: 'integer',
    default: 5,
    min: 1,
    max: 1_000_000,
    flag: '-n, --top-n',
    unit: 'tags',
    description: 'Maximum number of tags per text.',
  },
  minScore: {
    type: 'number',
    min: -1_000_000,
    max: 1_000_000,
    flag: '--min-score',
    unit: 'nats',
    description: 'Minimum score of a tag (default: 0.4 for one that the text does not say).',
  },
  minProbability: {
    type: 'number',
    min: 0,
    max: 1,
    flag: '--min-probability',
    description: 'Minimum probability of a tag; only for a list that has learned from tagged texts.',
  },
  evidence: {
    type: 'list',
    default: ['mention', 'meaning', 'learned'],
    choices: ['mention', 'meaning', 'learned'],
    max: 3,
    flag: '--evidence',
    unit: 'kinds',
    description:
      'Evidence to use, comma-separated: mention (the text mentions the tag), meaning (its words are related to those of the text), learned (similar texts were tagged with it).',
  },
  select: {
    type: 'choice',
    choices: ['top', 'cover'],
    default: 'top',
    flag: '--select',
    description: 'top: the best scores; cover: skip tags that repeat a better one.',
  },
  prefer: {
    type: 'choice',
    choices: ['both', 'narrow', 'broad'],
    default: 'both',
    flag: '--prefer',
    description: 'If a tag and a broader one are both found, keep both, only the narrow one, or only the broad one.',
  },
  explain: {
    type: 'boolean',
    default: false,
    flag: '--explain',
    description: 'Report which words of the text support a tag, and by which evidence.',
  },
});

/** Options of the tag command beside those of the text, the model and the output. */
export const tagCommandOptions = define({
  tags: {
    type: 'string',
    flag: '--tags',
    unit: 'file',
    description:
      'Tag list: .txt (one label per line, followed by tab-separated synonyms), .csv .tsv .jsonl .json .parquet (label, id, synonyms, description, parent), SKOS (.ttl .nt .rdf .xml), or what --save wrote.',
  },
  tagsLanguage: {
    type: 'string',
    flag: '--tags-language',
    unit: 'language',
    description: 'Language of the labels of a SKOS vocabulary, e.g. en (default: that of most labels).',
  },
  learn: {
    type: 'paths',
    flag: '--learn',
    unit: 'files',
    description:
      'Learn from tagged texts: records with the fields text, tags (a list, or a string separated by |) and optionally title. Adds to what a saved list has learned.',
  },
  save: {
    type: 'string',
    flag: '--save',
    unit: 'file',
    description: 'Write the list and what it has learned to one .safetensors file, for --tags and serve --tags.',
  },
  title: {
    ...extractOptions.title,
    description: 'Title of the text, where it is not its first line: read before the text.',
  },
});

/** Options of converting a model. */
export const convertOptions = define({
  storage: {
    type: 'choice',
    choices: ['f32', 'f16', 'int8'],
    flag: '--storage',
    description: 'Number format of the vectors in a model file (default: unchanged).',
  },
  tokenizer: {
    ...foreignText.tokenizer,
    description: 'Tokenizer recorded for a model that does not name one (default: jieba).',
  },
  normalization: {
    ...foreignText.normalization,
    default: 'none',
    description: 'Normalization recorded for a model that does not name its tokenizer.',
  },
});

/** Options of where a model comes from. */
export const modelOptions = define({
  model: {
    type: 'string',
    default: 'auto',
    flag: '-m, --model',
    unit: 'name or file',
    description: 'Embedded model (zh, en), model file, or auto: the embedded model of the language of the text.',
  },
  tokenizer: foreignText.tokenizer,
  normalization: foreignText.normalization,
  locale: foreignText.locale,
  dictionary: textOptions.dictionary,
  allowMismatch: {
    type: 'boolean',
    default: false,
    flag: '--allow-mismatch',
    description: 'Use the model even if the available tokenizer is not the one it was trained with.',
  },
  ...kernelOptions,
});

/** Options of an encoder beside the model. */
export const encoderOptions = define({
  encoder: {
    type: 'string',
    flag: '--encoder',
    unit: 'name or folder',
    description:
      'Also use a text encoder, for the methods mixture and likelihood and for tags: the name of an installed one (en), or a folder with model.onnx and tokenizer.json.',
  },
});

/** Options of how files of texts are read, by every command that reads some. */
export const readingOptions = define({
  inputFormat: {
    type: 'choice',
    choices: ['text', 'lines', 'jsonl', 'json', 'csv', 'tsv', 'parquet'],
    flag: '--input-format',
    description: 'Format of the input (default: detected from the name and the first bytes of each file).',
  },
  encoding: {
    type: 'string',
    flag: '--encoding',
    unit: 'name',
    description: 'Encoding of the input, e.g. gb18030 (default: UTF-8, or UTF-16 if the file has a byte-order mark).',
  },
  delimiter: {
    type: 'string',
    flag: '--delimiter',
    unit: 'sign',
    description: 'Field separator of a table, e.g. ";" or tab (default: detected from its first line).',
  },
  maxText: {
    type: 'integer',
    default: 10_000_000,
    min: 1,
    max: 100_000_000,
    flag: '--max-text',
    unit: 'characters',
    description: 'Longest text; a record with a longer one is an error.',
  },
});

/** Options of what a command does about records that cannot be worked on. */
export const errorOptions = define({
  onError: {
    type: 'choice',
    choices: ['skip', 'stop'],
    flag: '--on-error',
    description:
      'skip: report a bad record with its error, or leave it out of a corpus, and count it; stop: end the run (default: skip; stop for a single text).',
  },
  maxErrors: {
    type: 'integer',
    min: 0,
    flag: '--max-errors',
    unit: 'records',
    description: 'End the run when more records than this fail.',
  },
});

/** Options of the texts a command reads. */
export const inputOptions = define({
  file: {
    type: 'paths',
    flag: '-f, --file',
    unit: 'files',
    description:
      'Read texts from files: one text per file, or one per record of .jsonl, .json, .csv, .tsv and .parquet, optionally compressed (.gz, .zst); a directory stands for all files in it, - for standard input.',
  },
  ...readingOptions,
  ...errorOptions,
  field: {
    type: 'string',
    flag: '--field',
    unit: 'name or number',
    description:
      'Where a record holds its text: the name of a field (default: text); with --io tsv the number of a column from 1 (default: the last). A field "id" names the text in the output.',
  },
  titleField: {
    type: 'string',
    flag: '--title-field',
    unit: 'name or number',
    description:
      'Where a record holds its title, if apart from the text: a field or column, as for --field. It may be missing.',
  },
  groupBy: {
    type: 'string',
    flag: '--group-by',
    unit: 'field',
    description:
      'Keywords of groups of texts instead of single texts: by a field of the records, by "file", or of "all" texts.',
  },
  lines: {
    type: 'boolean',
    default: false,
    flag: '--lines',
    description: 'Treat every line of a file as a text.',
  },
  threads: {
    type: 'integer',
    min: 1,
    max: 256,
    flag: '--threads',
    description: 'Worker threads (default: all cores for --lines and records, one for --io).',
  },
  io: {
    type: 'choice',
    choices: ['jsonl', 'tsv'],
    flag: '--io',
    description:
      'Work as a filter: one line of output per line of input, in order. jsonl: add keywords (or tags), or error, to a JSON record; tsv: replace the text column by a last column with the keywords (or tags) as JSON.',
  },
  optionsField: {
    type: 'string',
    flag: '--options-field',
    unit: 'name or number',
    description:
      'For --io, where a record holds options of its own, as JSON with the names of the library: {"topN": 3}. A field or column, as for --field; as a column it is left out of the output.',
  },
  maxLineBytes: {
    type: 'integer',
    default: 2 ** 24,
    min: 1,
    max: 2 ** 28,
    flag: '--max-line-bytes',
    unit: 'bytes',
    description: 'Longest line for --io; a longer one yields an error.',
  },
});

/** The forms a command can print in. */
export const outputOptions = define({
  format: {
    type: 'choice',
    choices: ['table', 'json', 'jsonl', 'csv', 'tsv'],
    default: 'table',
    flag: '--format',
    description:
      'table: for people; json: one array; jsonl: one object per text; csv and tsv: one row per keyword or tag.',
  },
});

/** Where the commands extract and tag write. */
export const writeOptions = define({
  output: {
    type: 'string',
    flag: '-o, --output',
    unit: 'file',
    description: 'Write to a file in the format of its extension: .json, .jsonl, .csv, .tsv or .parquet.',
  },
  rawCsv: {
    type: 'boolean',
    default: false,
    flag: '--raw-csv',
    description:
      'Write csv and tsv cells unchanged; by default, cells that a spreadsheet would evaluate (=, +, -, @ …) get a leading apostrophe.',
  },
});

/** Options of the evaluate command beside those of the model. */
export const evaluateOptions = define({
  method: {
    type: 'list',
    flag: '--method',
    unit: 'methods',
    description:
      'Methods to compare, comma-separated, the reference first (default: mixture,likelihood,tf-idf,text-rank; of tags: suggest,mention-tf-idf).',
  },
  predictions: {
    type: 'paths',
    flag: '--predictions',
    unit: 'files',
    description: 'Keywords or tags found by other tools, one file per tool.',
  },
  measure: {
    type: 'choice',
    choices: ['gold', 'editor', 'guess', 'tags'],
    default: 'gold',
    flag: '--measure',
    description:
      'gold: agreement with keywords chosen by people; editor: what an editor would strike from the first eight, and what is missing; guess: how often a retriever finds the other half of a text among 199 others, given the keywords of one half; tags: agreement with tags assigned by people.',
  },
  tags: {
    type: 'string',
    flag: '--tags',
    unit: 'file',
    description: 'Tag list for the measure tags, in any format that telltale tag reads except a saved one.',
  },
  learn: {
    type: 'string',
    flag: '--learn',
    unit: 'file',
    description: 'Tagged texts to learn from before measuring tags, in the format of the data sets.',
  },
  reader: {
    type: 'paths',
    flag: '--reader',
    unit: 'files',
    description: 'Models or word vector files to use as further retrievers for guess; not the model under test.',
  },
  writeHalves: {
    type: 'string',
    flag: '--write-halves',
    unit: 'file',
    description: 'Write the halves that keywords are taken from, as input for other tools.',
  },
  lang: {
    type: 'string',
    flag: '--lang',
    unit: 'language',
    description:
      'Language for matching keywords: zh, en, fr … (default: from the file name, as in en_inspec.jsonl, or the texts).',
  },
  details: {
    type: 'integer',
    min: 1,
    flag: '--details',
    unit: 'texts',
    description: 'Also show the texts on which the first method does worst: what it found, and what is missing.',
  },
  weights: extractOptions.weights,
  limit: {
    type: 'integer',
    min: 1,
    flag: '--limit',
    unit: 'documents',
    description: 'Only the first documents of each data set.',
  },
  format: {
    type: 'choice',
    choices: ['table', 'csv', 'json'],
    default: 'table',
    flag: '--format',
    description: 'table for people, in percent; csv and json: all measures.',
  },
});

/** Options of the fit command beside those of the model and of reading. */
export const fitOptions = define({
  field: { ...field, default: 'text', description: 'Field of a record that holds the text.' },
  keywordsField: {
    type: 'string',
    default: 'keywords',
    flag: '--keywords-field',
    unit: 'name',
    description: 'Field of a record that holds its keywords.',
  },
  output: {
    type: 'string',
    flag: '-o, --output',
    unit: 'file',
    description: 'Write the weights to this file, for --weights; otherwise only their gain is printed.',
  },
  force: {
    type: 'boolean',
    default: false,
    flag: '--force',
    description: 'Write the weights even if they do not significantly beat the initial ones.',
  },
  lang: {
    ...extractOptions.lang,
    description: 'Language of the texts; auto: that of the majority. Texts in another language are left out.',
  },
  weights: {
    ...extractOptions.weights,
    description: 'Initial weights, which the fit has to beat (default: weights for all kinds of texts).',
  },
});

/** Options of the explain command beside those of the extraction. */
export const explainOptions = define({
  format: {
    type: 'choice',
    choices: ['terminal', 'json', 'html', 'svg'],
    default: 'terminal',
    flag: '--format',
    description: 'terminal: text, in colour if supported; json: all numbers; html: a page; svg: the heat map alone.',
  },
  output: {
    type: 'string',
    flag: '-o, --output',
    unit: 'file',
    description: 'Write to this file instead of standard output.',
  },
});

/** Options of the train command beside those of the training itself. */
export const trainCommandOptions = define({
  estimator: {
    type: 'choice',
    choices: ['hierarchical-softmax', 'cooccurrence'],
    default: 'hierarchical-softmax',
    flag: '--estimator',
    description:
      'hierarchical-softmax: a skip-gram model of word vectors; cooccurrence: counts of which words documents share.',
  },
  output: {
    type: 'string',
    flag: '-o, --output',
    unit: 'file',
    description: 'Output file, e.g. model.safetensors.',
  },
  progress: {
    type: 'choice',
    choices: ['auto', 'plain', 'json', 'none'],
    default: 'auto',
    flag: '--progress',
    description:
      'Progress on standard error. auto: a status line on a terminal, plain lines elsewhere; json: one event per line; none: only warnings.',
  },
  checkpointEvery: {
    type: 'string',
    default: '1epoch,15m',
    flag: '--checkpoint-every',
    unit: 'interval',
    description:
      'How often to save the state of the training to OUTPUT.checkpoint, for --resume: a time (90s, 10m, 2h), a number of epochs, both, or never. Short epochs are saved less often.',
  },
  resume: {
    type: 'boolean',
    default: false,
    flag: '--resume',
    description:
      'Resume from OUTPUT.checkpoint, with the same corpus and options; start from the beginning if there is none.',
  },
});

const { progress } = trainCommandOptions;
const { dim, window, subsample, epochs, learningRate, minLearningRate } = trainOptions;

/** Options of counting the words of a part of a corpus. */
export const countOptions = define({ field, threads, ...textOptions });

/** Options of the model that a training on shards starts from. */
export const startOptions = define({ dim, minCount, maxVocabulary, seed, corpusName, licence });

/** Options of training on a shard of a corpus; those of its tokenizer are in the model. */
export const shardOptions = define({
  epoch: {
    type: 'integer',
    default: 1,
    min: 1,
    max: 10_000,
    flag: '--epoch',
    unit: 'number',
    description: 'Number of this epoch among --epochs, from 1; the step size continues from the previous one.',
  },
  ...{ window, subsample, epochs, learningRate, minLearningRate, seed, field, threads },
  dictionary: textOptions.dictionary,
  ...kernelOptions,
});

/** Options of the commands that train on shards. */
export const shardCommandOptions = define({
  output: {
    type: 'string',
    flag: '-o, --output',
    unit: 'file',
    description: 'Output file.',
  },
  progress,
});

/** Options of the service. */
export const serveOptions = define({
  host: {
    type: 'string',
    default: '127.0.0.1',
    flag: '--host',
    unit: 'address',
    description: 'Address to listen on; 0.0.0.0 for all addresses of this machine.',
  },
  port: { type: 'integer', default: 8377, min: 0, max: 65_535, flag: '--port', description: 'Port; 0 for any.' },
  models: {
    type: 'paths',
    flag: '--models',
    unit: 'name=file',
    description:
      'Models to serve, each under its name; the first is the default (default: the embedded ones, by language).',
  },
  weights: {
    type: 'paths',
    flag: '--weights',
    unit: 'name=file',
    description: 'Weights written by telltale fit, each under a name for requests to use, besides the built-in ones.',
  },
  encoder: {
    type: 'paths',
    flag: '--encoder',
    unit: 'name=folder',
    description:
      'Text encoders to serve, each under a name for requests to use: an installed one (en=en), or a folder. A tag list compiled with one of them uses it.',
  },
  tags: {
    type: 'paths',
    flag: '--tags',
    unit: 'name=file',
    description: 'Tag lists to serve, each under its name: a list, or a file written by telltale tag --save.',
  },
  threads: {
    type: 'integer',
    min: 1,
    max: 256,
    flag: '--threads',
    description: 'Worker threads, which share one copy of each model (default: all cores).',
  },
  maxTextLength: {
    type: 'integer',
    default: 100_000,
    min: 1,
    max: 10_000_000,
    flag: '--max-text-length',
    unit: 'characters',
    description: 'Longest text accepted.',
  },
  maxTexts: {
    type: 'integer',
    default: 100,
    min: 1,
    max: 100_000,
    flag: '--max-texts',
    unit: 'texts',
    description: 'Most texts in one request; streams have no such limit.',
  },
  maxBodyBytes: {
    type: 'integer',
    default: 4 * 2 ** 20,
    min: 1024,
    max: 2 ** 30,
    flag: '--max-body-bytes',
    unit: 'bytes',
    description: 'Largest request body, and longest line of a stream.',
  },
  maxQueue: {
    type: 'integer',
    default: 100,
    min: 0,
    max: 1_000_000,
    flag: '--max-queue',
    unit: 'texts',
    description: 'Most texts waiting for a thread; further ones are refused with 503.',
  },
  timeLimit: {
    type: 'number',
    default: 10,
    min: 0.01,
    max: 3600,
    flag: '--time-limit',
    unit: 'seconds',
    description: 'Longest time for a text, waiting included; then 503.',
  },
  requestSeconds: {
    type: 'number',
    default: 30,
    min: 0.1,
    max: 3600,
    flag: '--request-seconds',
    unit: 'seconds',
    description: 'Longest time to receive a request, or a line of a stream; then 408.',
  },
  drainSeconds: {
    type: 'number',
    default: 0,
    min: 0,
    max: 3600,
    flag: '--drain-seconds',
    unit: 'seconds',
    description:
      'On shutdown, keep listening this long while /readyz answers 503, so that load balancers stop sending requests.',
  },
  closeSeconds: {
    type: 'number',
    default: 30,
    min: 0,
    max: 3600,
    flag: '--close-seconds',
    unit: 'seconds',
    description: 'After that, longest time for open requests to finish; the rest are aborted.',
  },
  threadMemory: {
    type: 'integer',
    min: 16,
    max: 1_048_576,
    flag: '--thread-memory',
    unit: 'MB',
    description:
      'Memory limit of a thread, besides its models; a thread that needs more is replaced, and its texts get 503 (default: that of Node.js).',
  },
  trustProxy: {
    type: 'list',
    max: 1000,
    flag: '--trust-proxy',
    unit: 'addresses',
    description:
      'Proxies whose X-Forwarded-For is trusted for --rate-limit, comma-separated: addresses, networks (10.0.0.0/8), loopback, linklocal, uniquelocal (default: none).',
  },
  rateLimit: {
    type: 'integer',
    default: 0,
    min: 0,
    flag: '--rate-limit',
    unit: 'requests a minute',
    description: 'Most requests per address and minute, except for health and metrics; then 429. 0 for no limit.',
  },
  tokens: {
    type: 'string',
    flag: '--tokens',
    unit: 'file',
    description: 'Bearer tokens, one per line; every request except for health must carry one.',
  },
  logLevel: {
    type: 'choice',
    choices: ['info', 'warn', 'error', 'silent'],
    default: 'info',
    flag: '--log-level',
    description: 'Log level; logs are JSON lines on standard error and never contain texts.',
  },
});

type Value<R extends OptionRow> = R extends { type: 'weights' }
  ? string | PriorWeights
  : R extends { type: 'language' }
    ? string
    : R extends { choices: readonly (infer C)[] }
      ? R['type'] extends 'list'
        ? readonly C[]
        : C
      : R['type'] extends 'integer' | 'number'
        ? number
        : R['type'] extends 'boolean'
          ? boolean
          : R['type'] extends 'list' | 'paths'
            ? readonly string[]
            : string;

/** What a caller may pass for a group of rows: everything optional. */
export type OptionsOf<G extends Record<string, OptionRow>> = { [K in keyof G]?: Value<G[K]> | undefined };

/** A group with defaults filled in: only rows without a default may still be undefined. */
export type ResolvedOf<G extends Record<string, OptionRow>> = {
  [K in keyof G]: G[K] extends { default: unknown } ? Value<G[K]> : Value<G[K]> | undefined;
};

/** Options of {@link evaluateOptions} as a caller passes them. */
export type EvaluateOptions = OptionsOf<typeof evaluateOptions>;
/** Options of {@link trainOptions} as a caller passes them. */
export type TrainOptions = OptionsOf<typeof trainOptions>;
/** Options of {@link cooccurrenceOptions} as a caller passes them. */
export type CooccurrenceOptions = OptionsOf<typeof cooccurrenceOptions>;
/** Options of {@link extractOptions} as a caller passes them. */
export type ExtractOptions = OptionsOf<typeof extractOptions>;
/** Options of {@link modelOptions} as a caller passes them. */
export type ModelOptions = OptionsOf<typeof modelOptions>;
/** Options of {@link convertOptions} as a caller passes them. */
export type ConvertOptions = OptionsOf<typeof convertOptions>;
/** Options of {@link textOptions} as a caller passes them. */
export type TextOptions = OptionsOf<typeof textOptions>;
/** Options of {@link countOptions} as a caller passes them. */
export type CountOptions = OptionsOf<typeof countOptions>;
/** Options of {@link startOptions} as a caller passes them. */
export type StartOptions = OptionsOf<typeof startOptions>;
/** Options of {@link shardOptions} as a caller passes them. */
export type ShardOptions = OptionsOf<typeof shardOptions>;
/** Options of {@link serveOptions} as a caller passes them. */
export type ServeOptions = OptionsOf<typeof serveOptions>;
