/** A client of the service: runs in browsers as in Node, and needs nothing but fetch. */

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
export type { ErrorCode } from './errors.js';
export type { AbsentKeyword } from './extract/absent.js';
export type { KeywordAnalysis } from './extract/extract-keywords.js';
export type { Keyword } from './extract/keyword.js';
export type { RankedWord } from './model/neighbours.js';
export type { ExtractOptions } from './options.js';
export type { EvidenceName, FoundForm, SuggestedTag, SuggestOptions, TagWord } from './tags/tag.js';
