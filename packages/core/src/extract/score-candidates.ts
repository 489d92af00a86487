import type { ConditionalModel } from '../model/conditional-model.js';
import { type extractOptions, type ResolvedOf, USUAL_KEYWORDS } from '../options.js';
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

/** What an encoder says of candidates. */
export interface Encoded {
  /** log p(text | c) of each up to a constant, in nats. */
  readonly scores: ReadonlyMap<Candidate, number>;
  /** What the mixture believes of it, ≥ 0. */
  readonly weight: number;
}

/** Scores candidates by the method of the options; by an encoder where it has been asked. */
export function scoreCandidates(
  model: ConditionalModel,
  analysis: TextAnalysis,
  candidates: readonly Candidate[],
  options: ResolvedOf<typeof extractOptions>,
  language: string,
  encoded?: Encoded,
): ScoredCandidates {
  switch (options.method) {
    case 'likelihood':
      if (encoded) return { candidates, scores: Float64Array.from(candidates, (c) => encoded.scores.get(c)!) };
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
      if (encoded) {
        candidates.forEach((candidate, c) => {
          priors[c] += encoded.weight * encoded.scores.get(candidate)!;
        });
      }
      return scoreByMixture(
        model,
        analysis,
        candidates,
        priors,
        options,
        Math.max(SHORTLIST, 4 * (options.topN ?? USUAL_KEYWORDS)),
      );
    }
  }
}
