import { resolveOptions } from '../../check-options.js';
import { analyzeResolved, type KeywordAnalysis } from '../../extract/extract-keywords.js';
import { analyzeResolvedWithEncoder } from '../../extract/extract-with-encoder.js';
import type { Resolved, TextModel } from '../../extract/text-model.js';
import { type ExtractOptions, extractOptions } from '../../options.js';
import { loadEncoder } from '../models/load-encoder.js';

/** Finds the keywords of a text, with or without an encoder. Throws as `analyzeKeywordsWithEncoder`. */
export type Analyzer = (model: TextModel, text: string, options: ExtractOptions) => Promise<KeywordAnalysis>;

/** An {@link Analyzer} for options that were checked where they came from. */
export type ResolvedAnalyzer = (model: TextModel, text: string, options: Resolved) => Promise<KeywordAnalysis>;

/**
 * What finds keywords: with the encoder of that name, or without one where no name is given.
 *
 * @throws KeywordError as {@link loadEncoder}
 */
export async function analyzerWith(encoder: string | undefined): Promise<Analyzer> {
  const analyze = await resolvedAnalyzerWith(encoder);
  return async (model, text, options) => analyze(model, text, resolveOptions(extractOptions, options));
}

/** As {@link analyzerWith}. */
export async function resolvedAnalyzerWith(encoder: string | undefined): Promise<ResolvedAnalyzer> {
  if (encoder === undefined) return async (model, text, options) => analyzeResolved(model, text, options);
  const loaded = await loadEncoder(encoder);
  return (model, text, options) => analyzeResolvedWithEncoder(model, loaded, text, options);
}
