import type { Encoder } from '../encoder/encoder.js';
import { type ReadFile, readEncoderFolder } from '../formats/encoder-folder.js';
import { type EncoderPackages, openEncoder } from '../formats/open-encoder.js';
import { fetchIfThere, urlIn } from './assets.js';

const ADVICE = 'Give the address of the folder of an encoder: model.onnx, tokenizer.json and the files beside them.';

/** How a browser loads an encoder. */
export interface EncoderLoadOptions {
  /** What an encoder is called that has no address. */
  readonly name?: string | undefined;
  /** Gives the loading up. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Loads an encoder of sentences in a browser, for `analyzeKeywordsWithEncoder` and `encodeTags`. The packages that run it are
 * handed in, so that only pages with an encoder have them.
 *
 * @param folder address of the folder of an encoder, relative to the page, or what reads the files of one
 * @param packages the module `onnxruntime-web` or `onnxruntime-web/wasm`, and `Tokenizer` of `@huggingface/tokenizers`
 * @throws KeywordError FILE_NOT_FOUND, INVALID_MODEL, UNSUPPORTED_MODEL; the reason of the signal
 * @example
 * import { Tokenizer } from '@huggingface/tokenizers';
 * import * as runtime from 'onnxruntime-web/wasm';
 *
 * const encoder = await loadEncoder('/encoders/en/', { runtime, Tokenizer });
 * const { keywords } = await analyzeKeywordsWithEncoder(await loadModel('/en.safetensors'), encoder, text);
 */
export async function loadEncoder(
  folder: string | URL | ReadFile,
  packages: EncoderPackages,
  { name = 'encoder', signal }: EncoderLoadOptions = {},
): Promise<Encoder> {
  const isRead = typeof folder === 'function';
  const called = isRead ? name : String(folder).replace(/\/$/, '');
  const read: ReadFile = isRead ? folder : (file) => fetchIfThere(urlIn(folder, file), ADVICE, signal);
  const files = await readEncoderFolder(called, read);
  signal?.throwIfAborted();
  return openEncoder(called, files, packages);
}
