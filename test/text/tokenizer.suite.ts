import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Tokenizer } from '../../packages/core/dist/node.js';
import { normalize } from '../../packages/core/dist/text/normalize.js';

/** Strings that have broken tokenizers before. */
const awkward = [
  '',
  ' \t\r\n\u3000',
  '太阳是一颗恒星',
  '\ufeff太阳\r\n恒星\r\n',
  'constructor __proto__ toString hasOwnProperty',
  '𠮷野家的𠮷字',
  '👩‍👩‍👧‍👦全家福👍🏽',
  'a\ud800b\udc00c\udfff',
  'ＡＢＣ１２３，。！',
  'ﬁne ﬂow Ⅳ ㎏ ①',
  'İstanbul ΟΔΟΣ Straße',
  'e\u0301te\u0301 ｶﾞｷﾞ 한국어 \u1112\u1161\u11ab',
  'C++ and C# and .NET',
  '1…2…3……',
];

/** What holds of every tokenizer; run on each. */
export function tokenizerSuite(name: string, tokenizer: Tokenizer): void {
  const { normalization } = tokenizer.description;

  function check(text: string): void {
    const tokens = tokenizer.tokenize(text);
    let start = 0;
    let end = 0;
    for (const token of tokens) {
      // Words of one expanded character all have its offsets; without normalization nothing is expanded.
      const apart = token.start >= end || (normalization !== 'none' && token.start >= start && token.end >= end);
      assert.ok(apart && token.end > token.start && token.end <= text.length, JSON.stringify({ text, tokens }));
      assert.equal(text.slice(end, token.start).trim(), '', `between tokens of ${JSON.stringify(text)}`);
      assert.notEqual(token.word.trim(), '');
      // Where a token's characters did not merge with its neighbours' it spells what stands at its offsets.
      const slice = normalize(text.slice(token.start, token.end), normalization);
      assert.ok(slice.includes(token.word), `${JSON.stringify(token)} of ${JSON.stringify(text)}`);
      start = token.start;
      end = token.end;
    }
    assert.equal(text.slice(end).trim(), '');
    assert.deepEqual(
      tokenizer.words(text),
      tokens.map(({ word }) => word),
    );
  }

  test(`${name}: offsets, order and words of awkward strings`, () => {
    for (const text of awkward) check(text);
    check(awkward.join('。'));
  });

  test(`${name}: offsets, order and words of any string`, () => {
    const any = fc.string({ unit: 'binary', maxLength: 30 });
    const halves = fc.array(fc.constantFrom('\ud800', '\udc00', '太阳', 'a', ' ', '한', 'e\u0301'), { maxLength: 12 });
    fc.assert(fc.property(any, check), { numRuns: 300 });
    fc.assert(
      fc.property(
        halves.map((parts) => parts.join('')),
        check,
      ),
      { numRuns: 300 },
    );
  });

  test(`${name}: names of Object.prototype are words`, () => {
    const words = tokenizer.words('constructor __proto__ toString');
    assert.ok(
      words.some((word) => word.toLowerCase() === 'constructor') &&
        words.some((word) => word.toLowerCase() === 'tostring'),
    );
  });
}
