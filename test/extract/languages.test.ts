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
