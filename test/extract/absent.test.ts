import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findAbsent } from '../../packages/core/dist/extract/absent.js';
import { keepProbability } from '../../packages/core/dist/model/keep-probability.js';
import { candidatesOf, models } from './candidates.js';

const texts = {
  en: 'The telescope shows the moons of the planet and its rings. Astronomers measured the orbit of each moon.',
  zh: '望远镜可以观测太阳的黑子和耀斑，天文学家测量行星的轨道。',
};

for (const language of ['en', 'zh'] as const) {
  const { model, tokenizer } = models[language];
  const { analysis } = candidatesOf(language, texts[language]);
  const { counts, tokenCount, indexOf } = model.vocabulary;

  test(`${language}: a word that is not said has the score of its definition, and the best come first`, () => {
    const absent = findAbsent(model, tokenizer, analysis, 20);
    assert.equal(absent.length, 20);
    const said = analysis.wordCounts;
    for (const { text, score } of absent) {
      const w = indexOf(text)!;
      const logs = model.logProbabilities([[w]], said.words);
      const lambda = (0.5 * counts[w]) / (counts[w] + 300);
      let expected = 0;
      for (const [k, index] of said.words.entries()) {
        const share = counts[index] / tokenCount;
        const ratio = Math.exp(logs[k]) / share;
        expected += said.counts[k] * keepProbability(share, 1e-5) * Math.max(0, Math.log(lambda * ratio + 1 - lambda));
      }
      assert.ok(Math.abs(score - expected) < 1e-4 * Math.max(1, expected), `${text}: ${score}, not ${expected}`);
    }
    assert.deepEqual(
      absent,
      absent.toSorted((a, b) => b.score - a.score),
    );
  });

  test(`${language}: none is said, a stop word or excluded`, () => {
    const absent = findAbsent(model, tokenizer, analysis, 50).map(({ text }) => text);
    for (const word of absent) assert.ok(!analysis.words.some((other) => other.word === word), word);
    const [first, ...others] = absent;
    const without = findAbsent(model, tokenizer, analysis, 49, { isExcluded: (word) => word === first });
    assert.deepEqual(
      without.map(({ text }) => text),
      others,
    );
    const stopped = findAbsent(model, tokenizer, analysis, 50, { stopWords: new Set([first]) });
    assert.ok(!stopped.some(({ text }) => text === first), first);
  });
}

test('signs and stop words alone have none', () => {
  const { analysis } = candidatesOf('en', 'And then it was, of all of them, the one.');
  assert.deepEqual(findAbsent(models.en.model, models.en.tokenizer, analysis, 5), []);
});
