import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { analyzeKeywords, extractKeywords, loadModel, wordIndexOf } from '../../packages/core/dist/node.js';
import { rankedAs, toSimplified } from '../../packages/core/dist/text/traditional.js';

test('Traditional Chinese becomes Simplified, of the same length', () => {
  assert.equal(toSimplified('這個軟體可以從資料庫讀取著名作家的書'), '这个软体可以从资料库读取著名作家的书');
  assert.equal(toSimplified('皇后與後來，乾燥與乾坤'), '皇后与后来，干燥与乾坤');
  assert.equal(
    toSimplified('這個座標優於單一，難以想像的論著，討論著專著'),
    '这个坐标优于单一，难以想象的论著，讨论着专著',
  );
  const simplified = '著名作家的书，乾坤，头发发现，喇叭，喇嘛，俾斯麦';
  assert.equal(toSimplified(simplified), simplified);
  // Rare characters whose simplified form is a surrogate pair.
  assert.equal(toSimplified('這個鱀').length, 3);
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => toSimplified(`這${text}`).length === text.length + 1),
  );
});

test('keywords of a Traditional Chinese text are spelled and found as the text has them', async () => {
  const model = await loadModel('zh');
  const text = '太陽是一顆恆星，也是太陽系的中心天體。太陽的能量來自核聚變，這個過程還會持續五十億年。';
  const keywords = extractKeywords(model, text, { topN: 3 });
  assert.ok(keywords.some((keyword) => keyword.text === '太陽'));
  for (const keyword of keywords) {
    for (const [start, end] of keyword.offsets) assert.equal(text.slice(start, end), keyword.text);
  }
  const simplified = extractKeywords(model, toSimplified(text), { topN: 3 });
  assert.deepEqual(
    keywords.map(({ text: word, score }) => [toSimplified(`這${word}`).slice(1), score]),
    simplified.map(({ text: word, score }) => [word, score]),
  );
});

test('particles and the characters of Hong Kong are read, words with 著 stay', () => {
  assert.equal(toSimplified('隨著看著，衞生、敍述、枱燈'), '随着看着，卫生、叙述、台灯');
  assert.equal(toSimplified('著名作家的著作，顯著，著手'), '著名作家的著作，显著，着手');
});

test('a short Traditional text is read', async () => {
  const model = await loadModel('zh');
  const found = extractKeywords(model, '台灣颱風路徑預測', { topN: 5 }).map(({ text }) => text);
  assert.ok(!found.includes('風路徑'), found.join(' '));
  for (const text of ['颱風路徑', '捷運與輕軌', '燒臘飯']) assert.notEqual(toSimplified(text), text);
});

test('a Simplified text that quotes Traditional characters stays as it is', () => {
  for (const text of [
    '这个字写作“藝術”，我们说那是过去的写法。',
    '乾隆年间，他们来到了这里',
    '于謙与时间赛跑，这是为了谁',
  ]) {
    assert.equal(toSimplified(text), text);
  }
});

test('function words of Cantonese are read as those of Mandarin, in their place', () => {
  assert.equal(toSimplified('流感高峰期喺一月開始，長者嘅保護'), '流感高峰期在一月开始，长者的保护');
  assert.equal(toSimplified('我哋琴日去咗旺角'), '我们琴日去了旺角');
});

test('words that a Traditional text does not say, or that explain it, are written in Traditional Chinese', async () => {
  const model = await loadModel('zh');
  const text = '這台電腦的軟體需要更新，電腦使用者搭乘捷運時可以用手機下載軟體。鱀蘭斯特無話可說。';
  const { absent, keywords, outOfVocabulary } = analyzeKeywords(model, text, { absent: 10, explain: true });
  const words = [...absent!.map((word) => word.text), ...keywords.flatMap(({ explains }) => explains ?? [])];
  assert.ok(words.includes('作業系統'), `${words}`);
  assert.equal(toSimplified(words.join('')) === words.join(''), false);
  for (const word of [...keywords.flatMap(({ explains }) => explains!), ...outOfVocabulary])
    assert.ok(text.includes(word), word);
  const simplified = analyzeKeywords(model, toSimplified(text), { absent: 10 }).absent!;
  assert.ok(simplified.some((word) => word.text === '作业系统'));
});

test('a word asked for in Traditional Chinese is found, and answered in it; others stay as they are', async () => {
  const { model } = await loadModel('zh');
  assert.equal(wordIndexOf(model.vocabulary, '電腦'), wordIndexOf(model.vocabulary, '电脑'));
  const answer = (asked: string, words: readonly string[]) =>
    rankedAs(
      asked,
      model,
      words.map((word) => ({ word, value: 1 })),
    ).map(({ word }) => word);
  assert.deepEqual(answer('電腦', ['皇后', '头发', '发展', '干净', '台北', 'linux']), [
    '皇后',
    '頭髮',
    '發展',
    '乾淨',
    '臺北',
    'linux',
  ]);
  assert.deepEqual(answer('电脑', ['头发']), ['头发']);
  assert.deepEqual(answer('star', ['头发']), ['头发']);
});
