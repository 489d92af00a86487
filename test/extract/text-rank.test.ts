import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TextAnalysis } from '../../packages/core/dist/extract/analyze-text.js';
import { scoreByTextRank } from '../../packages/core/dist/extract/text-rank.js';
import { wordClass } from '../../packages/core/dist/text/word-class.js';
import { candidatesOf } from './candidates.js';

/** PageRank by a full matrix, as the paper has it: V(a) = 1 − d + d·Σ_b w(a,b)/Σ_c w(b,c)·V(b). */
function plainRanks({ tokens, words, wordOfToken }: TextAnalysis): number[] {
  const isContent = tokens.map((token) => ['content', 'modifier', 'verb'].includes(wordClass(token)));
  const matrix = words.map(() => words.map(() => 0));
  for (const [t, a] of wordOfToken.entries())
    for (const [u, b] of wordOfToken.entries())
      if (a !== b && isContent[t] && isContent[u] && Math.abs(t - u) < 5) matrix[a][b]++;
  const totals = matrix.map((row) => row.reduce((sum, weight) => sum + weight, 0));
  let ranks = words.map(() => 1);
  for (let i = 0; i < 20; i++)
    ranks = matrix.map(
      (row) => 0.15 + 0.85 * row.reduce((sum, weight, b) => sum + (weight && (weight / totals[b]) * ranks[b]), 0),
    );
  return ranks;
}

const texts = {
  en: 'Beavers build dams. The dams of the beavers slow the river, and the slow river makes ponds for young fish.',
  zh: '太阳是太阳系中心的恒星，行星围绕着太阳公转。太阳的能量来自核心的核聚变，望远镜可以观测太阳的黑子。',
};

for (const language of ['en', 'zh'] as const) {
  test(`${language}: a word has its PageRank, a phrase those of its words over the root of its length`, () => {
    const { analysis, candidates } = candidatesOf(language, texts[language]);
    const ranks = plainRanks(analysis);
    const given = [...candidates.values()];
    const { scores } = scoreByTextRank(analysis, given);
    assert.ok(given.some(({ words }) => words.length > 1) && given.some(({ words }) => words.length === 1));
    for (const [c, { words }] of given.entries()) {
      const sum = words.reduce((total, word) => total + ranks[analysis.words.indexOf(word)], 0);
      assert.ok(Math.abs(scores[c] - sum / Math.sqrt(words.length)) < 1e-9, words.map(({ word }) => word).join(' '));
    }
  });
}

test('the word with the most neighbours comes first', () => {
  const { analysis, candidates } = candidatesOf('zh', texts.zh);
  const [names, given] = [[...candidates.keys()], [...candidates.values()]];
  const single = given.flatMap((candidate, c) => (candidate.words.length === 1 ? [c] : []));
  const { scores } = scoreByTextRank(analysis, given);
  assert.equal(names[single.toSorted((a, b) => scores[b] - scores[a])[0]], '太阳');
});
