import { matchKey, matchKeys } from '../evaluate/match-keywords.js';
import { analyzeText, type TextAnalysis } from '../extract/analyze-text.js';
import type { Candidate } from '../extract/candidate.js';
import { findCandidates } from '../extract/candidates.js';
import { type MixtureOptions, scoreByMixture } from '../extract/mixture.js';
import { termsFor } from '../extract/neutral-terms.js';
import { type PriorTerm, valueOfTerm } from '../extract/prior-terms.js';
import { SHORTLIST } from '../extract/score-candidates.js';
import { placesOfLargest, selectDistinct } from '../extract/select.js';
import { factsOf } from '../extract/text-facts.js';
import type { TextModel } from '../extract/text-model.js';
import { extractOptions } from '../options.js';
import { asOneLine } from '../text/reading/lines.js';
import { type CandidateList, scoresOf } from './listwise-softmax.js';

/** A text, and what people say of its keywords: which they are, or which of those shown they chose and rejected. */
export interface LabelledText {
  readonly text: string;
  /** All its keywords. */
  readonly keywords?: readonly string[] | undefined;
  /** Where `keywords` is left out: keywords that were taken, and keywords that were shown and not taken. */
  readonly chosen?: readonly string[] | undefined;
  readonly rejected?: readonly string[] | undefined;
}

/** A labelled text with all that weights are fitted to and judged by. */
export interface PreparedText {
  readonly list: CandidateList;
  /** Ranks the candidates by weights as the product does: keys of the ten best, best first. */
  rank(weights: Float64Array): string[];
  /** Keys of all its keywords, those that no candidate has among them. */
  readonly gold: ReadonlySet<string>;
}

/** Candidates that weights can bring to the top, unless told otherwise: those best by the weights that a fit starts from. */
const MOST = 150;

/** So that what says nothing has a logarithm. */
const LEAST_SCORE = 1e-9;

/** Keywords that are looked at. */
export const TOP = 10;

const options: MixtureOptions = {
  epsilon: extractOptions.epsilon.default,
  lambda: extractOptions.lambda.default,
  semanticWeight: extractOptions.semanticWeight.default,
  tokenWeights: extractOptions.tokenWeights.default,
};

/**
 * Finds the candidates of a labelled text and their terms.
 *
 * @param start (terms)
 * @param most candidates that are looked at
 * @param asked the terms
 * @throws KeywordError INVALID_TEXT
 */
export function prepareText(
  { model, tokenizer, stopWords, phrases }: TextModel,
  { text, keywords, chosen = [], rejected = [] }: LabelledText,
  language: string,
  start: Float64Array,
  most = MOST,
  asked: readonly PriorTerm[] = termsFor(language),
): PreparedText {
  const analysis = analyzeText(text, tokenizer, model);
  const score = (some: readonly Candidate[], logPriors: Float64Array) =>
    scoreByMixture(model, analysis, some, logPriors, options, some.length);
  const candidates = mostLikely(findCandidates(analysis, { stopWords, mayBePhrase: phrases?.(analysis) }));
  const terms = termsOf(asked, candidates, analysis);
  const zeros = new Float64Array(candidates.length);
  const logScores = score(candidates, zeros).scores.map((value) => Math.log(Math.max(LEAST_SCORE, value)));
  const keys = candidates.map(({ spans: [{ first, last }] }) =>
    matchKey(asOneLine(text.slice(analysis.tokens[first].start, analysis.tokens[last].end)), language),
  );
  const keyOf = new Map(candidates.map((candidate, c) => [candidate, keys[c]]));
  const gold = new Set(matchKeys(keywords ?? chosen, language));
  const bad = keywords ? undefined : new Set(matchKeys(rejected, language));
  // Of several candidates with one key, the first.
  const distinct = keys.flatMap((key, c) => (keys.indexOf(key) === c ? c : []));
  const good = distinct.filter((c) => gold.has(keys[c]));
  const others = distinct.filter((c) => !gold.has(keys[c]) && (!bad || bad.has(keys[c])));
  return {
    list: { ...rowsOf(asked.length, { terms, logScores }, [...good, ...others]), good: good.length },
    gold,
    rank(weights) {
      const logPriors = scoresOf({ terms, logScores: zeros }, weights);
      const scored = score(candidates, logPriors);
      const chosen = selectDistinct(scored, TOP, SHORTLIST);
      return [...new Set(chosen.map(({ candidate }) => keyOf.get(scored.candidates[candidate])!))];
    },
  };

  function mostLikely(all: readonly Candidate[]): readonly Candidate[] {
    if (all.length <= most) return all;
    const logPriors = scoresOf(
      { terms: termsOf(asked, all, analysis), logScores: new Float64Array(all.length) },
      start,
    );
    return placesOfLargest(score(all, logPriors).scores, most).map((c) => all[c]);
  }
}

/** (C, terms) row-major. */
function termsOf(asked: readonly PriorTerm[], candidates: readonly Candidate[], analysis: TextAnalysis): Float64Array {
  const facts = factsOf(analysis, candidates);
  const terms = new Float64Array(candidates.length * asked.length);
  candidates.forEach((_, c) => {
    asked.forEach((term, i) => {
      terms[c * asked.length + i] = valueOfTerm(term, candidates, c, facts);
    });
  });
  return terms;
}

function rowsOf(n: number, { terms, logScores }: Omit<CandidateList, 'good'>, places: readonly number[]) {
  const rows = new Float64Array(places.length * n);
  for (const [l, c] of places.entries()) rows.set(terms.subarray(c * n, (c + 1) * n), l * n);
  return { terms: rows, logScores: Float64Array.from(places, (c) => logScores[c]) };
}
