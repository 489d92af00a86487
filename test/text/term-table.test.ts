import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadTerms } from '../../packages/core/dist/text/load-terms.js';
import { buildTermTable, hasHash, hashOfKeys, readTermTable } from '../../packages/core/dist/text/term-table.js';

test('what a table was made of is in it, and hardly anything else', () => {
  const terms = Array.from({ length: 5000 }, (_, i) => [`term${i}`, 'of', `${i * 7}`]);
  const { terms: table, general } = readTermTable(buildTermTable(terms, [['visitor']]));
  for (const term of terms) assert.ok(hasHash(table, hashOfKeys(term)), term.join(' '));
  const chance = Array.from({ length: 100_000 }, (_, i) => `other${i}`).filter((word) =>
    hasHash(table, hashOfKeys([word])),
  );
  assert.ok(chance.length < 10, `${chance.length}`);
  assert.ok(hasHash(general, hashOfKeys(['visitor'])) && !hasHash(general, hashOfKeys(['term1', 'of', '7'])));
});

test('a table of nothing has nothing', () => {
  const { terms, general } = readTermTable(buildTermTable([], []));
  assert.ok(!hasHash(terms, hashOfKeys(['a'])) && !hasHash(general, hashOfKeys([])));
});

test('however a term is cut, its hash is the same', () => {
  assert.equal(hashOfKeys(['多导', '睡眠', '监测']), hashOfKeys(['多导睡眠监测']));
  assert.notEqual(hashOfKeys(['睡眠', '多导']), hashOfKeys(['多导', '睡眠']));
});

test('what is no table is refused', () => {
  assert.throws(() => readTermTable(new ArrayBuffer(64)), /not a table of terms/);
});

test('the tables of both languages have terms and general words, in memory that threads share', () => {
  for (const [language, term, word] of [
    ['zh', ['幂等'], '老师'],
    ['en', ['kidney', 'stone'], 'visitor'],
  ] as const) {
    const { terms, general } = loadTerms(language);
    assert.ok(hasHash(terms, hashOfKeys(term)), language);
    assert.ok(hasHash(general, hashOfKeys([word])) && !hasHash(general, hashOfKeys(term)), language);
    assert.ok(terms.buffer instanceof SharedArrayBuffer);
  }
});
