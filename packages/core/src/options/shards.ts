import { define, type OptionsOf } from './option.js';
import { kernelOptions, textOptions } from './text.js';
import { trainCommandOptions, trainOptions } from './train.js';

const { progress } = trainCommandOptions;
const { dim, window, subsample, epochs, learningRate, minLearningRate } = trainOptions;
const { minCount, maxVocabulary, seed, field, threads, corpusName, licence } = trainOptions;

/** Options of counting the words of a part of a corpus. */
export const countOptions = define({ field, threads, ...textOptions });

/** Options of {@link countOptions} as a caller passes them. */
export type CountOptions = OptionsOf<typeof countOptions>;

/** Options of the model that a training on shards starts from. */
export const startOptions = define({ dim, minCount, maxVocabulary, seed, corpusName, licence });

/** Options of {@link startOptions} as a caller passes them. */
export type StartOptions = OptionsOf<typeof startOptions>;

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

/** Options of {@link shardOptions} as a caller passes them. */
export type ShardOptions = OptionsOf<typeof shardOptions>;

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
