import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { matchKey } from '../../packages/core/dist/evaluate/match-keywords.js';
import { root } from '../support.js';

interface OwnText {
  id: string;
  lang: string;
  kind: string;
  text: string;
  want: string[];
  strike: string[];
}

const kinds = 'news finance medicine law sports recipe chat review classical blog transcript product'.split(' ');

const sets = [
  { lang: 'zh', ofEachKind: 3, length: (text: string) => text.length, shortest: 100, longest: 350 },
  { lang: 'en', ofEachKind: 2, length: (text: string) => text.split(/\s+/).length, shortest: 90, longest: 250 },
];

for (const { lang, ofEachKind, length, shortest, longest } of sets) {
  const file = `evaluation/editor/${lang}_own.jsonl`;
  const lines = readFileSync(join(root, file), 'utf8').trimEnd().split('\n');
  const texts = lines.map((line): OwnText => JSON.parse(line));

  test(`${file}: every kind as often, ids unique`, () => {
    const numberOf = (kind: string) => texts.filter((text) => text.kind === kind).length;
    assert.deepEqual(kinds.map(numberOf), Array(kinds.length).fill(ofEachKind));
    assert.equal(texts.length, kinds.length * ofEachKind);
    assert.equal(new Set(texts.map(({ id }) => id)).size, texts.length);
    assert.deepEqual(
      texts.filter((text) => text.lang !== lang),
      [],
    );
  });

  test(`${file}: texts and lists are as long as they should be`, () => {
    for (const { id, text, want, strike } of texts) {
      assert.ok(length(text) >= shortest && length(text) <= longest, `${id}: length ${length(text)}`);
      assert.ok(want.length >= 6 && want.length <= 12, `${id}: ${want.length} wanted`);
      assert.ok(strike.length >= 10, `${id}: ${strike.length} struck`);
    }
  });

  test(`${file}: the text has every marked word, spelled so`, () => {
    for (const { id, text, want, strike } of texts) {
      assert.deepEqual(
        [...want, ...strike].filter((word) => !text.includes(word)),
        [],
        id,
      );
    }
  });

  test(`${file}: no word is marked twice`, () => {
    for (const { id, want, strike } of texts) {
      const keys = [...want, ...strike].map((word) => matchKey(word, lang));
      assert.deepEqual(
        keys.filter((key, i) => keys.indexOf(key) !== i),
        [],
        id,
      );
    }
  });
}
