import type { ConditionalModel } from '../model/conditional-model.js';
import type { extractOptions, ResolvedOf } from '../options.js';
import type { Language } from '../text/language.js';
import type { TextAnalysis } from './analyze-text.js';
import type { Candidate } from './candidate.js';
import { scoreByLikelihood } from './likelihood.js';
import { scoreByMixture } from './mixture.js';
import { logPriors, priorWeights } from './prior.js';
import type { ScoredCandidates } from './scored.js';
import { scoreByTextRank } from './text-rank.js';
import { scoreByTfIdf } from './tf-idf.js';

/** Candidates that the model is asked about, and that a cover is chosen from, at least. */
export const SHORTLIST = 40;

/** What an encoder says of candidates. */
export interface Encoded {
  /** (C) log p(text | c) up to a constant, in nats. */
  readonly scores: Float64Array;
  /** What the mixture believes of it, ≥ 0. */
  readonly weight: number;
}

/** Scores candidates by the method of the options; by an encoder where it has been asked. */
export function scoreCandidates(
  model: ConditionalModel,
  analysis: TextAnalysis,
  candidates: readonly Candidate[],
  options: ResolvedOf<typeof extractOptions>,
  language: Language,
  encoded?: Encoded,
): ScoredCandidates {
  switch (options.method) {
    case 'likelihood':
      if (encoded) return { candidates, scores: encoded.scores };
      return scoreByLikelihood(model, analysis, candidates);
    case 'tf-idf':
      return scoreByTfIdf(analysis, candidates);
    case 'text-rank':
      return scoreByTextRank(analysis, candidates);
    default: {
      const priors =
        options.prior === 'none'
          ? new Float64Array(candidates.length)
          : logPriors(candidates, analysis, priorWeights[language], options.prior === 'fitted');
      encoded?.scores.forEach((score, c) => {
        priors[c] += encoded.weight * score;
      });
      return scoreByMixture(model, analysis, candidates, priors, options, Math.max(SHORTLIST, 4 * options.topN));
    }
  }
}
