import { analyzeKeywords, type KeywordAnalysis, type TextModel } from '../../extract/extract-keywords.js';
import { analyzeKeywordsWithEncoder } from '../../extract/extract-with-encoder.js';
import type { ExtractOptions } from '../../options.js';
import { loadEncoder } from '../models/load-encoder.js';

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
