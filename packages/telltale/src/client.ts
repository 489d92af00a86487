/** A client of the service: runs in browsers as in Node, and needs nothing but fetch. */

export type { ErrorCode } from '@telltale/core/internal/errors.js';
export type { AbsentKeyword } from '@telltale/core/internal/extract/absent.js';
export type { KeywordAnalysis } from '@telltale/core/internal/extract/extract-keywords.js';
export type { Keyword } from '@telltale/core/internal/extract/keyword.js';
export type { RankedWord } from '@telltale/core/internal/model/neighbours.js';
export type { ExtractOptions } from '@telltale/core/internal/options.js';
export type {
  EvidenceName,
  FoundForm,
  SuggestedTag,
  SuggestOptions,
  TagWord,
} from '@telltale/core/internal/tags/tag.js';
export {
  type ClientOptions,
  type Failure,
  type RequestOptions,
  ServiceError,
  type TaggedResult,
  type TagRequest,
  type TagRequestOptions,
  TelltaleClient,
  type TextRequest,
} from './client/client.js';
