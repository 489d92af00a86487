import assert from 'node:assert/strict';
import { test } from 'node:test';
import { extractKeywords } from '../../packages/core/dist/node.js';
import { models } from './candidates.js';
import { chinese, english } from './ranking-set.js';

const small = (words: readonly string[]) => words.map((word) => word.toLowerCase());

for (const [language, texts] of Object.entries({ zh: chinese, en: english })) {
  for (const { kind, text, first, never } of texts) {
    test(`${language}, ${kind}: what it is about comes first, and what no editor would print does not`, () => {
      const found = small(extractKeywords(models[language as 'zh' | 'en'], text, { topN: 8 }).map(({ text }) => text));
      for (const word of small(first)) assert.ok(found.slice(0, 4).includes(word), `${word}: ${found.join(', ')}`);
      for (const word of small(never)) assert.ok(!found.includes(word), `${word}: ${found.join(', ')}`);
    });
  }
}
