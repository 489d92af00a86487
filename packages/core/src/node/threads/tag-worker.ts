import { workerData } from 'node:worker_threads';
import type { Encoder } from '../../encoder/encoder.js';
import { type ErrorCode, KeywordError } from '../../errors.js';
import { decodeTagIndex, type SuggestedTag } from '../../index.js';
import type { ResolvedSuggest } from '../../tags/tag.js';
import { loadEncoder } from '../models/load-encoder.js';
import { type SharedModels, ThreadModels } from '../models/shared-models.js';
import type { HandedText } from './handed-text.js';
import { answerRequests } from './thread.js';
import { suggestResolvedTitled } from './titled-tags.js';

/** What a tagging thread is started with. */
export interface TagWorkerData {
  readonly name: string;
  readonly shared: SharedModels;
  /** The file of the index. */
  readonly index: Uint8Array;
  /** The encoder that the index was made with: its name or folder. */
  readonly encoder: string | undefined;
}

/** Texts handed to a thread at once. */
export interface TagRequest {
  readonly texts: readonly HandedText<ResolvedSuggest>[];
  readonly options: ResolvedSuggest;
}

/** What came of one of many texts: its tags, or why there are none, with the `id` of a text that has one. */
export type ManyTags = (
  | { readonly tags: SuggestedTag[] }
  | { readonly error: { readonly code: ErrorCode; readonly message: string } }
) & { readonly id?: unknown };

const { name, shared, index: bytes, encoder } = workerData as TagWorkerData;
const index = decodeTagIndex(bytes, await new ThreadModels(shared).forText(name, ''));

let loading: Promise<Encoder> | undefined;

answerRequests(async ({ texts, options }: TagRequest): Promise<ManyTags[]> => {
  const results: ManyTags[] = [];
  if (encoder !== undefined) loading ??= loadEncoder(encoder);
  const loaded = await loading;
  for (const text of texts) {
    if (text.problem !== undefined) {
      results.push({ error: text.problem });
      continue;
    }
    try {
      results.push({ tags: await suggestResolvedTitled(index, text, { ...options, ...text.own }, loaded) });
    } catch (error) {
      // Options of all texts that the list does not allow are an error of the call.
      if (!(error instanceof KeywordError) || (error.code === 'INVALID_OPTION' && !text.own)) throw error;
      results.push({ error: { code: error.code, message: error.message } });
    }
  }
  return results;
});
