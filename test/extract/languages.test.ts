import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { analyzeKeywords, modelForText } from '../../packages/core/dist/node.js';
import { fixture } from '../support.js';

const modelOf = modelForText('auto');

for (const file of readdirSync(fixture('languages'))) {
  const language = file.slice(0, 2);
  test(`${language}: the subject of a text is among its keywords, no function word is`, async () => {
    const texts = JSON.parse(readFileSync(fixture('languages', file), 'utf8'));
    for (const { text, has, hasNot } of texts) {
      const analysis = analyzeKeywords(await modelOf(text), text, { topN: 10 });
      assert.equal(analysis.language, language, text);
      const found = analysis.keywords.flatMap((keyword) => [keyword.text, ...(keyword.variants ?? [])]);
      const lowered = found.map((keyword) => keyword.toLowerCase());
      const list = found.join(', ');
      for (const word of has) assert.ok(lowered.includes(word.toLowerCase()), `no ${word} in ${list}`);
      for (const word of hasNot) assert.ok(!lowered.includes(word.toLowerCase()), `${word} in ${list}`);
    }
  });
}

test('days and months are no keywords in any of the languages', async () => {
  for (const text of [
    'Mittwoch tagt der Stadtrat über Radwege. Der Stadtrat will im Februar am Mittwoch neue Radwege planen.',
    'Mercredi, le musée ouvre une exposition. En février, le musée fermera chaque mercredi.',
    'Музей открыл выставку. В феврале и январе музей закрыт, понедельник и четверг остаются выходными.',
    '박물관은 수요일에 전시회를 연다. 박물관 전시회는 수요일마다 무료다.',
  ]) {
    const { keywords } = analyzeKeywords(await modelOf(text), text, { topN: 10 });
    assert.ok(keywords.length > 0);
    const list = keywords.map((keyword) => keyword.text).join(', ');
    assert.doesNotMatch(list, /mittwoch|februar|mercredi|février|понедельник|четверг|수요일/iu);
  }
});
