import { kernelNames } from '../kernel/kernel.js';
import { normalizationNames, tokenizerNames } from '../text/tokenizer.js';
import { define, type OptionsOf } from './option.js';

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

/** Options of {@link textOptions} as a caller passes them. */
export type TextOptions = OptionsOf<typeof textOptions>;

/** Options of what computes. */
export const kernelOptions = define({
  kernel: {
    type: 'choice',
    choices: kernelNames,
    flag: '--kernel',
    description: 'Compute kernel (default: the fastest available); wasm is the same on every machine.',
    zh: '计算内核（默认：本机最快的一种）；wasm 在任何机器上结果相同。',
  },
});
