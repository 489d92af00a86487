import { workerData } from 'node:worker_threads';
import { KeywordError } from '../errors.js';
import { analyzeKeywords, type TextModel } from '../extract/extract-keywords.js';
import type { ExtractOptions, ModelOptions } from '../options.js';
import { detectLanguage } from '../text/language.js';
import type { ManyResult } from './extract-many.js';
import { loadModel, textModelOf } from './load-model.js';
import { AUTO } from './model-by-language.js';
import { decodeModelBytes } from './model-files.js';
import { answerRequests } from './thread.js';

/** A model that all threads use. */
export interface SharedModel {
  readonly path: string;
  /** A whole model file of Telltale, in memory that all threads share; undefined for a model of another tool. */
  readonly bytes?: Uint8Array;
}

/** What an extraction thread is started with. */
export interface ExtractWorkerData {
  /** The model of all texts, or `auto`: that of the language of each. */
  readonly name: string;
  readonly models: ReadonlyMap<string, SharedModel>;
  readonly options: Omit<ModelOptions, 'model'>;
}

/** Texts handed to a thread at once. */
export interface ExtractRequest {
  readonly texts: readonly string[];
  readonly options: ExtractOptions;
}

const { name, models, options: modelOptions } = workerData as ExtractWorkerData;
const loaded = new Map<string, Promise<TextModel>>();

function modelNamed(chosen: string): Promise<TextModel> {
  const model = loaded.get(chosen) ?? attach(models.get(chosen)!);
  loaded.set(chosen, model);
  return model;
}

async function attach({ path, bytes }: SharedModel): Promise<TextModel> {
  // The pool has compared the checksum already.
  return bytes
    ? textModelOf(await decodeModelBytes(bytes, path, { verify: false }), modelOptions)
    : loadModel(path, modelOptions);
}

answerRequests(async ({ texts, options }: ExtractRequest): Promise<ManyResult[]> => {
  const results: ManyResult[] = [];
  const { lang = 'auto' } = options;
  for (const text of texts) {
    const chosen = name !== AUTO ? name : lang === 'auto' ? detectLanguage(text) : lang;
    const model = await modelNamed(chosen);
    try {
      results.push(analyzeKeywords(model, text, options));
    } catch (error) {
      if (!(error instanceof KeywordError)) throw error;
      results.push({ error: { code: error.code, message: error.message } });
    }
  }
  return results;
});
