import type { TextModel } from '../extract/text-model.js';
import { type AnyDecodedModel, decodeAnyModel } from '../formats/telltale/model-file.js';
import { chooseKernel } from '../kernel/choose-kernel.js';
import type { KernelName } from '../kernel/kernel.js';
import { hierarchicalSoftmax } from '../model/conditional-model.js';
import { cooccurrence } from '../model/cooccurrence.js';
import { type AssetOptions, absoluteUrl, fetchBytes } from './assets.js';
import { browserTokenizer } from './tokenizers.js';

/** How a browser loads a model. */
export interface LoadOptions extends AssetOptions {
  /** What computes; the fastest that runs here if left out. */
  readonly kernel?: KernelName | undefined;
}

/**
 * Loads a model and the tokenizer it was trained with, in a browser; what only that tokenizer needs is loaded with it.
 *
 * @param model address of a model file of Telltale, relative to the page, or its bytes
 * @throws KeywordError FILE_NOT_FOUND, INVALID_MODEL, UNSUPPORTED_MODEL, KERNEL_UNAVAILABLE; the reason of the signal
 * @example
 * const model = await loadModel('/models/zh.safetensors');
 * extractKeywords(model, '太阳是一颗恒星。');
 */
export async function loadModel(model: string | URL | Uint8Array, options: LoadOptions = {}): Promise<TextModel> {
  return (await loadDecoded(model, options)).textModel;
}

/** A model for extraction, and what its file holds. Throws as {@link loadModel}. */
export async function loadDecoded(
  model: string | URL | Uint8Array,
  options: LoadOptions = {},
): Promise<{ readonly textModel: TextModel; readonly decoded: AnyDecodedModel }> {
  const bytes =
    model instanceof Uint8Array
      ? model
      : await fetchBytes(absoluteUrl(model), 'Give the address of a model file, or its bytes.', options.signal);
  const decoded = await decodeAnyModel(bytes);
  const tokenizer = await browserTokenizer(decoded.metadata.tokenizer, decoded.model.vocabulary, options);
  options.signal?.throwIfAborted();
  const conditional =
    decoded.estimator === 'cooccurrence'
      ? cooccurrence(decoded.model)
      : hierarchicalSoftmax(decoded.model, chooseKernel(options.kernel));
  return { textModel: { model: conditional, tokenizer }, decoded };
}
