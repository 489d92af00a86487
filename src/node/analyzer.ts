import { analyzeKeywords, type KeywordAnalysis, type TextModel } from '../extract/extract-keywords.js';
import { analyzeKeywordsWithEncoder } from '../extract/extract-with-encoder.js';
import type { ExtractOptions } from '../options.js';
import { suggestTagsWithEncoder } from '../tags/encode-tags.js';
import { suggestTags } from '../tags/suggest-tags.js';
import type { SuggestedTag, SuggestOptions } from '../tags/tag.js';
import type { TagIndex } from '../tags/tag-index.js';
import { loadEncoder } from './load-encoder.js';

/** Finds the keywords of a text, with or without an encoder. Throws as `analyzeKeywordsWithEncoder`. */
export type Analyzer = (model: TextModel, text: string, options: ExtractOptions) => Promise<KeywordAnalysis>;

/**
 * What finds keywords: with the encoder of that name, or without one where no name is given.
 *
 * @throws KeywordError as {@link loadEncoder}
 */
export async function analyzerWith(encoder: string | undefined): Promise<Analyzer> {
  if (encoder === undefined) return async (model, text, options) => analyzeKeywords(model, text, options);
  const loaded = await loadEncoder(encoder);
  return (model, text, options) => analyzeKeywordsWithEncoder(model, loaded, text, options);
}

/** Finds the tags of a text, with or without an encoder. Throws as `suggestTagsWithEncoder`. */
export type Tagger = (index: TagIndex, text: string, options: SuggestOptions) => Promise<SuggestedTag[]>;

/**
 * What finds tags: with the encoder of that name, or without one where no name is given.
 *
 * @throws KeywordError as {@link loadEncoder}
 */
export async function taggerWith(encoder: string | undefined): Promise<Tagger> {
  if (encoder === undefined) return async (index, text, options) => suggestTags(index, text, options);
  const loaded = await loadEncoder(encoder);
  return (index, text, options) => suggestTagsWithEncoder(index, loaded, text, options);
}
