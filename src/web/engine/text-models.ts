import {
  chooseKernel,
  decodeModel,
  hierarchicalSoftmax,
  KeywordError,
  type Language,
  type SkipGramModel,
  type TextModel,
} from '../../index.js';
import { browserTokenizer, prepareTokenizer } from './browser-tokenizers.js';

/** A model for extraction, and its vectors for looking around in them. */
export interface LoadedModel extends TextModel {
  readonly skipGram: SkipGramModel;
}

/**
 * The embedded model of a language, from `models/` beside the page.
 *
 * @param onProgress told the share that has come, 0 … 1
 * @throws KeywordError FILE_NOT_FOUND, INVALID_MODEL
 */
export async function loadTextModel(language: Language, onProgress: (share: number) => void): Promise<LoadedModel> {
  // The worker lies in worker/, one folder below the page.
  const downloading = download(new URL(`../models/${language}.safetensors`, location.href), onProgress);
  // The dictionary is made ready while the model is on its way.
  const [bytes] = await Promise.all([downloading, prepareTokenizer(language)]);
  const { model, metadata } = await decodeModel(bytes);
  const tokenizer = await browserTokenizer(metadata.tokenizer, model.vocabulary);
  return { model: hierarchicalSoftmax(model, chooseKernel()), tokenizer, skipGram: model };
}

async function download(url: URL, onProgress: (share: number) => void): Promise<Uint8Array> {
  const response = await fetch(url).catch((cause: unknown) => {
    throw new KeywordError('FILE_NOT_FOUND', `Cannot load ${url.pathname}: ${(cause as Error).message}.`, { cause });
  });
  if (!response.ok || !response.body) {
    throw new KeywordError('FILE_NOT_FOUND', `Cannot load ${url.pathname}: the server answers ${response.status}.`);
  }
  const expected = Number(response.headers.get('content-length'));
  const chunks: Uint8Array[] = [];
  let length = 0;
  onProgress(0);
  for await (const chunk of chunksOf(response.body)) {
    chunks.push(chunk);
    length += chunk.length;
    // A compressed response says its compressed length.
    if (expected > 0) onProgress(Math.min(1, length / expected));
  }
  onProgress(1);
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

/** Not every browser iterates over streams. */
async function* chunksOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) yield part.value;
}
