import {
  chooseKernel,
  decodeModel,
  hierarchicalSoftmax,
  type Language,
  type SkipGramModel,
  type TextModel,
} from '@telltale/core';
import { browserTokenizer, prepareTokenizer } from './browser-tokenizers.js';

/** A model for extraction, and its vectors for looking around in them. */
export interface LoadedModel extends TextModel {
  readonly skipGram: SkipGramModel;
}

/**
 * The embedded model of a language.
 *
 * @param downloading the bytes of its file
 * @throws KeywordError INVALID_MODEL
 */
export async function loadTextModel(language: Language, downloading: Promise<Uint8Array>): Promise<LoadedModel> {
  // The dictionary is made ready while the model is on its way.
  const [bytes] = await Promise.all([downloading, prepareTokenizer(language)]);
  const { model, metadata } = await decodeModel(bytes);
  const tokenizer = await browserTokenizer(metadata.tokenizer, model.vocabulary);
  return { model: hierarchicalSoftmax(model, chooseKernel()), tokenizer, skipGram: model };
}
