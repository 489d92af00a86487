import assert from 'node:assert/strict';
import { test } from 'node:test';
import { extractKeywords, loadModel } from '../../packages/core/dist/node.js';

const en = await loadModel('en');

test('parts of speech are those of the tag set, without the marks of reading', () => {
  for (const [text, keyword, tags] of [
    ['It has degrees of freedom.', 'degrees of freedom', 'NOUN ADP NOUN'],
    ['The Bank of America paid.', 'Bank of America', 'PROPN ADP PROPN'],
    ['The 100 meter dash was won.', '100 meter dash', 'NUM NOUN NOUN'],
    ['The Windows 7 team won.', 'Windows 7 team', 'PROPN NUM NOUN'],
    ["They read Finnegan's Wake.", "Finnegan's Wake", 'PROPN PART PROPN'],
  ]) {
    const found = extractKeywords(en, text).find(({ text }) => text === keyword);
    assert.equal(found?.partOfSpeech, tags, text);
  }
});
