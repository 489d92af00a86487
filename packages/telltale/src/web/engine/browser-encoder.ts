import { createOnnxEncoder, type Encoder, type OnnxRuntime, type ReadFile, readEncoderFolder } from '@telltale/core';

/**
 * An encoder of a folder, run by onnxruntime-web; its program is loaded with the first one.
 *
 * @throws KeywordError INVALID_MODEL, UNSUPPORTED_MODEL
 */
export async function browserEncoder(name: string, read: ReadFile): Promise<Encoder> {
  const [{ card, model, tokenizer }, runtime, { Tokenizer }] = await Promise.all([
    readEncoderFolder(name, read),
    import('onnxruntime-web/wasm'),
    import('@huggingface/tokenizers'),
  ]);
  // Threads of their own would need a page that is isolated from others.
  runtime.env.wasm.numThreads = 1;
  return createOnnxEncoder(runtime as unknown as OnnxRuntime, new Tokenizer(...tokenizer), model, card);
}
