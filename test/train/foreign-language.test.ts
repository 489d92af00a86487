import assert from 'node:assert/strict';
import { test } from 'node:test';
import { foreignLanguageWarning } from '../../packages/core/dist/train/foreign-language.js';

const english = ['the', 'sun', 'is', 'a', 'star', ',', '2020'];
const chinese = ['的', '太阳', '恒星', '是', 'CPU', '，'];
const russian = ['солнце', 'звезда', 'и'];
const equal = (words: string[]) => words.map(() => 10);

test('a corpus in another language than its tokenizer cuts is warned of', () => {
  assert.match(foreignLanguageWarning('jieba', english, equal(english))!, /Only 0 % .*`tokenizer` wink for English/);
  assert.match(foreignLanguageWarning('wink', chinese, equal(chinese))!, /Only 20 % .*`tokenizer` jieba/);
  assert.match(foreignLanguageWarning('wink', russian, equal(russian))!, /intl for other languages/);
  // A few Chinese names do not make a text Chinese.
  const names = [...english, '太阳'];
  assert.match(foreignLanguageWarning('jieba', names, [...equal(english), 1])!, /Only 2 %/);
});

test('a corpus in the language of its tokenizer is not', () => {
  assert.equal(foreignLanguageWarning('jieba', chinese, equal(chinese)), undefined);
  assert.equal(foreignLanguageWarning('wink', english, equal(english)), undefined);
  assert.equal(foreignLanguageWarning('jieba', ['2020', ','], [5, 5]), undefined);
  for (const any of ['intl', 'whitespace'] as const) {
    assert.equal(foreignLanguageWarning(any, english, equal(english)), undefined);
    assert.equal(foreignLanguageWarning(any, chinese, equal(chinese)), undefined);
  }
});
