import { documentKinds } from './documents/document.js';
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
  /** The same in Chinese. */
  readonly zh: string;
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
    zh: '分词器：jieba（中文）、wink（英文）、intl（任何语言，按 Unicode 和 ICU）、whitespace（文本已经分好词）。',
  },
  normalization: {
    type: 'choice',
    choices: normalizationNames,
    default: 'nfkc-lowercase',
    flag: '--normalization',
    description: 'Normalizes text before tokenization: Unicode NFKC, lower case, both, or none.',
    zh: '分词前的规范化：Unicode NFKC、转小写、两者都做，或都不做。',
  },
  locale: {
    type: 'string',
    default: '',
    flag: '--locale',
    unit: 'language',
    description: 'Language of the texts for the tokenizer intl, e.g. ja or en-GB.',
    zh: 'intl 分词器所分文本的语言，如 ja 或 en-GB。',
  },
  dictionary: {
    type: 'string',
    flag: '--dictionary',
    unit: 'file',
    description:
      'User dictionary: one term per line, optionally followed by frequency and tag. Its terms are never split.',
    zh: '用户词典：每行一个词，其后可写词频和词性。其中的词不会被切开。',
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
    zh: '计算内核（默认：本机最快的一种；加 --deterministic 时为 wasm，在任何机器上结果相同）。',
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
    zh: '词向量的维数；用 --input-vectors 时，以所给向量的维数为准。',
  },
  window: {
    type: 'integer',
    default: 5,
    min: 1,
    max: 1000,
    flag: '--window',
    unit: 'words',
    description: 'Largest distance between a word and its context; drawn for every word from 1 to this.',
    zh: '词与上下文的最大距离；每个词从 1 到此数随机取一个。',
  },
  minCount: {
    type: 'integer',
    default: 5,
    min: 1,
    flag: '--min-count',
    unit: 'occurrences',
    description: 'Words with fewer occurrences are left out of the vocabulary.',
    zh: '出现次数少于此数的词不进词表。',
  },
  maxVocabulary: {
    type: 'integer',
    default: 1_000_000,
    min: 2,
    flag: '--max-vocabulary',
    unit: 'words',
    description: 'Keep at most this many words, the most frequent ones.',
    zh: '词表最多保留这么多词，取最常见的。',
  },
  subsample: {
    type: 'number',
    default: 1e-3,
    min: 0,
    max: 1,
    flag: '--subsample',
    unit: 'share of tokens',
    description: 'Randomly drop words with a larger share than this (Mikolov et al. 2013); 0 keeps all.',
    zh: '占比高于此数的词随机丢弃一部分（Mikolov 等，2013）；0 表示全部保留。',
  },
  epochs: {
    type: 'integer',
    default: 5,
    min: 1,
    max: 10_000,
    flag: '--epochs',
    unit: 'passes',
    description: 'Passes over the corpus.',
    zh: '遍历语料的次数。',
  },
  inputVectors: {
    type: 'string',
    flag: '--input-vectors',
    unit: 'file',
    description:
      'Word vectors (word2vec, GloVe, .vec, KeyedVectors, a Word2VecModel of Spark) or a model to take them from. They stay fixed; only the inner nodes are trained on the corpus. Words without a vector are left out.',
    zh: '词向量文件（word2vec、GloVe、.vec、KeyedVectors、Spark 的 Word2VecModel），或取其词向量的模型。词向量固定不变，只用语料训练内部节点；没有词向量的词不收。',
  },
  learningRate: {
    type: 'number',
    default: 0.025,
    min: 0,
    max: 10,
    flag: '--learning-rate',
    description: 'Initial step size; decreases linearly. With --input-vectors, divided by their mean squared length.',
    zh: '起始步长，随后线性减小。用 --input-vectors 时，再除以这些向量的平均平方长度。',
  },
  minLearningRate: {
    type: 'number',
    default: 0.0001,
    min: 0,
    max: 10,
    flag: '--min-learning-rate',
    description: 'Final step size.',
    zh: '最终步长。',
  },
  seed: {
    type: 'integer',
    default: 1,
    min: 0,
    max: 0xffffffff,
    flag: '--seed',
    description: 'Seed of the random number generator.',
    zh: '随机数种子。',
  },
  heldOut: {
    type: 'number',
    default: 0.01,
    min: 0,
    max: 0.5,
    flag: '--held-out',
    unit: 'share of documents',
    description: 'Share of documents held out of training to measure held-out log p; at most 2,000 documents.',
    zh: '留出文档的占比：不参加训练，用来测 log p；最多 2,000 篇。',
  },
  storage: {
    type: 'choice',
    choices: ['f32', 'f16', 'int8'],
    default: 'f32',
    flag: '--storage',
    description: 'Number format of the vectors in the model file.',
    zh: '模型文件中向量的数值格式。',
  },
  field: {
    type: 'string',
    default: 'text',
    flag: '--field',
    unit: 'name',
    description: 'Record field that holds the document.',
    zh: '记录中存放文档的字段。',
  },
  threads: {
    type: 'integer',
    min: 1,
    max: 256,
    flag: '--threads',
    description: 'Training threads (default: all cores).',
    zh: '训练线程数（默认：每核一个）。',
  },
  deterministic: {
    type: 'boolean',
    default: false,
    flag: '--deterministic',
    description:
      'Produce a bit-identical file from the same corpus, seed and number of threads: each thread trains its own replica, merged at fixed points. Costs memory for the replicas and some speed. A single thread is deterministic anyway, given the same kernel.',
    zh: '语料、种子和线程数相同，文件就逐位相同：每个线程各自训练一份副本，在固定位置合并。副本占内存，速度也略慢。内核相同时，单线程本来就可重现。',
  },
  corpusName: {
    type: 'string',
    default: '',
    flag: '--corpus-name',
    description: 'Name of the corpus, stored in the model file.',
    zh: '语料名称，记入模型文件。',
  },
  licence: {
    type: 'string',
    default: '',
    flag: '--licence',
    description: 'Licence of the model, stored in the model file.',
    zh: '模型的许可证，记入模型文件。',
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
    zh: '平滑强度：往每个词的计数里掺入多少个背景模型的词。',
  },
  neighbours: {
    type: 'integer',
    default: 300,
    min: 1,
    max: 4000,
    flag: '--neighbours',
    unit: 'words',
    description: 'Most neighbours stored per word: those that co-occur with it most beyond chance. 8 bytes each.',
    zh: '每个词最多保存几个邻词：取共现次数超出偶然最多的。每个占 8 字节。',
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
    zh: 'mixture：在原定义上考虑重复、位置和长度，更稳健；likelihood：论文的原定义，精确计算；tf-idf 和 text-rank：不用模型的基线方法。',
  },
  select: {
    type: 'choice',
    choices: ['distinct', 'top', 'cover'],
    flag: '--select',
    description:
      'distinct: the best scores, with a penalty for repeating a better keyword; top: the best scores; cover: the keywords that together explain the text best, each with the words it explains (default: distinct for mixture, top for the other methods).',
    zh: 'distinct：取得分最高的，与更好的关键词重复则扣分；top：取得分最高的；cover：取合起来最能解释全文的，并列出每个词解释了哪些词（默认：mixture 用 distinct，其他方法用 top）。',
  },
  topN: {
    type: 'integer',
    default: 10,
    min: 1,
    max: 1_000_000,
    flag: '-n, --top-n',
    unit: 'keywords',
    description: 'Maximum number of keywords per text.',
    zh: '每篇文本最多给出几个关键词。',
  },
  title: {
    type: 'string',
    flag: '--title',
    unit: 'title',
    description:
      'Title of the text, if it is not its first line. Its words are words of the text and count for more; offsets refer to the text alone. Labels such as 【独家】 or "Breaking:" are dropped.',
    zh: '文本的标题，首行不是标题时填写。标题里的词也算文本的词，而且更受重视；位置只按正文计。【独家】、"Breaking:" 之类的标记会去掉。',
  },
  partsOfSpeech: {
    type: 'list',
    max: 1000,
    flag: '--parts-of-speech',
    unit: 'tags',
    description:
      'Only candidates with one of these part-of-speech tags, comma-separated (jieba: n v a …; n includes nr, ns, nz).',
    zh: '只取这些词性的候选词，用逗号分隔（jieba：n v a …；n 包括 nr、ns、nz）。',
  },
  kinds: {
    type: 'list',
    default: ['hashtag', 'handle'],
    choices: tokenKinds,
    max: 100,
    flag: '--kinds',
    unit: 'kinds',
    description: `Kinds of tokens besides words that may be keywords, comma-separated: ${tokenKinds.join(', ')}.`,
    zh: `除词以外，还有哪些种类可以作关键词，用逗号分隔：${tokenKinds.join('、')}。`,
  },
  stopWords: {
    type: 'choice',
    choices: ['auto', 'none'],
    default: 'auto',
    flag: '--stop-words',
    description:
      'auto: Chinese and English stop words, function words (by tag) and tokens without a letter cannot be keywords; none: every token can. Nothing is removed from the text.',
    zh: 'auto：中英文停用词、虚词（按词性）和不含文字的词不作关键词；none：什么词都可以。文本本身一字不删。',
  },
  stopWordList: {
    type: 'list',
    max: 1_000_000,
    flag: '--stop-word-list',
    unit: 'words',
    description: 'Stop words that replace the built-in ones, comma-separated, or @file with one word per line.',
    zh: '用这些词代替自带的停用词，用逗号分隔，或写 @file（文件中每行一个词）。',
  },
  minLength: {
    type: 'integer',
    default: 1,
    min: 1,
    max: 100,
    flag: '--min-length',
    unit: 'characters',
    description: 'Shortest candidate. None is longer than 100 characters, but for those of --candidates.',
    zh: '候选词至少几个字符。除 --candidates 所给的以外，最长 100 个字符。',
  },
  maxPhraseLength: {
    type: 'integer',
    min: 1,
    max: 10,
    flag: '--max-phrase-length',
    unit: 'words',
    description: 'Longest candidate (default: 4; 1 for the methods likelihood and text-rank).',
    zh: '候选词组最多几个词（默认：4；likelihood 和 text-rank 为 1）。',
  },
  candidates: {
    type: 'list',
    max: 1_000_000,
    flag: '--candidates',
    unit: 'terms',
    description:
      'Only these terms may be keywords, if the text has them; comma-separated, or @file with one term per line.',
    zh: '只有这些词可以作关键词，且须在文中出现；用逗号分隔，或写 @file（文件中每行一个词）。',
  },
  explain: {
    type: 'boolean',
    default: false,
    flag: '--explain',
    description: 'Report what every word of the text adds to the score of every keyword.',
    zh: '列出文中每个词为每个关键词的得分贡献了多少。',
  },
  absent: {
    type: 'integer',
    default: 0,
    min: 0,
    max: 1000,
    flag: '--absent',
    unit: 'keywords',
    description: 'Also find up to this many related words that do not occur in the text.',
    zh: '另找这么多个文中没有、但与之相关的词。',
  },
  lang: {
    type: 'language',
    choices: ['auto', 'zh', 'en', 'ja', 'ko', 'de', 'fr', 'es', 'it', 'pt', 'nl', 'pl', 'ru'],
    default: 'auto',
    flag: '--lang',
    unit: 'tag',
    description: 'Language of the texts, any BCP 47 tag; auto: that of each text, by its script and letters.',
    zh: '文本的语言，可用任何 BCP 47 标签；auto：按文字和字母逐篇判断。',
  },
  epsilon: {
    type: 'number',
    default: 0.5,
    min: 0,
    max: 0.999,
    flag: '--epsilon',
    description: 'Mixture: share ε of the component that repeats the keyword; 0 turns repetition off.',
    zh: 'mixture：重复关键词这一分量的份额 ε；0 表示不考虑重复。',
  },
  lambda: {
    type: 'number',
    default: 0,
    min: 0,
    max: 1,
    flag: '--lambda',
    description:
      'Mixture: share λ of the model against the background model; 0 leaves the model out, which ranks no worse.',
    zh: 'mixture：模型相对于背景模型的份额 λ；0 表示不用模型，排序并不更差。',
  },
  semanticWeight: {
    type: 'number',
    default: 0.05,
    min: 0,
    max: 100,
    flag: '--semantic-weight',
    description: 'Mixture: weight τ of the evidence from the model.',
    zh: 'mixture：模型证据的权重 τ。',
  },
  tokenWeights: {
    type: 'choice',
    choices: ['frequency', 'equal'],
    default: 'frequency',
    flag: '--token-weights',
    description: 'Mixture: give frequent words of the text less weight (frequency), or all words the same (equal).',
    zh: 'mixture：文中的常见词权重小些（frequency），或所有词一样（equal）。',
  },
  prior: {
    type: 'choice',
    choices: ['fitted', 'without-position', 'none'],
    default: 'fitted',
    flag: '--prior',
    description:
      'Mixture: fitted: prefer candidates by length, position, rarity and part of speech, as authors do; without-position: the same without position, for texts with an uninformative beginning; none: no preference.',
    zh: 'mixture：fitted：像作者那样，按长度、位置、罕见程度和词性偏好候选词；without-position：同上但不看位置，适用于开头没有要点的文本；none：没有偏好。',
  },
  weights: {
    type: 'weights',
    choices: textKinds,
    flag: '--weights',
    unit: 'name or file',
    description:
      'Mixture: weights of the prior for one kind of text, or a file written by telltale fit (default: weights for all kinds of texts).',
    zh: 'mixture：某类文本的先验权重，或 telltale fit 写出的文件（默认：适用于各类文本的权重）。',
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
    zh: '没有注明分词器的模型（如 gensim、fastText 的）用哪个分词器（默认：jieba）。',
  },
  normalization: {
    ...normalization,
    description: 'Normalization for models that do not name their tokenizer (default: none).',
    zh: '没有注明分词器的模型用哪种规范化（默认：none）。',
  },
  locale: {
    ...locale,
    description: 'Language for the tokenizer intl, for models that do not name their tokenizer.',
    zh: '没有注明分词器的模型用 intl 时，文本的语言。',
  },
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
    zh: '每篇文本最多给出几个标签。',
  },
  minScore: {
    type: 'number',
    min: -1_000_000,
    max: 1_000_000,
    flag: '--min-score',
    unit: 'nats',
    description: 'Minimum score of a tag (default: 0.4 for one that the text does not say).',
    zh: '标签的最低得分（默认：文中没有提及的标签为 0.4）。',
  },
  minProbability: {
    type: 'number',
    min: 0,
    max: 1,
    flag: '--min-probability',
    description: 'Minimum probability of a tag; only for a list that has learned from tagged texts.',
    zh: '标签的最低概率；只用于从已标文本学习过的标签表。',
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
    zh: '采用哪些依据，用逗号分隔：mention（文中提到该标签）、meaning（标签的词与文中的词相关）、learned（类似的文本标过它）。',
  },
  select: {
    type: 'choice',
    choices: ['top', 'cover'],
    default: 'top',
    flag: '--select',
    description: 'top: the best scores; cover: skip tags that repeat a better one.',
    zh: 'top：取得分最高的；cover：略去与更好的标签重复的。',
  },
  prefer: {
    type: 'choice',
    choices: ['both', 'narrow', 'broad'],
    default: 'both',
    flag: '--prefer',
    description: 'If a tag and a broader one are both found, keep both, only the narrow one, or only the broad one.',
    zh: '找到的标签有上下位关系时：both 都留，narrow 只留下位的，broad 只留上位的。',
  },
  explain: {
    type: 'boolean',
    default: false,
    flag: '--explain',
    description: 'Report which words of the text support a tag, and by which evidence.',
    zh: '列出文中哪些词支持某个标签，依据是什么。',
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
    zh: '标签表：.txt（每行一个标签，其后是用制表符隔开的同义词）、.csv .tsv .jsonl .json .parquet（label、id、synonyms、description、parent）、SKOS（.ttl .nt .rdf .xml），或 --save 写出的文件。',
  },
  tagsLanguage: {
    type: 'string',
    flag: '--tags-language',
    unit: 'language',
    description: 'Language of the labels of a SKOS vocabulary, e.g. en (default: that of most labels).',
    zh: 'SKOS 词表取哪种语言的标签，如 en（默认：标签最多的语言）。',
  },
  learn: {
    type: 'paths',
    flag: '--learn',
    unit: 'files',
    description:
      'Learn from tagged texts: records with the fields text, tags (a list, or a string separated by |) and optionally title. Adds to what a saved list has learned.',
    zh: '从已标文本学习：记录有 text、tags（列表，或用 | 隔开的字符串）字段，也可有 title。学到的加在已保存的之上。',
  },
  save: {
    type: 'string',
    flag: '--save',
    unit: 'file',
    description: 'Write the list and what it has learned to one .safetensors file, for --tags and serve --tags.',
    zh: '把标签表和学到的内容写入一个 .safetensors 文件，供 --tags 和 serve --tags 使用。',
  },
  title: {
    ...extractOptions.title,
    description: 'Title of the text, where it is not its first line: read before the text.',
    zh: '文本的标题，首行不是标题时填写：读在正文之前。',
  },
});

/** Options of converting a model. */
export const convertOptions = define({
  storage: {
    type: 'choice',
    choices: ['f32', 'f16', 'int8'],
    flag: '--storage',
    description: 'Number format of the vectors in a model file (default: unchanged).',
    zh: '模型文件中向量的数值格式（默认：不变）。',
  },
  tokenizer: {
    ...foreignText.tokenizer,
    description: 'Tokenizer recorded for a model that does not name one (default: jieba).',
    zh: '模型没有注明分词器时，记为哪一个（默认：jieba）。',
  },
  normalization: {
    ...foreignText.normalization,
    default: 'none',
    description: 'Normalization recorded for a model that does not name its tokenizer.',
    zh: '模型没有注明分词器时，规范化记为哪一种。',
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
    zh: '自带模型（zh、en）、模型文件，或 auto：按文本语言取自带模型。',
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
    zh: '现有的分词器与模型训练时的不同，也照用这个模型。',
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
    zh: '同时使用文本编码器，用于 mixture、likelihood 方法和标签：已安装的编码器名称（en），或含有 model.onnx 和 tokenizer.json 的目录。',
  },
});

/** Options of how files of texts are read, by every command that reads some. */
export const readingOptions = define({
  inputFormat: {
    type: 'choice',
    choices: ['text', 'lines', 'jsonl', 'json', 'csv', 'tsv', 'parquet', ...documentKinds],
    flag: '--input-format',
    description: 'Format of the input (default: detected from the name and the first bytes of each file).',
    zh: '输入的格式（默认：按每个文件的名称和开头几个字节判断）。',
  },
  encoding: {
    type: 'string',
    flag: '--encoding',
    unit: 'name',
    description:
      'Encoding of the input, e.g. gb18030 (default: UTF-8, or UTF-16 if the file has a byte-order mark; of HTML, the one that the page names).',
    zh: '输入的编码，如 gb18030（默认：UTF-8；文件有字节顺序标记时为 UTF-16；HTML 用页面自己声明的编码）。',
  },
  delimiter: {
    type: 'string',
    flag: '--delimiter',
    unit: 'sign',
    description: 'Field separator of a table, e.g. ";" or tab (default: detected from its first line).',
    zh: '表格的分隔符，如 ";" 或 tab（默认：按首行判断）。',
  },
  maxText: {
    type: 'integer',
    default: 10_000_000,
    min: 1,
    max: 100_000_000,
    flag: '--max-text',
    unit: 'characters',
    description: 'Longest text; a record with a longer one is an error.',
    zh: '最长的文本；记录中的文本超过此长度即为错误。',
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
    zh: 'skip：报告出错的记录（语料中则略去）并计数；stop：就此停止（默认：skip；只有一篇文本时为 stop）。',
  },
  maxErrors: {
    type: 'integer',
    min: 0,
    flag: '--max-errors',
    unit: 'records',
    description: 'End the run when more records than this fail.',
    zh: '出错的记录超过此数就停止。',
  },
});

/** Options of the texts a command reads. */
export const inputOptions = define({
  file: {
    type: 'paths',
    flag: '-f, --file',
    unit: 'files',
    description:
      'Read texts from files: one text per file, of .html, .md, .pdf, .docx, .epub, .srt and .vtt without their markup, or one per record of .jsonl, .json, .csv, .tsv and .parquet, optionally compressed (.gz, .zst); a directory stands for all files in it, - for standard input.',
    zh: '从文件读文本：每个文件一篇（.html、.md、.pdf、.docx、.epub、.srt、.vtt 去掉标记），或 .jsonl、.json、.csv、.tsv、.parquet 的每条记录一篇，可压缩（.gz、.zst）；目录代表其中所有文件，- 代表标准输入。',
  },
  ...readingOptions,
  ...errorOptions,
  field: {
    type: 'string',
    flag: '--field',
    unit: 'name or number',
    description:
      'Where a record holds its text: the name of a field (default: text); with --io tsv the number of a column from 1 (default: the last). A field "id" names the text in the output.',
    zh: '文本在记录的哪里：字段名（默认：text）；用 --io tsv 时为列号，从 1 起（默认：最后一列）。字段 "id" 是文本在输出中的名称。',
  },
  titleField: {
    type: 'string',
    flag: '--title-field',
    unit: 'name or number',
    description:
      'Where a record holds its title, if apart from the text: a field or column, as for --field. It may be missing.',
    zh: '标题与正文分开时，标题在记录的哪里：字段或列，写法同 --field。可以没有标题。',
  },
  groupBy: {
    type: 'string',
    flag: '--group-by',
    unit: 'field',
    description:
      'Keywords of groups of texts instead of single texts: by a field of the records, by "file", or of "all" texts.',
    zh: '按组而不按篇给出关键词：按记录的某个字段，按 "file"（文件），或 "all"（全部文本）。',
  },
  lines: {
    type: 'boolean',
    default: false,
    flag: '--lines',
    description: 'Treat every line of a file as a text.',
    zh: '文件的每一行作一篇文本。',
  },
  threads: {
    type: 'integer',
    min: 1,
    max: 256,
    flag: '--threads',
    description: 'Worker threads (default: all cores for --lines and records, one for --io).',
    zh: '工作线程数（默认：--lines 和记录为每核一个，--io 为一个）。',
  },
  io: {
    type: 'choice',
    choices: ['jsonl', 'tsv'],
    flag: '--io',
    description:
      'Work as a filter: one line of output per line of input, in order. jsonl: add keywords (or tags), or error, to a JSON record; tsv: replace the text column by a last column with the keywords (or tags) as JSON.',
    zh: '作过滤器用：输入一行，输出一行，顺序不变。jsonl：在 JSON 记录中加上关键词（或标签）或错误；tsv：去掉文本列，末尾加一列 JSON 形式的关键词（或标签）。',
  },
  optionsField: {
    type: 'string',
    flag: '--options-field',
    unit: 'name or number',
    description:
      'For --io, where a record holds options of its own, as JSON with the names of the library: {"topN": 3}. A field or column, as for --field; as a column it is left out of the output.',
    zh: '与 --io 同用：记录在哪个字段或列带有自己的选项，写成 JSON，名字同函数库：{"topN": 3}。写法同 --field；是列时不出现在输出里。',
  },
  maxLineBytes: {
    type: 'integer',
    default: 2 ** 24,
    min: 1,
    max: 2 ** 28,
    flag: '--max-line-bytes',
    unit: 'bytes',
    description: 'Longest line for --io; a longer one yields an error.',
    zh: '--io 最长的行；超过的行输出错误。',
  },
});

/** Options of every command. */
export const interfaceOptions = define({
  uiLang: {
    type: 'choice',
    choices: ['zh', 'en'],
    flag: '--ui-lang',
    description:
      'Language of help and messages (default: zh if LC_ALL, LC_MESSAGES or LANG says so, otherwise en). Results do not depend on it.',
    zh: '帮助和提示用哪种语言（默认：LC_ALL、LC_MESSAGES 或 LANG 为中文时用 zh，否则用 en）。结果不受影响。',
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
    zh: 'table：给人看的表；json：一个数组；jsonl：每篇文本一个对象；csv 和 tsv：每个关键词或标签一行。',
  },
});

/** Where the commands extract and tag write. */
export const writeOptions = define({
  output: {
    type: 'string',
    flag: '-o, --output',
    unit: 'file',
    description: 'Write to a file in the format of its extension: .json, .jsonl, .csv, .tsv or .parquet.',
    zh: '写入文件，格式由扩展名决定：.json、.jsonl、.csv、.tsv 或 .parquet。',
  },
  rawCsv: {
    type: 'boolean',
    default: false,
    flag: '--raw-csv',
    description:
      'Write csv and tsv cells unchanged; by default, cells that a spreadsheet would evaluate (=, +, -, @ …) get a leading apostrophe.',
    zh: 'csv 和 tsv 的单元格原样写出；不加此项时，电子表格会当公式计算的单元格（=、+、-、@ …）前加一个撇号。',
  },
});

/** Options of keywords that are written to the Markdown files they come from. */
export const frontMatterOptions = define({
  writeFrontMatter: {
    type: 'boolean',
    default: false,
    flag: '--write-front-matter',
    description:
      'Also write the keywords of each Markdown file to its front matter, as keywords: (YAML). A file that has keywords keeps them.',
    zh: '把每个 Markdown 文件的关键词也写进它的 front matter（YAML 的 keywords:）。已有关键词的文件保持原样。',
  },
  replaceKeywords: {
    type: 'boolean',
    default: false,
    flag: '--replace-keywords',
    description: 'With --write-front-matter, replace the keywords that a file has.',
    zh: '与 --write-front-matter 同用：替换文件已有的关键词。',
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
    zh: '要比较的方法，用逗号分隔，第一个作参照（默认：mixture,likelihood,tf-idf,text-rank；标签为 suggest,mention-tf-idf）。',
  },
  predictions: {
    type: 'paths',
    flag: '--predictions',
    unit: 'files',
    description: 'Keywords or tags found by other tools, one file per tool.',
    zh: '其他工具找出的关键词或标签，每个工具一个文件。',
  },
  measure: {
    type: 'choice',
    choices: ['gold', 'editor', 'guess', 'tags'],
    default: 'gold',
    flag: '--measure',
    description:
      'gold: agreement with keywords chosen by people; editor: what an editor would strike from the first eight, and what is missing; guess: how often a retriever finds the other half of a text among 199 others, given the keywords of one half; tags: agreement with tags assigned by people.',
    zh: 'gold：与人选的关键词是否一致；editor：前八个中编辑会删掉几个，还缺几个；guess：只凭半篇文本的关键词，检索器能否从另外 199 篇中找出另外半篇；tags：与人标的标签是否一致。',
  },
  tags: {
    type: 'string',
    flag: '--tags',
    unit: 'file',
    description: 'Tag list for the measure tags, in any format that telltale tag reads except a saved one.',
    zh: 'tags 度量所用的标签表，可用 telltale tag 能读的任何格式，已保存的除外。',
  },
  learn: {
    type: 'string',
    flag: '--learn',
    unit: 'file',
    description: 'Tagged texts to learn from before measuring tags, in the format of the data sets.',
    zh: '测标签之前先从这些已标文本学习，格式与数据集相同。',
  },
  reader: {
    type: 'paths',
    flag: '--reader',
    unit: 'files',
    description: 'Models or word vector files to use as further retrievers for guess; not the model under test.',
    zh: '另外用作 guess 检索器的模型或词向量文件；不是受测的模型。',
  },
  writeHalves: {
    type: 'string',
    flag: '--write-halves',
    unit: 'file',
    description: 'Write the halves that keywords are taken from, as input for other tools.',
    zh: '把用来取关键词的半篇文本写出来，给其他工具作输入。',
  },
  lang: {
    type: 'string',
    flag: '--lang',
    unit: 'language',
    description:
      'Language for matching keywords: zh, en, fr … (default: from the file name, as in en_inspec.jsonl, or the texts).',
    zh: '按哪种语言比对关键词：zh、en、fr …（默认：看文件名，如 en_inspec.jsonl，否则看文本）。',
  },
  details: {
    type: 'integer',
    min: 1,
    flag: '--details',
    unit: 'texts',
    description: 'Also show the texts on which the first method does worst: what it found, and what is missing.',
    zh: '再列出第一个方法做得最差的文本：找到了什么，缺什么。',
  },
  weights: extractOptions.weights,
  limit: {
    type: 'integer',
    min: 1,
    flag: '--limit',
    unit: 'documents',
    description: 'Only the first documents of each data set.',
    zh: '每个数据集只取前几篇。',
  },
  format: {
    type: 'choice',
    choices: ['table', 'csv', 'json'],
    default: 'table',
    flag: '--format',
    description: 'table for people, in percent; csv and json: all measures.',
    zh: 'table：给人看的表，以百分数表示；csv 和 json：全部度量。',
  },
});

/** Options of the fit command beside those of the model and of reading. */
export const fitOptions = define({
  field: {
    ...field,
    default: 'text',
    description: 'Field of a record that holds the text.',
    zh: '记录中存放文本的字段。',
  },
  keywordsField: {
    type: 'string',
    default: 'keywords',
    flag: '--keywords-field',
    unit: 'name',
    description: 'Field of a record that holds its keywords.',
    zh: '记录中存放关键词的字段。',
  },
  output: {
    type: 'string',
    flag: '-o, --output',
    unit: 'file',
    description: 'Write the weights to this file, for --weights; otherwise only their gain is printed.',
    zh: '把权重写入此文件，供 --weights 使用；不写文件时只输出提升了多少。',
  },
  force: {
    type: 'boolean',
    default: false,
    flag: '--force',
    description: 'Write the weights even if they do not significantly beat the initial ones.',
    zh: '即使没有显著胜过初始权重，也写出权重。',
  },
  lang: {
    ...extractOptions.lang,
    description: 'Language of the texts; auto: that of the majority. Texts in another language are left out.',
    zh: '文本的语言；auto：多数文本的语言。其他语言的文本略去。',
  },
  weights: {
    ...extractOptions.weights,
    description: 'Initial weights, which the fit has to beat (default: weights for all kinds of texts).',
    zh: '初始权重，拟合的结果要胜过它（默认：适用于各类文本的权重）。',
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
    zh: 'terminal：文字，终端支持时带颜色；json：全部数值；html：网页；svg：只有热力图。',
  },
  output: {
    type: 'string',
    flag: '-o, --output',
    unit: 'file',
    description: 'Write to this file instead of standard output.',
    zh: '写入此文件，不写到标准输出。',
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
    zh: 'hierarchical-softmax：skip-gram 词向量模型；cooccurrence：统计哪些词出现在同一文档。',
  },
  output: {
    type: 'string',
    flag: '-o, --output',
    unit: 'file',
    description: 'Output file, e.g. model.safetensors.',
    zh: '输出文件，如 model.safetensors。',
  },
  progress: {
    type: 'choice',
    choices: ['auto', 'plain', 'json', 'none'],
    default: 'auto',
    flag: '--progress',
    description:
      'Progress on standard error. auto: a status line on a terminal, plain lines elsewhere; json: one event per line; none: only warnings.',
    zh: '标准错误上的进度。auto：终端上显示状态行，其他地方逐行输出；json：每个事件一行；none：只有警告。',
  },
  checkpointEvery: {
    type: 'string',
    default: '1epoch,15m',
    flag: '--checkpoint-every',
    unit: 'interval',
    description:
      'How often to save the state of the training to OUTPUT.checkpoint, for --resume: a time (90s, 10m, 2h), a number of epochs, both, or never. Short epochs are saved less often.',
    zh: '多久把训练状态存入 OUTPUT.checkpoint，供 --resume 使用：时间（90s、10m、2h）、遍数、两者都写，或 never（从不）。一遍很短时，存得少些。',
  },
  resume: {
    type: 'boolean',
    default: false,
    flag: '--resume',
    description:
      'Resume from OUTPUT.checkpoint, with the same corpus and options; start from the beginning if there is none.',
    zh: '从 OUTPUT.checkpoint 接着训练，语料和选项须与原来相同；没有该文件就从头开始。',
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
    zh: '这是 --epochs 中的第几遍，从 1 起；步长接着上一遍。',
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
    zh: '输出文件。',
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
    zh: '监听的地址；0.0.0.0 表示本机所有地址。',
  },
  port: {
    type: 'integer',
    default: 8377,
    min: 0,
    max: 65_535,
    flag: '--port',
    description: 'Port; 0 for any.',
    zh: '端口；0 表示任意端口。',
  },
  models: {
    type: 'paths',
    flag: '--models',
    unit: 'name=file',
    description:
      'Models to serve, each under its name; the first is the default (default: the embedded ones, by language).',
    zh: '提供哪些模型，各用各的名称；第一个是默认模型（默认：自带模型，按语言选）。',
  },
  weights: {
    type: 'paths',
    flag: '--weights',
    unit: 'name=file',
    description: 'Weights written by telltale fit, each under a name for requests to use, besides the built-in ones.',
    zh: 'telltale fit 写出的权重，除自带的以外，请求可按名称使用。',
  },
  encoder: {
    type: 'paths',
    flag: '--encoder',
    unit: 'name=folder',
    description:
      'Text encoders to serve, each under a name for requests to use: an installed one (en=en), or a folder. A tag list compiled with one of them uses it.',
    zh: '提供哪些文本编码器，请求可按名称使用：已安装的（en=en），或目录。用其中某个编码器编成的标签表会用到它。',
  },
  tags: {
    type: 'paths',
    flag: '--tags',
    unit: 'name=file',
    description: 'Tag lists to serve, each under its name: a list, or a file written by telltale tag --save.',
    zh: '提供哪些标签表，各用各的名称：标签表，或 telltale tag --save 写出的文件。',
  },
  threads: {
    type: 'integer',
    min: 1,
    max: 256,
    flag: '--threads',
    description: 'Worker threads, which share one copy of each model (default: all cores).',
    zh: '工作线程数，每个模型各线程共用一份（默认：每核一个）。',
  },
  maxTextLength: {
    type: 'integer',
    default: 100_000,
    min: 1,
    max: 10_000_000,
    flag: '--max-text-length',
    unit: 'characters',
    description: 'Longest text accepted.',
    zh: '接受的最长文本。',
  },
  maxTexts: {
    type: 'integer',
    default: 100,
    min: 1,
    max: 100_000,
    flag: '--max-texts',
    unit: 'texts',
    description: 'Most texts in one request; streams have no such limit.',
    zh: '一次请求最多几篇文本；流式请求不限。',
  },
  maxBodyBytes: {
    type: 'integer',
    default: 4 * 2 ** 20,
    min: 1024,
    max: 2 ** 30,
    flag: '--max-body-bytes',
    unit: 'bytes',
    description: 'Largest request body, and longest line of a stream.',
    zh: '请求体的上限，也是流中一行的上限。',
  },
  maxQueue: {
    type: 'integer',
    default: 100,
    min: 0,
    max: 1_000_000,
    flag: '--max-queue',
    unit: 'texts',
    description: 'Most texts waiting for a thread; further ones are refused with 503.',
    zh: '最多几篇文本排队等线程；再多就以 503 拒绝。',
  },
  timeLimit: {
    type: 'number',
    default: 10,
    min: 0.01,
    max: 3600,
    flag: '--time-limit',
    unit: 'seconds',
    description: 'Longest time for a text, waiting included; then 503.',
    zh: '一篇文本最多用时，含等待；超时为 503。',
  },
  requestSeconds: {
    type: 'number',
    default: 30,
    min: 0.1,
    max: 3600,
    flag: '--request-seconds',
    unit: 'seconds',
    description: 'Longest time to receive a request, or a line of a stream; then 408.',
    zh: '接收一个请求或流中一行最多用时；超时为 408。',
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
    zh: '关闭时，再监听这么久，其间 /readyz 回答 503，好让负载均衡器不再送来请求。',
  },
  closeSeconds: {
    type: 'number',
    default: 30,
    min: 0,
    max: 3600,
    flag: '--close-seconds',
    unit: 'seconds',
    description: 'After that, longest time for open requests to finish; the rest are aborted.',
    zh: '此后，最多等这么久让未完的请求做完；其余的中断。',
  },
  threadMemory: {
    type: 'integer',
    min: 16,
    max: 1_048_576,
    flag: '--thread-memory',
    unit: 'MB',
    description:
      'Memory limit of a thread, besides its models; a thread that needs more is replaced, and its texts get 503 (default: that of Node.js).',
    zh: '每个线程的内存上限，不含模型；超出的线程会被换掉，它的文本得到 503（默认：Node.js 的上限）。',
  },
  trustProxy: {
    type: 'list',
    max: 1000,
    flag: '--trust-proxy',
    unit: 'addresses',
    description:
      'Proxies whose X-Forwarded-For is trusted for --rate-limit, comma-separated: addresses, networks (10.0.0.0/8), loopback, linklocal, uniquelocal (default: none).',
    zh: '计算 --rate-limit 时相信哪些代理的 X-Forwarded-For，用逗号分隔：地址、网段（10.0.0.0/8）、loopback、linklocal、uniquelocal（默认：都不信）。',
  },
  rateLimit: {
    type: 'integer',
    default: 0,
    min: 0,
    flag: '--rate-limit',
    unit: 'requests a minute',
    description: 'Most requests per address and minute, except for health and metrics; then 429. 0 for no limit.',
    zh: '每个地址每分钟最多几个请求，健康检查和指标不计；超过为 429。0 表示不限。',
  },
  tokens: {
    type: 'string',
    flag: '--tokens',
    unit: 'file',
    description: 'Bearer tokens, one per line; every request except for health must carry one.',
    zh: 'Bearer 令牌，每行一个；除健康检查外，每个请求都须带一个。',
  },
  mcp: {
    type: 'boolean',
    default: false,
    flag: '--mcp',
    description:
      'Also serve tools to assistants at /mcp, by the Model Context Protocol over HTTP; needs the package @modelcontextprotocol/server.',
    zh: '同时在 /mcp 向助手程序提供工具（HTTP 上的 Model Context Protocol）；需要软件包 @modelcontextprotocol/server。',
  },
  logLevel: {
    type: 'choice',
    choices: ['info', 'warn', 'error', 'silent'],
    default: 'info',
    flag: '--log-level',
    description: 'Log level; logs are JSON lines on standard error and never contain texts.',
    zh: '日志级别；日志是标准错误上的 JSON 行，从不含文本。',
  },
});

const { models, weights, encoder, tags, maxTextLength, maxBodyBytes, maxQueue, timeLimit, threadMemory } = serveOptions;

/** Options of the tools for assistants over standard input and output: those of the service that are not of HTTP. */
export const mcpOptions = define({
  models,
  weights,
  encoder,
  tags,
  threads: {
    type: 'integer',
    default: 1,
    min: 1,
    max: 256,
    flag: '--threads',
    description: 'Worker threads: texts worked on at a time.',
    zh: '工作线程数，即同时处理的文本数。',
  },
  maxTextLength,
  maxBodyBytes: { ...maxBodyBytes, description: 'Largest message.', zh: '消息的上限。' },
  maxQueue: {
    ...maxQueue,
    description: 'Most texts waiting for a thread; further ones are refused.',
    zh: '最多几篇文本排队等线程；再多就拒绝。',
  },
  timeLimit: {
    ...timeLimit,
    description: 'Longest time for a text, waiting included.',
    zh: '一篇文本最多用时，含等待。',
  },
  threadMemory: {
    ...threadMemory,
    description:
      'Memory limit of a thread, besides its models; a thread that needs more is replaced (default: that of Node.js).',
    zh: '每个线程的内存上限，不含模型；超出的线程会被换掉（默认：Node.js 的上限）。',
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
