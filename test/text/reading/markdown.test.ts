import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createTokenizer, extractKeywords, loadModel } from '../../../packages/core/dist/node.js';
import { readTokens } from '../../../packages/core/dist/text/reading/read-tokens.js';

const wink = createTokenizer({ tokenizer: 'wink' });
const model = await loadModel('en');
const zh = await loadModel('zh');

const wordsOf = (text: string) =>
  readTokens(text, wink)
    .filter(({ kind }) => !kind)
    .map(({ start, end }) => text.slice(start, end))
    .join(' ');

test('signs that show how words are set are not read', () => {
  for (const [text, words] of [
    ['**Deep learning** models', 'Deep learning models'],
    ['We train **deep** learning', 'We train deep learning'],
    ['***very bold*** words', 'very bold words'],
    ['the ~~old plan~~ new plan', 'the old plan new plan'],
    ['**a** and **b**', 'a and b'],
    ['# Deep learning', 'Deep learning'],
    ['### Deep learning\n\nText', 'Deep learning Text'],
    ['> quoted words\n> > twice', 'quoted words twice'],
  ]) {
    assert.equal(wordsOf(text), words);
  }
});

test('signs that are not Markdown stay', () => {
  for (const [text, words] of [
    ['2 ** 3 ** 4', '2 * * 3 * * 4'],
    ['A* search', 'A * search'],
    ['b*c*d', 'b * c * d'],
    ['a ~ b', 'a ~ b'],
    ['** never closed', '* * never closed'],
    ['well-known', 'well-known'],
    ['C# is', 'C# is'],
    ['- ', '-'],
    ['# \n', '#'],
  ]) {
    assert.equal(wordsOf(text), words);
  }
});

test('bullets are no words, and their lines are phrases of their own', () => {
  for (const bullet of [
    '- ',
    '* ',
    '+ ',
    '• ',
    '•',
    '▪ ',
    '● ',
    '◦ ',
    '→ ',
    '✓ ',
    '– ',
    '  - ',
    '> - ',
    '1. ',
    '1) ',
    '(1) ',
    'a) ',
  ]) {
    const text = `${bullet}coral reefs\n${bullet}warm water\n`;
    assert.deepEqual(
      extractKeywords(model, text)
        .map(({ text }) => text)
        .sort(),
      ['coral reefs', 'warm water'],
      JSON.stringify(bullet),
    );
  }
  for (const bullet of ['● ', '· ', '①', '（一）', '1、', '-', '※']) {
    const found = extractKeywords(zh, `${bullet}珊瑚白化\n${bullet}海水温度`, { select: 'cover' }).map(
      ({ text }) => text,
    );
    assert.deepEqual(found.sort(), ['海水温度', '珊瑚白化'], bullet);
  }
});

test('a phrase with a word in bold is one, and is shown without the signs', () => {
  for (const [text, phrase, place] of [
    ['We train **deep** learning models here.', 'deep learning models', '**deep** learning models'],
    ['**Coral** reefs die.', 'Coral reefs', '**Coral** reefs'],
    ['The warm **coral reefs** die.', 'warm coral reefs', 'warm **coral reefs**'],
    ['The ~~warm~~ coral reefs die.', 'warm coral reefs', '~~warm~~ coral reefs'],
    ['The ***warm*** reefs die.', 'warm reefs', '***warm*** reefs'],
  ]) {
    const keyword = extractKeywords(model, text).find(({ text }) => text === phrase);
    assert.ok(keyword, text);
    const [[start, end]] = keyword.offsets;
    assert.equal(text.slice(start, end).replace(/^[*~]+|[*~]+$/g, ''), place.replace(/^[*~]+|[*~]+$/g, ''));
  }
});

test('front matter, fenced code and the addresses of links are no words', () => {
  for (const [text, words] of [
    ['---\ntitle: Old\ntags: [a, b]\n---\nReefs die.', 'Reefs die .'],
    ['Reefs:\n```js\nconst a = `b + c`;\n```\nthey die.', 'Reefs : they die .'],
    ['~~~\nls -l\n~~~\nReefs die.', 'Reefs die .'],
    ['[Reefs](https://a.b/c) die.', '[ Reefs ] die .'],
    ['[Reefs](a.md "On reefs") die.', '[ Reefs ] die .'],
    ['![Reefs](cat.png)', '! [ Reefs ]'],
    ['```\nReefs never closed', '` ` ` Reefs never closed'],
  ]) {
    assert.equal(wordsOf(text), words);
  }
});
