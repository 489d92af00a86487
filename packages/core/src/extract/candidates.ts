import type { TextAnalysis } from './analyze-text.js';
import type { Candidate, CandidateOptions } from './candidate.js';
import { findNounPhrases } from './noun-phrases.js';
import { findWordRuns } from './word-runs.js';

/**
 * The words and phrases of a text that may be chosen. Filters touch candidates only, never the text: a stop word still
 * has to be explained by the keyword, it just cannot be one.
 *
 * English has whole noun phrases, for which its parts of speech are needed; where these are not known, in other languages,
 * and where single words are asked for, all runs of words are looked at.
 */
export function findCandidates(analysis: TextAnalysis, options: CandidateOptions): Candidate[] {
  const hasPhrases = analysis.tokenizer === 'wink' && options.stopWords !== 'none';
  return hasPhrases && options.maxPhraseLength !== 1
    ? findNounPhrases(analysis, options)
    : findWordRuns(analysis, options);
}
