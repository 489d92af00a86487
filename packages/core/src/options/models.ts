import { define, type OptionsOf } from './option.js';
import { kernelOptions, textOptions } from './text.js';

const { default: _jieba, ...tokenizer } = textOptions.tokenizer;
const { default: _nfkc, ...normalization } = textOptions.normalization;
const { default: _runtime, ...locale } = textOptions.locale;

/** Options of the text side without defaults, for models of other tools: theirs is a model that names no tokenizer. */
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

/** Options of {@link convertOptions} as a caller passes them. */
export type ConvertOptions = OptionsOf<typeof convertOptions>;

/** Options of where a model comes from. */
export const modelOptions = define({
  model: {
    type: 'string',
    default: 'auto',
    flag: '-m, --model',
    unit: 'name or file',
    description: 'Embedded model (zh, en), language (de, fr …), model file, or auto: by the language of the text.',
    zh: '自带模型（zh、en）、语言（de、fr……）、模型文件，或 auto：按文本的语言判断。',
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

/** Options of {@link modelOptions} as a caller passes them. */
export type ModelOptions = OptionsOf<typeof modelOptions>;

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
