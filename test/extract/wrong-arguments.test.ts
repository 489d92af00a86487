import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  analyzeKeywords,
  analyzeKeywordsWithEncoder,
  compileTags,
  detectLanguage,
  type Encoder,
  encodeTags,
  extractKeywords,
  KeywordError,
  languageOfText,
  learnTags,
  loadModel,
  logLikelihoods,
  modelForText,
  suggestTags,
  suggestTagsWithEncoder,
  suggestTitled,
  type TextModel,
} from '../../packages/core/dist/node.js';

/** What programs without types give. */
const noTexts: readonly [unknown, string][] = [
  [5, 'a number'],
  [null, 'null'],
  [undefined, 'undefined'],
  [['a'], 'an array'],
  [{ text: 'a' }, 'an object'],
];

test('every function of a text says what it was given in place of one', async () => {
  const model = await loadModel('en');
  const encoder: Encoder = { name: 'one', dim: 2, embed: async (texts) => texts.map(() => Float32Array.of(1, 0)) };
  const tags = compileTags([{ id: 'boat', label: 'boat' }], model);
  const encoded = await encodeTags(tags, encoder);
  const functions: Record<string, (text: string) => unknown> = {
    extractKeywords: (text) => extractKeywords(model, text),
    extractTitled: (text) => extractKeywords(model, text, { title: 'Boats', lang: 'en' }),
    analyzeKeywords: (text) => analyzeKeywords(model, text, { explain: true }),
    analyzeKeywordsWithEncoder: (text) => analyzeKeywordsWithEncoder(model, encoder, text),
    logLikelihoods: (text) => logLikelihoods(encoder, text, ['boat']),
    suggestTags: (text) => suggestTags(tags, text),
    suggestTagsWithEncoder: (text) => suggestTagsWithEncoder(encoded, encoder, text),
    suggestTitled: (text) => suggestTitled(tags, { text, title: 'Boats' }),
    learnTags: (text) => learnTags(tags, [{ text, tags: ['boat'] }]),
    detectLanguage,
    languageOfText: (text) => languageOfText(text, 'en'),
    modelForText: modelForText('auto'),
  };
  for (const [name, call] of Object.entries(functions)) {
    for (const [given, kind] of noTexts) {
      await assert.rejects(
        async () => call(given as string),
        (error: Error) => {
          assert.ok(error instanceof KeywordError, `${name} of ${kind}: ${error.stack}`);
          assert.equal(error.code, 'INVALID_TEXT');
          assert.equal(error.message, `text must be a string, but is ${kind}.`, name);
          return true;
        },
      );
    }
  }
});

test('what is no model, often the promise of one, is refused with what to do', async () => {
  const wrong: readonly [unknown, RegExp][] = [
    [loadModel('en'), /^model must be what loadModel returns, but is a promise\. Await it/],
    [modelForText(), /but is a function\. Call that of modelForText with the text and await it/],
    [undefined, /but is undefined\./],
    ['en', /but is a string\./],
    [{}, /but is an object\./],
  ];
  for (const [given, message] of wrong) {
    for (const call of [
      () => extractKeywords(given as TextModel, 'The boat was repaired.'),
      () => compileTags([{ id: 'boat', label: 'boat' }], given as TextModel),
    ])
      assert.throws(call, { code: 'INVALID_OPTION', message });
  }
});

test('modelForText refuses what names no model before it is given a text', () => {
  assert.throws(() => modelForText('The boat was repaired.'), {
    code: 'FILE_NOT_FOUND',
    message: /^There is no model "The boat was repaired\."\. Expected/,
  });
  for (const name of ['auto', 'zh', 'de']) assert.equal(typeof modelForText(name), 'function');
});
