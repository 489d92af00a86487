import { quoted, resolveOptions } from '../../check-options.js';
import { counted, KeywordError } from '../../errors.js';
import type { TextModel } from '../../extract/text-model.js';
import type { AnyDecodedModel } from '../../formats/telltale/model-file.js';
import { type ConditionalModel, hierarchicalSoftmax } from '../../model/conditional-model.js';
import { cooccurrence } from '../../model/cooccurrence.js';
import { negativeSampling } from '../../model/negative-sampling.js';
import type { SkipGramModel } from '../../model/skip-gram.js';
import type { Vocabulary } from '../../model/vocabulary.js';
import { type ModelOptions, modelOptions } from '../../options.js';
import { hasVectors } from '../../text/language.js';
import { toSimplified } from '../../text/traditional.js';
import { selectKernel } from '../platform/kernels.js';
import { loadNeutralModel } from './load-neutral-model.js';
import { noVectors } from './model-files.js';
import { type OpenedModel, openModel, sourceOf } from './open-model.js';
import { tokenizerOf } from './tokenizers.js';

/**
 * Loads a model and the tokenizer it was trained with. Models of other tools (gensim, fastText) name no tokenizer; the
 * options say it, jieba without normalization if they do not.
 *
 * @param name an embedded model (zh, en), a language of `@telltale/vectors` (de, es …) or the path of a model file
 * @throws KeywordError FILE_NOT_FOUND, FILE_UNREADABLE, INVALID_MODEL, UNSUPPORTED_MODEL, TOKENIZER_MISMATCH,
 *   INVALID_DICTIONARY, KERNEL_UNAVAILABLE
 * @example
 * const model = await loadModel('zh', { dictionary: 'terms.txt' });
 * extractKeywords(model, '太阳是一颗恒星。');
 */
export async function loadModel(name = 'zh', given: Omit<ModelOptions, 'model'> = {}): Promise<TextModel> {
  const options = resolveOptions(modelOptions, given);
  if (hasVectors(name)) return loadNeutralModel(name);
  const opened = await openModel(name);
  if ('metadata' in opened) return textModelOf(opened, options);
  const { warnings } = sourceOf(opened);
  const model = conditionalModel(opened, options);
  return { model, tokenizer: tokenizerOf(undefined, options, model.vocabulary), warnings };
}

/** A decoded model file with its tokenizer. Throws as {@link loadModel}. */
export function textModelOf(decoded: AnyDecodedModel, options: Omit<ModelOptions, 'model'>): TextModel {
  const tokenizer = tokenizerOf(decoded.metadata.tokenizer, options, decoded.model.vocabulary);
  return { model: conditionalModel(decoded, options), tokenizer };
}

function conditionalModel(
  opened: OpenedModel | AnyDecodedModel,
  { kernel }: Pick<ModelOptions, 'kernel'>,
): ConditionalModel {
  if (opened.estimator === 'negative-sampling') return negativeSampling(opened);
  if (opened.estimator === 'cooccurrence') return cooccurrence(opened.model);
  const subwordVector = 'subwordVector' in opened ? opened.subwordVector : undefined;
  return hierarchicalSoftmax(opened.model, selectKernel(kernel), subwordVector);
}

/**
 * Loads a model without its tokenizer, to look at its words.
 *
 * @throws KeywordError as {@link loadModel}
 */
export async function loadConditionalModel(
  name: string,
  options: Pick<ModelOptions, 'kernel'> = {},
): Promise<Pick<TextModel, 'model' | 'warnings'>> {
  if (hasVectors(name)) return { model: (await loadModel(name, options)).model };
  const opened = await openModel(name);
  return { model: conditionalModel(opened, options), warnings: sourceOf(opened).warnings };
}

/**
 * Loads a model with hierarchical softmax alone, to look at its words.
 *
 * @throws KeywordError as {@link loadModel}; UNSUPPORTED_MODEL for a model of another estimator
 */
export async function loadSkipGram(name: string): Promise<SkipGramModel> {
  const opened = await openModel(name);
  if (opened.estimator === 'cooccurrence') throw noVectors(opened.path);
  if (opened.estimator !== 'negative-sampling') return opened.model;
  throw new KeywordError(
    'UNSUPPORTED_MODEL',
    `${opened.path} was trained with negative sampling and has no Huffman tree, which this needs. Train it again with hs=1.`,
  );
}

/**
 * The index of a word, as it is written, in small letters, or in Simplified Chinese.
 *
 * @throws KeywordError NOT_IN_VOCABULARY
 */
export function wordIndexOf(vocabulary: Pick<Vocabulary, 'words' | 'indexOf'>, word: string): number {
  const small = word.normalize('NFKC').toLowerCase();
  const index = vocabulary.indexOf(word) ?? vocabulary.indexOf(small) ?? vocabulary.indexOf(toSimplified(small));
  if (index !== undefined) return index;
  throw new KeywordError(
    'NOT_IN_VOCABULARY',
    `${quoted(word)} is not among the ${counted(vocabulary.words.length, 'word')} of the model. It was seen too rarely in the corpus, or is cut into several words.`,
    {
      zh: `${quoted(word)} 不在模型的 ${vocabulary.words.length.toLocaleString('en-US')} 个词中：它在语料中太少见，或被切成了几个词。`,
    },
  );
}
