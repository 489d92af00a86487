import { kernelNames } from './kernel/kernel.js';
import { type Language, languages } from './text/language.js';
import { textKinds } from './text/text-kinds.js';
import { normalizationNames, tokenizerNames, tokenKinds } from './text/tokenizer.js';

/** Weights of what makes a candidate likely to be a keyword, fitted to texts in a language. */
export interface PriorWeights {
  readonly version: number;
  readonly language: Language;
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
   * weights are a file or one of the choices.
   */
  readonly type: 'integer' | 'number' | 'boolean' | 'string' | 'choice' | 'list' | 'paths' | 'weights';
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
    description: 'Makes text uniform before it is cut: Unicode NFKC, lower case, both, or none.',
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
    description: 'User dictionary: a term a line, then frequency and tag if known. Its terms are always cut whole.',
  },
});

/** Options of what computes. */
export const kernelOptions = define({
  kernel: {
    type: 'choice',
    choices: kernelNames,
    flag: '--kernel',
    description:
      'What computes; without it the fastest that runs here, and with --deterministic wasm, the same on every machine.',
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
    description: 'Components of a vector; those of --input-vectors where these are given.',
  },
  window: {
    type: 'integer',
    default: 5,
    min: 1,
    max: 1000,
    flag: '--window',
    unit: 'words',
    description:
      'Widest distance between a word and its context; the distance is drawn anew for every word, 1 to this.',
  },
  minCount: {
    type: 'integer',
    default: 5,
    min: 1,
    flag: '--min-count',
    unit: 'occurrences',
    description: 'Words seen fewer times are left out of the vocabulary.',
  },
  maxVocabulary: {
    type: 'integer',
    default: 1_000_000,
    min: 2,
    flag: '--max-vocabulary',
    unit: 'words',
    description: 'Only the most frequent words, at most this many, are kept.',
  },
  subsample: {
    type: 'number',
    default: 1e-3,
    min: 0,
    max: 1,
    flag: '--subsample',
    unit: 'share of tokens',
    description: 'Words with a larger share than this are dropped at random (Mikolov et al. 2013); 0 keeps all.',
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
      'Word vectors (word2vec, GloVe, .vec, KeyedVectors, a Word2VecModel of Spark) or a model to take them from. They stay as they are; only the inner nodes are fitted to the corpus, and words without a vector are left out.',
  },
  learningRate: {
    type: 'number',
    default: 0.025,
    min: 0,
    max: 10,
    flag: '--learning-rate',
    description: 'Step size at the start; it falls linearly. With --input-vectors divided by their mean square length.',
  },
  minLearningRate: {
    type: 'number',
    default: 0.0001,
    min: 0,
    max: 10,
    flag: '--min-learning-rate',
    description: 'Step size at the end.',
  },
  seed: {
    type: 'integer',
    default: 1,
    min: 0,
    max: 0xffffffff,
    flag: '--seed',
    description: 'Start of all random numbers.',
  },
  heldOut: {
    type: 'number',
    default: 0.01,
    min: 0,
    max: 0.5,
    flag: '--held-out',
    unit: 'share of documents',
    description: 'Documents kept out of training to measure held-out log p on, at most 2,000.',
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
    description: 'Field of a record that holds the document.',
  },
  threads: {
    type: 'integer',
    min: 1,
    max: 256,
    flag: '--threads',
    description: 'Threads that train; all cores unless said otherwise.',
  },
  deterministic: {
    type: 'boolean',
    default: false,
    flag: '--deterministic',
    description:
      'Make the same file, bit for bit, from the same corpus, seed and number of threads: each thread trains a replica of its own, merged at fixed places. Costs memory for the replicas and some speed. One thread is deterministic anyway, as long as the kernel is the same.',
  },
  corpusName: {
    type: 'string',
    default: '',
    flag: '--corpus-name',
    description: 'Name of the corpus, kept in the model file.',
  },
  licence: {
    type: 'string',
    default: '',
    flag: '--licence',
    description: 'Licence of the model, kept in the model file.',
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
    description: 'Tokens of the language at large that what was counted for a word is mixed with.',
  },
  neighbours: {
    type: 'integer',
    default: 300,
    min: 1,
    max: 4000,
    flag: '--neighbours',
    unit: 'words',
    description:
      'Words whose counts are kept for each word, at most: those that its documents have most beyond chance. 8 bytes each.',
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
      'mixture: the definition made robust, with copying, position and length; likelihood: the published definition, exact; tf-idf and text-rank: without the model, to compare.',
  },
  select: {
    type: 'choice',
    choices: ['distinct', 'top', 'cover'],
    flag: '--select',
    description:
      'distinct: the best scores, where what a keyword says again counts less; top: the best scores; cover: the keywords that together explain the text best, each with the words it explains. If not given distinct for the mixture, top for the other methods.',
  },
  topN: {
    type: 'integer',
    default: 10,
    min: 1,
    max: 1_000_000,
    flag: '-n, --top-n',
    unit: 'keywords',
    description: 'Keywords returned for a text, at most.',
  },
  title: {
    type: 'string',
    flag: '--title',
    unit: 'title',
    description:
      'Title of the text, where it is not its first line: what it names counts for more. Offsets and counts stay those of the text.',
  },
  partsOfSpeech: {
    type: 'list',
    max: 1000,
    flag: '--parts-of-speech',
    unit: 'tags',
    description:
      'Only candidates with one of these tags (jieba: n v a …; a tag also admits its refinements, n admits nr, ns, nz), comma-separated.',
  },
  kinds: {
    type: 'list',
    default: ['hashtag', 'handle'],
    choices: tokenKinds,
    max: 100,
    flag: '--kinds',
    unit: 'kinds',
    description: `What may be a keyword though it is no word, comma-separated: ${tokenKinds.join(', ')}.`,
  },
  stopWords: {
    type: 'choice',
    choices: ['auto', 'none'],
    default: 'auto',
    flag: '--stop-words',
    description:
      'auto: stop words of Chinese and English, function words by their tag, and what has no letter in it cannot be keywords; none: every token can. The text is never thinned.',
  },
  stopWordList: {
    type: 'list',
    max: 1_000_000,
    flag: '--stop-word-list',
    unit: 'words',
    description: 'Stop words instead of the kept ones of Chinese and English; comma-separated, @file: a word a line.',
  },
  minLength: {
    type: 'integer',
    default: 1,
    min: 1,
    max: 1000,
    flag: '--min-length',
    unit: 'characters',
    description: 'Shortest candidate.',
  },
  maxPhraseLength: {
    type: 'integer',
    min: 1,
    max: 10,
    flag: '--max-phrase-length',
    unit: 'words',
    description: 'Longest candidate; if not given 4, and 1 for the methods likelihood and text-rank.',
  },
  candidates: {
    type: 'list',
    max: 1_000_000,
    flag: '--candidates',
    unit: 'terms',
    description: 'Only these may be keywords, where the text has them; comma-separated, @file: a term a line.',
  },
  explain: {
    type: 'boolean',
    default: false,
    flag: '--explain',
    description: 'Say what every word of the text adds to the score of every keyword.',
  },
  absent: {
    type: 'integer',
    default: 0,
    min: 0,
    max: 1000,
    flag: '--absent',
    unit: 'keywords',
    description: 'Also find words that the text does not say but that go with it, at most this many.',
  },
  lang: {
    type: 'choice',
    choices: ['auto', ...languages],
    default: 'auto',
    flag: '--lang',
    description: 'Language of the text, for the constants of the mixture; auto: by its script.',
  },
  epsilon: {
    type: 'number',
    default: 0.5,
    min: 0,
    max: 0.999,
    flag: '--epsilon',
    description: 'Mixture: share ε of the hand that repeats the keyword; 0 leaves copying out.',
  },
  lambda: {
    type: 'number',
    default: 0,
    min: 0,
    max: 1,
    flag: '--lambda',
    description:
      'Mixture: share λ of the model against the language at large; 0 leaves the model out, which ranks no worse.',
  },
  semanticWeight: {
    type: 'number',
    default: 0.05,
    min: 0,
    max: 100,
    flag: '--semantic-weight',
    description: 'Mixture: weight τ of what the model says of the words of the text.',
  },
  tokenWeights: {
    type: 'choice',
    choices: ['frequency', 'equal'],
    default: 'frequency',
    flag: '--token-weights',
    description: 'Mixture: frequent words of the text count less (frequency), or all words the same (equal).',
  },
  prior: {
    type: 'choice',
    choices: ['fitted', 'without-position', 'none'],
    default: 'fitted',
    flag: '--prior',
    description:
      'Mixture: prefer candidates by length, position, rarity and part of speech as authors do; the same without their position, for texts whose beginning says nothing; or none.',
  },
  weights: {
    type: 'weights',
    choices: textKinds,
    flag: '--weights',
    unit: 'name or file',
    description:
      'Mixture: weights of the prior for a kind of texts, or those that telltale fit fitted to texts of yours. If not given, those that serve all kinds of texts.',
  },
});

const { default: _jieba, ...tokenizer } = textOptions.tokenizer;
const { default: _nfkc, ...normalization } = textOptions.normalization;
const { default: _runtime, ...locale } = textOptions.locale;
/** The same without defaults, for models of other tools: theirs is a model that names no tokenizer. */
const foreignText = define({
  tokenizer: {
    ...tokenizer,
    description:
      'Cuts text into words, for models that do not name their tokenizer (gensim, fastText); jieba if not given.',
  },
  normalization: {
    ...normalization,
    description: 'Makes text uniform, for models that do not name their tokenizer; none if not given.',
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
    description: 'Tags returned for a text, at most.',
  },
  minScore: {
    type: 'number',
    min: -1_000_000,
    max: 1_000_000,
    flag: '--min-score',
    unit: 'nats',
    description: 'Lowest score of a tag that is returned (default: 0.4 for one that the text does not say).',
  },
  minProbability: {
    type: 'number',
    min: 0,
    max: 1,
    flag: '--min-probability',
    description: 'Lowest probability of a tag that is returned; only with a list that has learned from tagged texts.',
  },
  evidence: {
    type: 'list',
    default: ['mention', 'meaning', 'learned'],
    choices: ['mention', 'meaning', 'learned'],
    max: 3,
    flag: '--evidence',
    unit: 'kinds',
    description:
      'What may speak for a tag, comma-separated: mention (the text says it), meaning (its words go with those of the text), learned (texts like this one had it).',
  },
  select: {
    type: 'choice',
    choices: ['top', 'cover'],
    default: 'top',
    flag: '--select',
    description: 'top: the best scores; cover: a tag that says the same as a better one is passed over.',
  },
  prefer: {
    type: 'choice',
    choices: ['both', 'narrow', 'broad'],
    default: 'both',
    flag: '--prefer',
    description:
      'Of a tag and a broader one that are both found: keep both, only the narrow one, or only the broad one.',
  },
  explain: {
    type: 'boolean',
    default: false,
    flag: '--explain',
    description: 'Say which words of the text speak for a tag, and by which evidence.',
  },
});

/** Options of the tag command beside those of the text, the model and the output. */
export const tagCommandOptions = define({
  tags: {
    type: 'string',
    flag: '--tags',
    unit: 'file',
    description:
      'List of tags: .txt (a label a line, synonyms behind tabs), .csv .tsv .jsonl .json .parquet (label, id, synonyms, description, parent), SKOS (.ttl .nt .rdf .xml), or what --save wrote.',
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
      'Learn from texts that are tagged already: records with the fields text, tags (a list, or one text with | between) and title, if any. Adds to what a saved list has learned.',
  },
  save: {
    type: 'string',
    flag: '--save',
    unit: 'file',
    description: 'Write the list and what it has learned to one .safetensors file, for --tags and serve --tags.',
  },
});

/** Options of converting a model. */
export const convertOptions = define({
  storage: {
    type: 'choice',
    choices: ['f32', 'f16', 'int8'],
    flag: '--storage',
    description: 'Number format of the vectors in a model file; as they are if not given.',
  },
  tokenizer: {
    ...foreignText.tokenizer,
    description: 'Tokenizer recorded for a model that does not name one; jieba if not given.',
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
    description: 'Use the model even if the tokenizer at hand is not the one it was trained with.',
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
      'Also ask an encoder of whole texts, for keywords by mixture or likelihood and for tags: the name of an installed one (en), or a folder with model.onnx and tokenizer.json.',
  },
});

/** Options of how files of texts are read, by every command that reads some. */
export const readingOptions = define({
  inputFormat: {
    type: 'choice',
    choices: ['text', 'lines', 'jsonl', 'json', 'csv', 'tsv', 'parquet'],
    flag: '--input-format',
    description: 'What the input is (default: told by the name and the first bytes of each file).',
  },
  encoding: {
    type: 'string',
    flag: '--encoding',
    unit: 'name',
    description: 'Encoding of the input, e.g. gb18030 (default: UTF-8, or UTF-16 where its mark says so).',
  },
  delimiter: {
    type: 'string',
    flag: '--delimiter',
    unit: 'sign',
    description: 'Sign between the fields of a table, e.g. ";" or tab (default: told by its first line).',
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
      'skip: a record that cannot be worked on is answered with its error, or left out of a corpus, and counted; stop: it ends the run (default: skip, for a single text stop).',
  },
  maxErrors: {
    type: 'integer',
    min: 0,
    flag: '--max-errors',
    unit: 'records',
    description: 'Ends the run when more records than this fail.',
  },
});

/** Options of the texts a command reads. */
export const inputOptions = define({
  file: {
    type: 'paths',
    flag: '-f, --file',
    unit: 'files',
    description:
      'Read texts from files: a text each, or one in every record of .jsonl, .json, .csv, .tsv and .parquet, packed (.gz, .zst) or not; of a directory all of them; - is standard input.',
  },
  ...readingOptions,
  ...errorOptions,
  field: {
    type: 'string',
    flag: '--field',
    unit: 'name or number',
    description:
      'What holds the text of a record: a field by its name, text unless said otherwise; with --io tsv a column by its number from 1, the last unless said otherwise. A field "id" names the text in the output.',
  },
  titleField: {
    type: 'string',
    flag: '--title-field',
    unit: 'name or number',
    description:
      'What holds the title of a record, where it is apart from the text: named as --field names the text. A record without one has no title.',
  },
  groupBy: {
    type: 'string',
    flag: '--group-by',
    unit: 'field',
    description:
      'Keywords of groups of texts instead of single ones: by a field of the records, by "file", or of "all" texts.',
  },
  lines: {
    type: 'boolean',
    default: false,
    flag: '--lines',
    description: 'Every line of a file is a text of its own; worked on in threads.',
  },
  threads: {
    type: 'integer',
    min: 1,
    max: 256,
    flag: '--threads',
    description:
      'Threads that work on --lines and records, all cores unless said otherwise, or on --io, one unless said otherwise.',
  },
  io: {
    type: 'choice',
    choices: ['jsonl', 'tsv'],
    flag: '--io',
    description:
      'Work as a filter: a line of output for every line of input, in order. jsonl: adds keywords, or error, to a JSON record; tsv: takes away the column of the text and adds one with the keywords as JSON.',
  },
  maxLineBytes: {
    type: 'integer',
    default: 2 ** 24,
    min: 1,
    max: 2 ** 28,
    flag: '--max-line-bytes',
    unit: 'bytes',
    description: 'With --io, the longest line; a longer one is answered with an error.',
  },
});

/** The forms a command can print in. */
export const outputOptions = define({
  format: {
    type: 'choice',
    choices: ['table', 'json', 'jsonl', 'csv', 'tsv'],
    default: 'table',
    flag: '--format',
    description: 'table for people, json one array, jsonl one object a text, csv and tsv one row a keyword.',
  },
});

/** Where the extract command writes. */
export const writeOptions = define({
  output: {
    type: 'string',
    flag: '-o, --output',
    unit: 'file',
    description: 'Write to a file, in the form that its ending names: .json, .jsonl, .csv, .tsv or .parquet.',
  },
  rawCsv: {
    type: 'boolean',
    default: false,
    flag: '--raw-csv',
    description:
      'Write cells of csv and tsv as they are; without it one that a spreadsheet would compute (=, +, -, @ …) gets an apostrophe before it.',
  },
});

/** Options of the evaluate command beside those of the model. */
export const evaluateOptions = define({
  method: {
    type: 'list',
    flag: '--method',
    unit: 'methods',
    description:
      'Methods of ours, comma-separated, the one to compare with first (default: mixture,likelihood,tf-idf,text-rank; of tags: suggest,mention-tf-idf).',
  },
  predictions: {
    type: 'paths',
    flag: '--predictions',
    unit: 'files',
    description: 'Keywords or tags that other tools found, a file each.',
  },
  measure: {
    type: 'choice',
    choices: ['gold', 'editor', 'guess', 'tags'],
    default: 'gold',
    flag: '--measure',
    description:
      'gold: agreement with the keywords that people chose; editor: what an editor would strike out of the first eight and misses in them; guess: how often a reader finds the other half of a text among 199 others from the keywords of one half; tags: agreement with the tags that people gave from a list.',
  },
  tags: {
    type: 'string',
    flag: '--tags',
    unit: 'file',
    description: 'The list of tags for the measure tags, in any form that telltale tag reads, but not one it saved.',
  },
  learn: {
    type: 'string',
    flag: '--learn',
    unit: 'file',
    description: 'Tagged texts that the measure tags learns from first, in the form of the data sets.',
  },
  reader: {
    type: 'paths',
    flag: '--reader',
    unit: 'files',
    description:
      'Models or files of word vectors that guess, beside a reader that compares words; not the model under test.',
  },
  writeHalves: {
    type: 'string',
    flag: '--write-halves',
    unit: 'file',
    description: 'Write the halves that keywords are taken from, for other tools to work on.',
  },
  lang: {
    type: 'string',
    flag: '--lang',
    unit: 'language',
    description:
      "Language that keywords are matched by: zh, en, fr …; by itself that of the file's name (en_inspec.jsonl) or of the texts.",
  },
  details: {
    type: 'integer',
    min: 1,
    flag: '--details',
    unit: 'texts',
    description: 'Also the texts that the first method does worst on: what it found, and what is missing.',
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
    description: 'Write the weights to this file, for --weights; without it only what they gain is printed.',
  },
  force: {
    type: 'boolean',
    default: false,
    flag: '--force',
    description: 'Write weights that do not beat those they start from beyond noise, too.',
  },
  lang: {
    ...extractOptions.lang,
    description: 'Language of the texts; auto: that of most of them, and texts in another one are left out.',
  },
  weights: {
    ...extractOptions.weights,
    description: 'Weights to start from and to beat. If not given, those that serve all kinds of texts.',
  },
});

/** Options of the explain command beside those of the extraction. */
export const explainOptions = define({
  format: {
    type: 'choice',
    choices: ['terminal', 'json', 'html', 'svg'],
    default: 'terminal',
    flag: '--format',
    description: 'terminal: in colour where it can; json: all numbers; html: a page; svg: the heat map alone.',
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
    description: 'Where the model is written, e.g. model.safetensors.',
  },
  progress: {
    type: 'choice',
    choices: ['auto', 'plain', 'json', 'none'],
    default: 'auto',
    flag: '--progress',
    description:
      'auto: a line that is rewritten on a terminal, plain lines elsewhere; json: an event a line; none: only warnings; on standard error.',
  },
  checkpointEvery: {
    type: 'string',
    default: '1epoch,15m',
    flag: '--checkpoint-every',
    unit: 'interval',
    description:
      'How often the training is kept beside the output, in OUTPUT.checkpoint, to go on after an interruption: a time (90s, 10m, 2h), a number of epochs, both, or never. Short epochs are kept less often.',
  },
  resume: {
    type: 'boolean',
    default: false,
    flag: '--resume',
    description:
      'Go on from OUTPUT.checkpoint, with the same corpus and options; from the beginning where there is none.',
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
    description: 'Which of the --epochs this is, from 1; the step size goes on falling from where the last one ended.',
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
    description: 'Where the result is written.',
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
    description: 'Address listened at; 0.0.0.0 for all of this machine.',
  },
  port: { type: 'integer', default: 8377, min: 0, max: 65_535, flag: '--port', description: 'Port; 0 for any.' },
  models: {
    type: 'paths',
    flag: '--models',
    unit: 'name=file',
    description:
      'Models served, each by its name; the first is the default. Without it the embedded ones, by language.',
  },
  weights: {
    type: 'paths',
    flag: '--weights',
    unit: 'name=file',
    description: 'Weights that telltale fit fitted, each by a name that requests give; beside the shipped ones.',
  },
  encoder: {
    type: 'paths',
    flag: '--encoder',
    unit: 'name=folder',
    description:
      'Encoders of whole texts, each by a name that requests give: of an installed one (en=en), or a folder. Lists of tags that were compiled with one of them are tagged with it.',
  },
  tags: {
    type: 'paths',
    flag: '--tags',
    unit: 'name=file',
    description: 'Lists of tags served, each by its name: a list, or a file that telltale tag --save wrote.',
  },
  threads: {
    type: 'integer',
    min: 1,
    max: 256,
    flag: '--threads',
    description: 'Threads that extract, over one copy of each model; all cores unless said otherwise.',
  },
  maxTextLength: {
    type: 'integer',
    default: 100_000,
    min: 1,
    max: 10_000_000,
    flag: '--max-text-length',
    unit: 'characters',
    description: 'Longest text taken.',
  },
  maxTexts: {
    type: 'integer',
    default: 100,
    min: 1,
    max: 100_000,
    flag: '--max-texts',
    unit: 'texts',
    description: 'Most texts in one call; streams have no such limit.',
  },
  maxBodyBytes: {
    type: 'integer',
    default: 4 * 2 ** 20,
    min: 1024,
    max: 2 ** 30,
    flag: '--max-body-bytes',
    unit: 'bytes',
    description: 'Longest request body taken, and longest line of a stream.',
  },
  maxQueue: {
    type: 'integer',
    default: 100,
    min: 0,
    max: 1_000_000,
    flag: '--max-queue',
    unit: 'texts',
    description: 'Texts that may wait for a thread; what comes then is refused with 503.',
  },
  timeLimit: {
    type: 'number',
    default: 10,
    min: 0.01,
    max: 3600,
    flag: '--time-limit',
    unit: 'seconds',
    description: 'Longest time a text may wait and be worked on; after it 503.',
  },
  requestSeconds: {
    type: 'number',
    default: 30,
    min: 0.1,
    max: 3600,
    flag: '--request-seconds',
    unit: 'seconds',
    description: 'Longest time in which a request, or a line of a stream, may come in; after it 408.',
  },
  drainSeconds: {
    type: 'number',
    default: 0,
    min: 0,
    max: 3600,
    flag: '--drain-seconds',
    unit: 'seconds',
    description: 'Told to end, it listens on for so long while /readyz says 503, until nobody is sent here any more.',
  },
  closeSeconds: {
    type: 'number',
    default: 30,
    min: 0,
    max: 3600,
    flag: '--close-seconds',
    unit: 'seconds',
    description: 'Longest time that requests under way have then; what is left after it is ended.',
  },
  threadMemory: {
    type: 'integer',
    min: 16,
    max: 1_048_576,
    flag: '--thread-memory',
    unit: 'MB',
    description:
      'Memory of a thread beside its models; one that needs more is replaced, and its texts get 503. As Node.js has it unless said otherwise.',
  },
  trustProxy: {
    type: 'list',
    max: 1000,
    flag: '--trust-proxy',
    unit: 'addresses',
    description:
      'Proxies whose X-Forwarded-For says whose request it is, for --rate-limit: addresses, networks (10.0.0.0/8), loopback, linklocal, uniquelocal; comma-separated. Nobody unless said.',
  },
  rateLimit: {
    type: 'integer',
    default: 0,
    min: 0,
    flag: '--rate-limit',
    unit: 'requests a minute',
    description:
      'Most requests of one address in a minute, 429 beyond, those for health and metrics aside; 0 for no limit.',
  },
  tokens: {
    type: 'string',
    flag: '--tokens',
    unit: 'file',
    description: 'Bearer tokens, one a line, one of which every request but those for health must carry.',
  },
  logLevel: {
    type: 'choice',
    choices: ['info', 'warn', 'error', 'silent'],
    default: 'info',
    flag: '--log-level',
    description: 'What is logged, as JSON lines on standard error; never a text.',
  },
});

type Value<R extends OptionRow> = R extends { type: 'weights' }
  ? string | PriorWeights
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
