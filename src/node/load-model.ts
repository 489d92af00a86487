import { resolveOptions } from '../check-options.js';
import { KeywordError } from '../errors.js';
import type { TextModel } from '../extract/extract-keywords.js';
import type { DecodedModel } from '../formats/model-file.js';
import { hierarchicalSoftmax } from '../model/conditional-model.js';
import type { SkipGramModel } from '../model/skip-gram.js';
import type { Vocabulary } from '../model/vocabulary.js';
import { type ModelOptions, modelOptions } from '../options.js';
import { selectKernel } from './kernels.js';
import { readModelFile, resolveModel } from './model-files.js';
import { tokenizerOf } from './tokenizers.js';

/**
 * Loads a model and the tokenizer it was trained with.
 *
 * @param name an embedded model (zh) or the path of a model file
 * @throws KeywordError FILE_NOT_FOUND, FILE_UNREADABLE, INVALID_MODEL, UNSUPPORTED_MODEL, TOKENIZER_MISMATCH,
 *   INVALID_DICTIONARY, KERNEL_UNAVAILABLE
 */
export async function loadModel(
  name: string = modelOptions.model.default,
  given: Omit<ModelOptions, 'model'> = {},
): Promise<TextModel> {
  const options = resolveOptions(modelOptions, given);
  return textModelOf(await readModelFile(resolveModel(name)), options);
}

/** A decoded model file with its tokenizer. Throws as {@link loadModel}. */
export function textModelOf({ model, metadata }: DecodedModel, options: Omit<ModelOptions, 'model'>): TextModel {
  const tokenizer = tokenizerOf(metadata.tokenizer, options);
  return { model: hierarchicalSoftmax(model, selectKernel(options.kernel)), tokenizer };
}

/** Loads a model alone, to look at its words. Throws as {@link loadModel}. */
export async function loadSkipGram(name: string): Promise<SkipGramModel> {
  return (await readModelFile(resolveModel(name))).model;
}

/**
 * The index of a word.
 *
 * @throws KeywordError NOT_IN_VOCABULARY
 */
export function wordIndexOf(vocabulary: Vocabulary, word: string): number {
  const index = vocabulary.indexOf(word);
  if (index !== undefined) return index;
  throw new KeywordError(
    'NOT_IN_VOCABULARY',
    `"${word}" is not among the ${vocabulary.words.length} words of the model. It was seen too rarely in the corpus, or is cut into several words.`,
  );
}
