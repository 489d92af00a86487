import type { Encoder, ReadFile } from '@telltale/core';
import { loadEncoder } from '@telltale/core/internal/browser/load-encoder.js';

/** An encoder run by onnxruntime-web, whose program is loaded with the first one. Throws as `loadEncoder`. */
export async function browserEncoder(name: string, read: ReadFile): Promise<Encoder> {
  const [runtime, { Tokenizer }] = await Promise.all([
    import('onnxruntime-web/wasm'),
    import('@huggingface/tokenizers'),
  ]);
  return loadEncoder(read, { runtime, Tokenizer }, { name });
}
