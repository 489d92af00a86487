import assert from 'node:assert/strict';
import { test } from 'node:test';
import { logPriors, priorWeights } from '../../packages/core/dist/extract/prior.js';
import { priorTerms, valueOfTerm } from '../../packages/core/dist/extract/prior-terms.js';
import { factsOf } from '../../packages/core/dist/extract/text-facts.js';
import { candidatesOf } from './candidates.js';

type Case = readonly [language: 'zh' | 'en', text: string, candidate: string, value: number];

const LONG = '行星，'.repeat(30);

/** Of each term what it says of candidates of texts. */
const cases: Record<string, readonly Case[]> = {
  oneWord: [
    ['zh', '太阳系质量', '太阳系', 1],
    ['zh', '太阳系质量', '太阳系质量', 0],
  ],
  twoWords: [
    ['zh', '太阳系质量', '太阳系质量', 1],
    ['en', 'The deep-learning models won.', 'deep-learning models', 0],
  ],
  threeWords: [
    ['en', 'The deep-learning models won.', 'deep-learning models', 1],
    ['zh', '太阳系质量', '太阳系质量', 0],
  ],
  oneCharacter: [
    ['zh', '大太阳', '大', 1],
    ['zh', '大太阳', '太阳', 0],
  ],
  twoCharacters: [
    ['zh', '大太阳', '太阳', 1],
    ['zh', '太阳系', '太阳系', 0],
  ],
  length: [
    ['zh', '大太阳', '太阳', Math.log(2)],
    ['en', 'The wall fell.', 'wall', Math.log(4)],
    ['en', 'The deep-learning models won.', 'deep-learning models', Math.log(10)],
  ],
  occurrences: [
    ['zh', '太阳，太阳，太阳', '太阳', Math.log(3)],
    ['zh', '太阳系质量，太阳系', '太阳系', 0],
    ['zh', '太阳系质量', '太阳系', Math.log(0.5)],
  ],
  onceWord: [
    ['zh', '太阳，恒星，恒星', '太阳', 1],
    ['zh', '太阳，恒星，恒星', '恒星', 0],
    ['zh', '太阳系质量', '太阳系质量', 0],
  ],
  onceNoNoun: [
    ['zh', '气温上升', '上升', 1],
    ['zh', '气温上升', '气温', 0],
    ['zh', '气温上升，股价上升', '上升', 0],
    ['zh', '气温上升', '气温上升', 0],
  ],
  oncePhrase: [
    ['zh', '太阳系质量', '太阳系质量', 1],
    ['zh', '太阳系质量，太阳系质量', '太阳系质量', 0],
    ['zh', '太阳系', '太阳系', 0],
  ],
  onceVerb: [
    ['zh', '气温上升', '气温上升', 1],
    ['zh', '太阳系质量', '太阳系质量', 0],
  ],
  clause: [
    ['zh', '出租人有权', '出租人有权', 1],
    ['zh', '船员认识', '船员认识', 1],
    ['zh', '环境安静', '环境安静', 1],
    ['zh', '更换小将', '更换小将', 1],
    ['zh', '更换小将，更换小将', '更换小将', 0],
    ['zh', '太阳系质量', '太阳系质量', 0],
    ['zh', '图像检测', '图像检测', 0],
  ],
  wordCounts: [
    ['zh', '太阳系质量，质量', '太阳系质量', Math.log(2) / 2],
    ['en', 'Reefs die; the reef is old.', 'Reefs', Math.log(2)],
  ],
  leastCount: [
    ['zh', '太阳系质量，质量', '太阳系质量', 0],
    ['zh', '太阳系质量，太阳系质量', '太阳系质量', Math.log(2)],
  ],
  lastCount: [
    ['zh', '太阳系质量，质量', '太阳系质量', Math.log(2)],
    ['zh', '太阳系质量，太阳系', '太阳系质量', 0],
  ],
  title: [
    ['zh', '太阳\n\n恒星很大。', '太阳', 1],
    ['zh', '太阳\n\n恒星很大。', '恒星', 0],
    ['zh', '太阳。恒星很大。', '太阳', 0],
  ],
  sentencesBefore: [
    ['zh', '太阳', '太阳', 0],
    ['zh', `${LONG}太阳`, '太阳', Math.log1p(60 / 20)],
  ],
  paragraphsBefore: [
    ['zh', '太阳', '太阳', 0],
    ['zh', `${LONG}太阳`, '太阳', Math.log1p(60 / 100)],
  ],
  spread: [
    ['zh', '太阳，恒星，太阳，恒星', '太阳', 4 / 7],
    ['zh', '太阳，恒星', '太阳', 0],
  ],
  rootSpread: [
    ['zh', '太阳，恒星，太阳，恒星', '太阳', Math.sqrt(4 / 7)],
    ['zh', '太阳，恒星', '太阳', 0],
  ],
  unknownWords: [
    ['zh', '恩格列净，恩格列净', '恩格列净', 1],
    ['zh', '太阳', '太阳', 0],
  ],
  keyness: [
    ['zh', '情况', '情况', -1.5],
    ['zh', '太阳', '太阳', 0],
    ['en', 'The networks won.', 'networks', 0.5],
    ['en', 'The reef grew.', 'reef', 0],
    ['en', 'A reef network grew.', 'reef network', 0.25],
  ],
  termhood: [
    ['zh', '老师谈痛风', '老师', -1],
    ['zh', '老师谈痛风', '痛风', 1],
    ['en', 'A visitor saw the inflation.', 'visitor', -1],
    ['en', 'A visitor saw the inflation.', 'inflation', 1],
    ['en', 'The gout visitor wrote.', 'gout visitor', 1],
    ['en', 'The qwertyish was old.', 'qwertyish', 0],
  ],
  termPhrase: [
    ['zh', '全球变暖', '全球变暖', 1],
    ['zh', '老师工作', '老师工作', 0],
    ['en', 'Kidney stones hurt.', 'Kidney stones', 1],
    ['en', 'Inflation grew.', 'Inflation', 0],
    ['en', 'Purple stones hurt.', 'Purple stones', 0],
  ],
  nounsOnly: [
    ['zh', '太阳系质量', '太阳系质量', 1],
    ['zh', '气温上升', '气温上升', 0],
  ],
  verbs: [
    ['zh', '气温上升', '气温上升', 0.5],
    ['zh', '气温上升', '上升', 1],
    ['zh', '气温', '气温', 0],
  ],
  verbFirst: [
    ['zh', '上升气温', '上升气温', 1],
    ['zh', '上升气温', '上升', 0],
    ['zh', '气温上升', '气温上升', 0],
  ],
  verbLast: [
    ['zh', '气温上升', '气温上升', 1],
    ['zh', '上升气温', '上升气温', 0],
  ],
  adjectiveLast: [
    ['zh', '太阳系很大', '太阳系很大', 1],
    ['zh', '大太阳', '大太阳', 0],
  ],
  nameLast: [
    ['en', 'They live in New York.', 'New York', 1],
    ['en', 'The wall fell.', 'wall', 0],
    ['zh', '太阳系质量', '太阳系质量', 0],
  ],
  latin: [
    ['zh', 'BERT模型', 'BERT模型', 1],
    ['zh', '模型', '模型', 0],
  ],
  hyphen: [
    ['en', 'The deep-learning models won.', 'deep-learning models', 1],
    ['en', 'The wall fell.', 'wall', 0],
  ],
  acronym: [
    ['en', 'A support vector machine (SVM) won.', 'support vector machine', 1],
    ['zh', '支持向量机（SVM）', '支持向量机', 1],
    ['en', 'A support vector machine (see there) won.', 'support vector machine', 0],
  ],
};

/** Terms of which the value is a number of the corpus. */
const ofCorpus = ['rarity', 'logRarity', 'leastRarity', 'burstiness'];

function termValue(name: string, [language, text, candidate]: readonly ['zh' | 'en', string, string, number?]): number {
  const { analysis, candidates } = candidatesOf(language, text);
  const found = candidates.get(candidate);
  assert.ok(found, `${candidate} in ${text}: ${[...candidates.keys()]}`);
  const term = priorTerms.find((term) => term.name === name)!;
  return valueOfTerm(term, [found], 0, factsOf(analysis, [found]));
}

for (const { name } of priorTerms) {
  if (name === 'cues' || ofCorpus.includes(name)) continue;
  test(`${name} says what it says`, () => {
    assert.ok(cases[name], `there are no cases of ${name}`);
    for (const one of cases[name]) {
      assert.ok(Math.abs(termValue(name, one) - one[3]) < 1e-12, `${one.join(' ')}: ${termValue(name, one)}`);
    }
  });
}

test('rare words, and those that come in bursts, have larger values; a phrase the mean of its words', () => {
  for (const name of ofCorpus) {
    const [common, rare] = ['中国，', '日冕，'].map((text) => termValue(name, ['zh', text, text.slice(0, 2)]));
    if (name !== 'burstiness') assert.ok(rare > common, `${name}: ${rare}, ${common}`);
    assert.ok(Number.isFinite(common) && Number.isFinite(rare), name);
  }
  const mean = (termValue('rarity', ['zh', '太阳系', '太阳系']) + termValue('rarity', ['zh', '质量', '质量'])) / 2;
  assert.ok(Math.abs(termValue('rarity', ['zh', '太阳系质量', '太阳系质量']) - mean) < 1e-12);
  const least = (text: string) => termValue('leastRarity', ['zh', text, text]);
  assert.equal(least('太阳系质量'), Math.min(least('太阳系'), least('质量')));
  const burst = (word: string) => termValue('burstiness', ['zh', word, word]);
  assert.ok(burst('恒星') > burst('影响'), `${burst('恒星')} ${burst('影响')}`);
});

test('the prior is the weighted sum of the terms, without those of places where these are left out', () => {
  const text = `太阳系质量\n\n${LONG}太阳系很大，太阳系质量很大。`;
  const { analysis, candidates } = candidatesOf('zh', text);
  const all = [...candidates.values()];
  for (const usesPosition of [true, false]) {
    const priors = logPriors(all, analysis, priorWeights.zh, usesPosition);
    const facts = factsOf(analysis, all);
    all.forEach((_, c) => {
      let sum = 0;
      for (const term of priorTerms) {
        if (usesPosition || !term.usesPosition)
          sum += (priorWeights.zh[term.name] ?? 0) * valueOfTerm(term, all, c, facts);
      }
      assert.ok(Math.abs(priors[c] - sum) < 1e-9);
    });
  }
});

test('every weight is of a term', () => {
  const names = priorTerms.map(({ name }) => name);
  for (const weights of Object.values(priorWeights)) {
    for (const name of Object.keys(weights)) assert.ok(names.includes(name), name);
  }
});
