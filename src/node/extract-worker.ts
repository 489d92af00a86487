import { workerData } from 'node:worker_threads';
import { KeywordError } from '../errors.js';
import { analyzeKeywords } from '../extract/extract-keywords.js';
import type { ExtractOptions, ModelOptions } from '../options.js';
import type { ManyResult } from './extract-many.js';
import { textModelOf } from './load-model.js';
import { decodeModelBytes } from './model-files.js';
import { answerRequests } from './thread.js';

/** What an extraction thread is started with. */
export interface ExtractWorkerData {
  /** The whole model file, in memory that all threads share. */
  readonly bytes: Uint8Array;
  readonly name: string;
  readonly options: Omit<ModelOptions, 'model'>;
}

/** Texts handed to a thread at once. */
export interface ExtractRequest {
  readonly texts: readonly string[];
  readonly options: ExtractOptions;
}

const { bytes, name, options: modelOptions } = workerData as ExtractWorkerData;
// The pool has compared the checksum already.
const model = textModelOf(await decodeModelBytes(bytes, name, { verify: false }), modelOptions);

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
