import assert from 'node:assert/strict';
import { test } from 'node:test';
import { extractKeywords, modelForText } from '../../packages/core/dist/node.js';

test('names take time in proportion to the text, of whatever it is full', async () => {
  const model = await modelForText('auto')('Le maire promet un bassin.', 'fr');
  const contents = (i: number) => `Chapitre ${i} ${'. '.repeat(60)} ${i}\n`;
  const firm = (i: number) => `Le Naranjal Foods X${i} vend. `;
  for (const [name, text] of [
    ['brackets', '('.repeat(50_000)],
    ['a table of contents', Array.from({ length: 700 }, (_, i) => contents(i)).join('')],
    ['one name with many ends', Array.from({ length: 1500 }, (_, i) => firm(i)).join('')],
    ['a row of capitals', 'Paris '.repeat(8000)],
    ['a word of many hyphens', `Paris${'-en'.repeat(15_000)}`],
  ] as const) {
    // Processor time, of which quadratic time took up to 48 s.
    const before = process.cpuUsage();
    extractKeywords(model, text);
    const { user } = process.cpuUsage(before);
    assert.ok(user < 8e6, `${name}: ${user / 1e6} s`);
  }
});
