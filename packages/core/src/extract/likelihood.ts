import type { ConditionalModel } from '../model/conditional-model.js';
import type { TextAnalysis } from './analyze-text.js';
import type { Candidate } from './candidate.js';
import { conditionOf } from './condition-of.js';
import type { ScoredCandidates } from './scored.js';

/**
 * Scores candidates by the published definition, log p(text | c) = Σ_k log p(w_k | c) over the in-vocabulary tokens of
 * the text (Su Jianlin 2017, 不可思议的Word2Vec 3. 提取关键词). A phrase is conditioned on as the mean vector of its words;
 * what the model knows no word of cannot be chosen, unless it knows no words at all (a language without a table): then all are as good.
 *
 * What a token contributes is log p(w_k | c) − log p(w_k); the base is Σ_k log p(w_k), the same for all.
 */
export function scoreByLikelihood(
  model: ConditionalModel,
  { tokens, words, wordOfToken, wordCounts }: TextAnalysis,
  all: readonly Candidate[],
): ScoredCandidates {
  const knowsNone = model.vocabulary.words.length === 0;
  const candidates = knowsNone ? all : all.filter(({ words }) => conditionOf(words).length > 0);
  const conditions = candidates.map(({ words }) => conditionOf(words));
  const scores = model.textLogProbabilities(conditions, wordCounts);
  const { counts, tokenCount } = model.vocabulary;
  const background = words.map(({ index }) => (index < 0 ? 0 : Math.log(counts[index] / tokenCount)));
  const base = words.reduce((sum, { count }, w) => sum + count * background[w], 0);
  const outputs = Int32Array.from(words, ({ index }) => index).filter((index) => index >= 0);
  return {
    candidates,
    scores,
    base: new Float64Array(candidates.length).fill(base),
    contributions(c) {
      const logs = model.logProbabilities([conditions[c]], outputs);
      let k = 0;
      const gains = words.map(({ index }, w) => (index < 0 ? 0 : logs[k++] - background[w]));
      return Float64Array.from(tokens, (_, t) => gains[wordOfToken[t]]);
    },
  };
}
