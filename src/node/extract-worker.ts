import { workerData } from 'node:worker_threads';
import { KeywordError } from '../errors.js';
import { analyzeKeywords } from '../extract/extract-keywords.js';
import type { ExtractOptions, ModelOptions } from '../options.js';
import type { ManyResult } from './extract-many.js';
import { loadModel, textModelOf } from './load-model.js';
import { decodeModelBytes } from './model-files.js';
import { answerRequests } from './thread.js';

/** What an extraction thread is started with. */
export interface ExtractWorkerData {
  /** A whole model file of Telltale, in memory that all threads share; undefined for a model of another tool. */
  readonly bytes?: Uint8Array;
  readonly path: string;
  readonly options: Omit<ModelOptions, 'model'>;
}

/** Texts handed to a thread at once. */
export interface ExtractRequest {
  readonly texts: readonly string[];
  readonly options: ExtractOptions;
}

const { bytes, path, options: modelOptions } = workerData as ExtractWorkerData;
// The pool has compared the checksum already.
const model = bytes
  ? textModelOf(await decodeModelBytes(bytes, path, { verify: false }), modelOptions)
  : await loadModel(path, modelOptions);

answerRequests(({ texts, options }: ExtractRequest): ManyResult[] =>
  texts.map((text) => {
    try {
      return analyzeKeywords(model, text, options);
    } catch (error) {
      if (!(error instanceof KeywordError)) throw error;
      return { error: { code: error.code, message: error.message } };
    }
  }),
);
