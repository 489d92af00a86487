import type { Encoder } from '../encoder/encoder.js';
import { createOnnxEncoder, type OnnxRuntime } from '../encoder/onnx-encoder.js';
import type { PieceTokenizer } from '../encoder/pieces.js';
import { KeywordError } from '../errors.js';
import type { EncoderFolder } from './encoder-folder.js';

/** The packages that run an encoder. */
export interface EncoderPackages {
  /** The module onnxruntime-node, onnxruntime-web or onnxruntime-web/wasm. */
  readonly runtime: OnnxRuntime & { readonly env?: { readonly wasm?: { numThreads?: number | undefined } } };
  /** Of `@huggingface/tokenizers`. */
  readonly Tokenizer: new (
    json: never,
    config: never,
  ) => PieceTokenizer;
}

/**
 * An encoder of the files of its folder. It computes in one thread, if the runtime was told of no other number: texts are
 * worked on in parallel, and in browsers threads need a page that is isolated from others.
 *
 * @param name of the folder, for messages
 * @param options of the session, as the runtime has them
 * @throws KeywordError INVALID_MODEL, UNSUPPORTED_MODEL
 */
export async function openEncoder(
  name: string,
  { card, model, tokenizer }: EncoderFolder,
  { runtime, Tokenizer }: EncoderPackages,
  options: Readonly<Record<string, unknown>> = {},
): Promise<Encoder> {
  if (runtime.env?.wasm) runtime.env.wasm.numThreads ||= 1;
  try {
    return await createOnnxEncoder(runtime, new Tokenizer(...(tokenizer as [never, never])), model, card, options);
  } catch (error) {
    if (error instanceof KeywordError)
      throw new KeywordError(error.code, `${name}: ${error.message}`, { cause: error });
    throw new KeywordError('INVALID_MODEL', `${name}/tokenizer.json cannot be used: ${(error as Error).message}`, {
      cause: error,
    });
  }
}
