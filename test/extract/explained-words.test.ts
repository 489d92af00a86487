import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TIMES_LIKELIER } from '../../packages/core/dist/extract/explained-words.js';
import { strongestKeywords } from '../../packages/core/dist/index.js';
import { analyzeKeywords, loadModel, modelForText } from '../../packages/core/dist/node.js';

const typhoon =
  '受台风影响，沿海出现特大暴雨，降雨量大，渔船全部回港，风力很强，中小学停课。消防员搜救被困居民，记者的膝盖泡在水里。台风将在夜间登陆，登陆后要警惕山洪。';
const zh = await loadModel('zh');
const en = await loadModel('en');

test('a keyword explains the words that it makes clearly likelier, and no others', () => {
  const { keywords } = analyzeKeywords(zh, typhoon, { explain: true, candidates: ['台风'] });
  const [{ explains }] = keywords;
  const { vocabulary } = zh.model;
  const timesLikelier = (word: string) => {
    const at = vocabulary.indexOf(word)!;
    const given = zh.model.logProbability(at, vocabulary.indexOf('台风')!);
    return Math.exp(given) / (vocabulary.counts[at] / vocabulary.tokenCount);
  };
  const words = [...new Set(zh.tokenizer.words(typhoon))].filter((word) => vocabulary.indexOf(word) !== undefined);
  const expected = words.filter((word) => word !== '台风' && timesLikelier(word) >= TIMES_LIKELIER);
  assert.deepEqual(new Set(explains), new Set(expected));
  assert.ok(explains!.includes('登陆') && explains!.length > 3, explains!.join(' '));
  for (const chance of ['膝盖', '记者', '出现', '全部']) assert.ok(!explains!.includes(chance), chance);
  const ordered = explains!.map(timesLikelier);
  assert.deepEqual(
    ordered,
    ordered.toSorted((a, b) => b - a),
  );
});

test('a word is explained by one keyword, and a word of a keyword by none', () => {
  for (const [model, text] of [
    [zh, typhoon],
    [en, 'The court heard the patent case. The defendant was found liable for damages, and the plaintiff appealed.'],
  ] as const) {
    for (const select of ['distinct', 'cover'] as const) {
      const { keywords } = analyzeKeywords(model, text, { explain: true, select, lambda: 0.3, topN: 4 });
      const all = keywords.flatMap(({ explains }) => explains!);
      assert.ok(all.length > 0);
      assert.equal(new Set(all).size, all.length);
      const own = new Set(keywords.flatMap((keyword) => model.tokenizer.words(keyword.text)));
      for (const word of all) assert.ok(!own.has(word.toLowerCase()), word);
    }
  }
});

test('explained words are spelled as the text spells them', () => {
  const text = '受颱風影響，沿海出現豪雨，漁船全部回港，中小學停課。颱風將在夜間登陸，登陸後要警惕山洪。';
  const { keywords } = analyzeKeywords(zh, text, { explain: true, topN: 4 });
  const all = keywords.flatMap(({ explains }) => explains!);
  assert.ok(all.includes('漁船'), all.join(' '));
  for (const word of all) assert.ok(text.includes(word), word);
});

test('every token belongs to a keyword that has or clearly explains it, or to none', () => {
  const analysis = analyzeKeywords(zh, typhoon, { explain: true, topN: 4, title: '台风登陆' });
  const { keywords, explanation } = analysis;
  const { tokens, explainedBy } = explanation!;
  assert.equal(explainedBy.length, tokens.length);
  for (const [t, [start, end]] of tokens.entries()) {
    const word = typhoon.slice(start, end);
    const holding = keywords.findIndex(({ offsets }) => offsets.some(([from, to]) => start >= from && end <= to));
    if (holding >= 0) assert.equal(explainedBy[t], holding, word);
    else if (explainedBy[t] >= 0) {
      const { text, explains } = keywords[explainedBy[t]];
      assert.ok(
        explains!.includes(word) || keywords.some((keyword) => keyword.text.includes(word)),
        `${text}: ${word}`,
      );
    }
    assert.equal(strongestKeywords(analysis)[t].keyword, explainedBy[t]);
  }
  for (const word of ['膝盖', '的', '，']) {
    assert.equal(explainedBy[tokens.findIndex(([start, end]) => typhoon.slice(start, end) === word)], -1, word);
  }
});

test('in a language without a model keywords explain nothing but themselves', async () => {
  const text =
    'Der Imker öffnet den Bienenstock. Die Bienen sammeln Nektar, und der Imker erntet den Honig der Bienen.';
  const { keywords } = analyzeKeywords(await modelForText('auto', {}, 'auto')(text), text, { explain: true });
  assert.ok(keywords.length > 3);
  for (const { text, explains } of keywords) assert.deepEqual(explains, [], text);
});
