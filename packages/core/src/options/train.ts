import { define, type OptionsOf } from './option.js';
import { kernelOptions, textOptions } from './text.js';

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
      'Produce a bit-identical file from the same corpus, seed and number of threads: each thread trains its own replica, merged at fixed points. Costs memory for the replicas and some speed. A single thread is deterministic anyway, given the same kernel. Without --kernel the kernel is wasm.',
    zh: '语料、种子和线程数相同，文件就逐位相同：每个线程各自训练一份副本，在固定位置合并。副本占内存，速度也略慢。内核相同时，单线程本来就可重现。没有 --kernel 时用 wasm 内核。',
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

/** Options of {@link trainOptions} as a caller passes them. */
export type TrainOptions = OptionsOf<typeof trainOptions>;

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
    description:
      'Maximum number of neighbours stored per word: those that co-occur with it most beyond chance. 8 bytes each.',
    zh: '每个词最多保存几个邻词：取共现次数超出偶然最多的。每个占 8 字节。',
  },
  ...{ minCount, maxVocabulary, seed, heldOut, field, threads, corpusName, licence },
  ...textOptions,
});

/** Options of {@link cooccurrenceOptions} as a caller passes them. */
export type CooccurrenceOptions = OptionsOf<typeof cooccurrenceOptions>;

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
