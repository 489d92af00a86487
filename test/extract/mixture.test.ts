import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  analyzeKeywords,
  createTokenizer,
  createVocabulary,
  type ExtractOptions,
  extractKeywords,
  loadModel,
  type TextModel,
} from '../../packages/core/dist/node.js';

const model = await loadModel('zh');
const text =
  '太阳是一颗恒星，也是太阳系的中心天体。太阳系中的八大行星、小行星、彗星以及星际尘埃，都围绕着太阳公转，而太阳则围绕着银河系的中心公转。太阳的能量来自核心区域的核聚变，再以光和热的形式射向太空。';
/** All single words of the text, by nothing but what the token gains say. */
const plain = { topN: 1000, maxPhraseLength: 1, select: 'top', prior: 'none', tokenWeights: 'equal' } as const;

test('λ = 1 and ε = 0 is the published definition', () => {
  const known = new Set(
    extractKeywords(model, text, { ...plain, method: 'likelihood' }).map((keyword) => keyword.text),
  );
  const byLikelihood = extractKeywords(model, text, { ...plain, method: 'likelihood' });
  const byMixture = extractKeywords(model, text, {
    ...plain,
    method: 'mixture',
    lambda: 1,
    epsilon: 0,
    semanticWeight: 1,
  }).filter((keyword) => known.has(keyword.text));
  assert.ok(byMixture.length > 15);
  assert.deepEqual(
    byMixture.map((keyword) => keyword.text),
    byLikelihood.map((keyword) => keyword.text),
  );
  // The mixture counts from log p(text), so the scores differ by one number.
  const base = byLikelihood[0].score - byMixture[0].score;
  for (const [i, { score }] of byMixture.entries()) {
    assert.ok(Math.abs(byLikelihood[i].score - score - base) < 1e-3, `${byLikelihood[i].score - score} and ${base}`);
  }
});

test('λ = 0 is a tf-idf', () => {
  const { vocabulary } = model.model;
  const odds = 0.3 / 0.7;
  const keywords = extractKeywords(model, text, { ...plain, method: 'mixture', lambda: 0, epsilon: 0.3 });
  assert.ok(keywords.length > 15);
  for (const { text: word, count, score } of keywords) {
    const frequency = vocabulary.documentFrequencies[vocabulary.indexOf(word) ?? -1] ?? 0;
    const expected = count * Math.log1p((odds * (vocabulary.documentCount + 1)) / (frequency + 1));
    assert.ok(Math.abs(score / expected - 1) < 1e-9, `${word}: ${score}, expected ${expected}`);
  }
});

/** Contributions and base of each keyword, summed. */
function explainedScores(textModel: TextModel, options: ExtractOptions): [score: number, sum: number][] {
  const { keywords, explanation } = analyzeKeywords(textModel, text, { ...options, explain: true, select: 'top' });
  const { base, contributions, tokens } = explanation!;
  assert.ok(keywords.length >= 5);
  return keywords.map(({ score }, k) => {
    assert.equal(contributions[k].length, tokens.length);
    return [score, contributions[k].reduce((sum, value) => sum + value, base[k])];
  });
}

for (const method of ['mixture', 'likelihood', 'tf-idf'] as const) {
  test(`${method}: what the tokens contribute sums to the score`, () => {
    for (const [score, sum] of explainedScores(model, { method })) {
      assert.ok(Math.abs(sum / score - 1) < 1e-6, `${score} and ${sum}`);
    }
  });
}

test('text-rank cannot be explained, and says so', () => {
  for (const options of [{ explain: true }, { select: 'cover' }] as const) {
    assert.throws(() => extractKeywords(model, text, { method: 'text-rank', ...options }), {
      code: 'INVALID_OPTION',
      message: /text-rank is not a sum/,
    });
  }
  assert.equal(extractKeywords(model, text, { method: 'text-rank', topN: 1 })[0].text, '太阳');
});

test('a cover explains more with every keyword', () => {
  const { keywords } = analyzeKeywords(model, text, { topN: 8, select: 'cover' });
  assert.equal(keywords.length, 8);
  assert.ok(keywords.some(({ explains }) => explains!.length > 0));
  for (const [k, { score }] of keywords.entries()) {
    assert.ok(score > 0);
    // Greedy gains of a submodular function never rise.
    if (k) assert.ok(score <= keywords[k - 1].score + 1e-9);
  }
  assert.deepEqual(
    extractKeywords(model, text, { topN: 3, select: 'cover' }).map((keyword) => keyword.text),
    keywords.slice(0, 3).map((keyword) => keyword.text),
  );
});

test('absent keywords are words of the vocabulary that the text does not say', () => {
  const { absent } = analyzeKeywords(model, text, { absent: 20 });
  assert.equal(absent!.length, 20);
  for (const [i, { text: word, score }] of absent!.entries()) {
    assert.ok(!model.tokenizer.words(text).includes(word), word);
    assert.ok(model.model.vocabulary.indexOf(word) !== undefined);
    if (i) assert.ok(score <= absent![i - 1].score);
  }
  const words = absent!.map(({ text }) => text);
  assert.ok(words.filter((word) => /星|宇宙|月|天|日|轨道|地球/.test(word)).length >= 5, words.join(' '));
});

test('no absent keyword is a form of a word that the text says, nor of another one', async () => {
  const english = await loadModel('en');
  const told = 'The boat left the harbour at dawn, and the crew lowered the sails before the boat reached the shore.';
  const words = analyzeKeywords(english, told, { absent: 20 }).absent!.map(({ text }) => text);
  assert.equal(words.length, 20);
  const forms = [['ship', 'ships'], ['vessel', 'vessels'], ['boats'], ['sail']];
  assert.deepEqual(
    forms.map((one) => words.filter((word) => one.includes(word)).length),
    [1, 1, 0, 0],
    words.join(' '),
  );
});

test('signs and stop words alone have no absent keywords', async () => {
  const english = await loadModel('en');
  for (const said of ['?', '... !', 'of the', '42']) {
    assert.deepEqual(analyzeKeywords(english, said, { absent: 3 }).absent, [], said);
  }
  for (const said of ['？', '。！', '的', '因为和']) {
    assert.deepEqual(analyzeKeywords(model, said, { absent: 3 }).absent, [], said);
  }
  assert.equal(analyzeKeywords(english, 'Planets?', { absent: 3 }).absent!.length, 3);
});

test('only given candidates are chosen, whatever their length', () => {
  const keywords = extractKeywords(model, text, { candidates: ['太阳系', '围绕着银河系的中心公转', '月亮'] });
  assert.deepEqual(new Set(keywords.map(({ text }) => text)), new Set(['太阳系', '围绕着银河系的中心公转']));
});

test('a model without document frequencies scores by counts', () => {
  const { words, counts } = model.model.vocabulary;
  const vocabulary = createVocabulary({ words, counts });
  const keywords = extractKeywords({ ...model, model: { ...model.model, vocabulary } }, text, { topN: 5 });
  assert.ok(keywords.some((keyword) => keyword.text === '太阳'));
});

test('English: phrases, their variants, and offsets of all of them', () => {
  const english = { ...model, tokenizer: createTokenizer({ tokenizer: 'wink' }) };
  const source = 'Support vector machines learn fast. A Support-Vector Machine is a classifier; kernels help it.';
  const [machine] = extractKeywords(english, source, { topN: 1, semanticWeight: 0 });
  assert.equal(machine.text, 'Support vector machines');
  assert.deepEqual(machine.variants, ['Support-Vector Machine']);
  assert.deepEqual(
    machine.offsets.map(([start, end]) => source.slice(start, end)),
    ['Support vector machines', 'Support-Vector Machine'],
  );
});

test('stop words can be replaced', () => {
  const texts = (options: ExtractOptions) =>
    extractKeywords(model, text, { topN: 1000, maxPhraseLength: 1, ...options }).map((keyword) => keyword.text);
  assert.ok(texts({}).includes('太阳'));
  const others = texts({ stopWordList: ['太阳', '恒星'] });
  assert.ok(!others.includes('太阳') && !others.includes('恒星'));
  assert.ok(others.length > 0);
});
