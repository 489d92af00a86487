import type { Candidate } from './candidate.js';

/** Candidates with what a method says of them. */
export interface ScoredCandidates {
  /** A method may have dropped the hopeless ones. */
  readonly candidates: readonly Candidate[];
  /** (C) higher is better. */
  readonly scores: Float64Array;
  /**
   * (tokens) what every token of the text adds to the score of candidate c; with `base[c]` they sum to it. Left out
   * where a score is not such a sum.
   */
  readonly contributions?: (c: number) => Float64Array;
  /**
   * (C) Σ of what the tokens of the text add where it is above 0; left out where only `contributions` show it. A cover
   * then need not ask for those of every candidate.
   */
  readonly reach?: Float64Array;
  /** (C) what the score is before any token is looked at; 0 where left out. */
  readonly base?: Float64Array;
}
