import type { ConditionalModel } from '../model/conditional-model.js';
import type { extractOptions, ResolvedOf } from '../options.js';
import type { Language } from '../text/language.js';
import type { TextAnalysis } from './analyze-text.js';
import type { Candidate } from './candidate.js';
import { scoreByLikelihood } from './likelihood.js';
import { scoreByMixture } from './mixture.js';
import { logPriors } from './prior.js';
import { weightsFor } from './prior-weights.js';
import type { ScoredCandidates } from './scored.js';
import { scoreByTextRank } from './text-rank.js';
import { scoreByTfIdf } from './tf-idf.js';

/** Candidates that the model is asked about, and that a cover is chosen from, at least. */
export const SHORTLIST = 40;

/** Scores candidates by the method of the options. */
export function scoreCandidates(
  model: ConditionalModel,
  analysis: TextAnalysis,
  candidates: readonly Candidate[],
  options: ResolvedOf<typeof extractOptions>,
  language: Language,
): ScoredCandidates {
  switch (options.method) {
    case 'likelihood':
      return scoreByLikelihood(model, analysis, candidates);
    case 'tf-idf':
      return scoreByTfIdf(analysis, candidates);
    case 'text-rank':
      return scoreByTextRank(analysis, candidates);
    default: {
      const priors =
        options.prior === 'none'
          ? new Float64Array(candidates.length)
          : logPriors(candidates, analysis, weightsFor(options.weights, language), options.prior === 'fitted');
      return scoreByMixture(model, analysis, candidates, priors, options, Math.max(SHORTLIST, 4 * options.topN));
    }
  }
}
