import assert from 'node:assert/strict';
import { test } from 'node:test';
import { presets } from '../../packages/core/dist/extract/presets.js';
import { priorTerms } from '../../packages/core/dist/extract/prior-terms.js';
import { extractKeywords, loadModel, type PriorWeights, textKinds } from '../../packages/core/dist/node.js';

const model = await loadModel('en');
const text = 'The recycle bin was empty. The recycle bin of the office holds paper.';
const weightsOf = (weights: Record<string, number>): PriorWeights => ({ version: 1, language: 'en', weights });
const first = (weights: PriorWeights | string) => extractKeywords(model, text, { weights })[0].text;
const refused = (weights: unknown, message: RegExp, code = 'INVALID_WEIGHTS') =>
  assert.throws(() => first(weights as PriorWeights), { code, message });

test('given weights rank instead of the shipped ones', () => {
  assert.equal(first(weightsOf({ twoWords: 30 })), 'recycle bin');
  assert.notEqual(first(weightsOf({ oneWord: 30 })), 'recycle bin');
});

test('weights that cannot be used are refused with what to do', () => {
  refused({ version: 2, language: 'en', weights: {} }, /version 2 of the weights; .* version 1. Fit them again/);
  refused({ version: 1, language: 'French', weights: {} }, /language is "French"; expected one by ISO 639/);
  refused({ version: 1, language: 'fr', weights: {} }, /for texts in French \(fr\); this text is in English \(en\)/);
  refused(weightsOf({ onWord: 1 }), /no term "onWord"/);
  refused(weightsOf({ oneWord: 1e9 }), /weight of oneWord must be a number from -1000 to 1000, got 1000000000/);
  refused(weightsOf({ oneWord: Number.NaN }), /weight of oneWord/);
  refused({}, /^weights has no weights: expected what telltale fit writes, \{"version": 1/);
  refused({ version: 1, language: 'en', weights: [] }, /has no weights/);
  refused({ version: 1, language: 'zh', weights: {} }, /for texts in Chinese \(zh\); this text is in English/);
  refused('poems', /no weights "poems"; expected abstract, news/, 'INVALID_OPTION');
  refused('constructor', /no weights "constructor"/, 'INVALID_OPTION');
  refused(5, /^weights must be one of abstract/, 'INVALID_OPTION');
});

test('the largest weights still give scores that can be compared', () => {
  for (const weight of [1000, -1000]) {
    const weights = weightsOf(Object.fromEntries(priorTerms.map(({ name }) => [name, weight])));
    const keywords = extractKeywords(model, text, { weights });
    assert.ok(keywords.length >= 3);
    for (const { score } of keywords) assert.ok(Number.isFinite(score) && score > 0, `${score}`);
  }
});

test('every preset weighs terms that there are, and ranks texts in its languages', async () => {
  const models = { en: model, zh: await loadModel('zh') };
  const texts = { en: text, zh: '太阳是一颗恒星，行星围绕着太阳公转。' };
  for (const kind of textKinds) {
    const languages = Object.keys(presets[kind]) as ('en' | 'zh')[];
    assert.ok(languages.length > 0, kind);
    for (const language of languages) {
      for (const name of Object.keys(presets[kind][language]!)) {
        assert.ok(
          priorTerms.some((term) => term.name === name),
          `${kind}: ${name}; run evaluation/fit-presets.mjs again`,
        );
      }
      assert.ok(extractKeywords(models[language], texts[language], { weights: kind }).length > 0);
    }
  }
  assert.throws(() => extractKeywords(models.zh, texts.zh, { weights: 'news' }), {
    code: 'INVALID_WEIGHTS',
    message:
      /news are for texts in English \(en\); this text is in Chinese \(zh\), for which there are abstract, post, title\. /,
  });
  assert.throws(() => extractKeywords(models.en, text, { weights: 'news', lang: 'fr' }), {
    code: 'INVALID_WEIGHTS',
    message: /this text is in French \(fr\), for which there are none\. Leave them out/,
  });
});
