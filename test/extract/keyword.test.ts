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

test('a foreign name and its last part are one keyword, the whole name first', async () => {
  const zh = await loadModel('zh');
  for (const [text, name, variants, count] of [
    ['特朗普抵达。唐纳德·特朗普总统会见记者，特朗普讲话。', '唐纳德·特朗普', ['特朗普'], 3],
    ['罗德·罗森斯坦负责监督，罗森斯坦表示同意。', '罗德·罗森斯坦', ['罗森斯坦'], 2],
    ['康德的哲学。伊曼努尔·康德生于柯尼斯堡。', '伊曼努尔·康德', ['康德'], 2],
    ['卡西米尔·冯克发现维生素。冯克是化学家。', '卡西米尔·冯克', ['冯克'], 2],
    ['普京表示。弗拉基米尔·普京会见代表团，普京讲话。', '弗拉基米尔·普京', ['普京'], 3],
    // The last name of two is of neither.
    ['布什讲话。乔治·布什是总统。芭芭拉·布什是他的母亲。', '乔治·布什', undefined, 1],
    ['布什讲话。乔治·布什是总统。芭芭拉·布什是他的母亲。', '芭芭拉·布什', undefined, 1],
  ] as const) {
    const found = extractKeywords(zh, text, { topN: 20 }).find((keyword) => keyword.text === name);
    assert.ok(found, `${name}: ${text}`);
    assert.deepEqual(found.variants, variants, text);
    assert.equal(found.count, count, text);
  }
});
