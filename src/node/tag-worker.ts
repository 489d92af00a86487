import { workerData } from 'node:worker_threads';
import { KeywordError } from '../errors.js';
import { decodeTagIndex, type SuggestOptions } from '../index.js';
import type { TitledText } from './extract-many.js';
import { type SharedModels, ThreadModels } from './shared-models.js';
import type { ManyTags } from './tag-many.js';
import { answerRequests } from './thread.js';
import { suggestTitled } from './titled-tags.js';

/** What a tagging thread is started with. */
export interface TagWorkerData {
  readonly name: string;
  readonly shared: SharedModels;
  /** The file of the index. */
  readonly index: Uint8Array;
}

/** Texts handed to a thread at once. */
export interface TagRequest {
  readonly texts: readonly TitledText[];
  readonly options: SuggestOptions;
}

const { name, shared, index: bytes } = workerData as TagWorkerData;
const index = decodeTagIndex(bytes, await new ThreadModels(shared).forText(name, ''));

answerRequests(({ texts, options }: TagRequest): ManyTags[] =>
  texts.map((text) => {
    try {
      return { tags: suggestTitled(index, text, options) };
    } catch (error) {
      if (!(error instanceof KeywordError) || error.code === 'INVALID_OPTION') throw error;
      return { error: { code: error.code, message: error.message } };
    }
  }),
);
