import { analyzeText, type TextAnalysis } from '../../packages/core/dist/extract/analyze-text.js';
import type { Candidate, CandidateOptions } from '../../packages/core/dist/extract/candidate.js';
import { findCandidates } from '../../packages/core/dist/extract/candidates.js';
import { loadModel, type TextModel } from '../../packages/core/dist/node.js';

/** The embedded models. */
export const models: Record<'zh' | 'en', TextModel> = { zh: await loadModel('zh'), en: await loadModel('en') };

/** A text as extraction sees it, and its candidates by what they are in it where they first stand. */
export interface Found {
  readonly analysis: TextAnalysis;
  readonly candidates: ReadonlyMap<string, Candidate>;
}

/** What may be a keyword of a text. */
export function candidatesOf(language: 'zh' | 'en', text: string, options: CandidateOptions = {}): Found {
  const { model, tokenizer } = models[language];
  const analysis = analyzeText(text, tokenizer, model);
  const { tokens } = analysis;
  const candidates = findCandidates(analysis, options).map(
    (candidate) =>
      [text.slice(tokens[candidate.spans[0].first].start, tokens[candidate.spans[0].last].end), candidate] as const,
  );
  return { analysis, candidates: new Map(candidates) };
}

/** The candidates alone, in the order of the text. */
export const namesOf = (language: 'zh' | 'en', text: string, options: CandidateOptions = {}) => [
  ...candidatesOf(language, text, options).candidates.keys(),
];
