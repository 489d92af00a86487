import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { stemmer } from 'stemmer';
import { compareRankings, matchKey, matchKeys, placesIn, porterStem } from '../../packages/core/dist/node.js';
import { fixture } from '../support.js';

test("stems are those of NLTK's default Porter stemmer", () => {
  const lines = readFileSync(fixture('nltk-stems.tsv'), 'utf8').trim().split('\n');
  assert.ok(lines.length > 3000);
  for (const line of lines) {
    const [word, stem] = line.split('\t');
    assert.equal(porterStem(word), stem, word);
  }
});

test('stems differ from those of Martin Porter where papers print others', () => {
  for (const [word, stem] of [
    ['they', 'they'],
    ['may', 'may'],
    ['used', 'use'],
    ['dying', 'die'],
    ['flies', 'fli'],
    ['enjoy', 'enjoy'],
  ]) {
    assert.equal(porterStem(word), stem);
    if (word !== 'flies') assert.notEqual(stemmer(word), stem, word);
  }
});

test('keywords match by stems in English, and without endings in Polish and Russian', () => {
  assert.equal(matchKey('Neural Networks', 'en'), matchKey('neural network', 'en'));
  assert.equal(matchKey('układy scalone', 'pl'), matchKey('układu scalonego', 'pl'));
  assert.equal(matchKey('экономического роста', 'ru'), matchKey('Экономический рост', 'ru'));
  for (const [lang, plural, singular] of [
    ['fr', 'lancements', 'lancement'],
    ['pt', 'eleições', 'eleição'],
    ['de', 'Netze', 'Netz'],
    ['es', 'redes', 'rede'],
  ]) {
    assert.notEqual(matchKey(plural, lang), matchKey(singular, lang));
    assert.equal(matchKey(` ${plural.toUpperCase()}  X`, lang), `${plural.toLowerCase()} x`);
  }
});

test('keywords of languages without spaces match with and without them', () => {
  for (const [lang, spaced, plain] of [
    ['zh', 'Lyapunov 函数', 'lyapunov函数'],
    ['ja', '機械 学習', '機械学習'],
    ['ja', 'ＡＩ モデル', 'aiモデル'],
  ]) {
    assert.equal(matchKey(spaced, lang), plain);
  }
  assert.deepEqual(matchKeys(['機械 学習', '機械学習', ' '], 'ja'), ['機械学習']);
});

test('a keyword before punctuation is present', () => {
  const text =
    'We study kernel methods, (neural networks); "graph theory": U.S. law. End-to-end learning? Yes, boosting!';
  const places = placesIn(text, 'en');
  for (const keyword of [
    'kernel method',
    'neural network',
    'graph theory',
    'U.S. law',
    'end to end learning',
    'boosting',
  ]) {
    assert.equal(places(keyword).length, 1, keyword);
  }
  for (const absent of ['kernel', 'methods neural', 'raph theory', 'learn end', '', '!']) {
    assert.equal(places(absent).length, absent === 'kernel' || absent === 'methods neural' ? 1 : 0, absent);
  }
  const rows = compareRankings(
    [{ text, keywords: ['boosting', 'bagging'] }],
    [{ method: 'm', keywords: [['boosting']] }],
    'en',
    'present',
  );
  assert.equal(rows[0].means['R@5'], 1);
});

test('a keyword inside a longer word is absent', () => {
  for (const [text, keyword, lang] of [
    ['the cats', 'cat', 'en'],
    ['concatenate', 'cat', 'en'],
    ['C++ and C#', 'C', 'en'],
    ['MAIN 函数', 'AI', 'zh'],
    ['is AI ok', 'sai', 'zh'],
    ['共 15 个', '5', 'zh'],
    ['les chats', 'chat', 'fr'],
  ] as const) {
    assert.equal(placesIn(text, lang)(keyword).length, text === 'the cats' ? 1 : 0, `${keyword} in ${text}`);
  }
});

test('a Chinese keyword is present whatever stands beside it', () => {
  const places = placesIn('用Lyapunov 函数，AI伺服器与 5G 手机；太阳\n系', 'zh');
  for (const keyword of ['Lyapunov函数', '函数', 'AI', 'AI伺服器', '5G手机', '太阳系', '《手机》']) {
    assert.equal(places(keyword).length, 1, keyword);
  }
});

test('places are in order and apart', () => {
  assert.deepEqual(placesIn('a a a b a a', 'en')('a a'), [0, 4]);
  assert.deepEqual(placesIn('哈哈哈哈', 'zh')('哈哈'), [0, 2]);
});
