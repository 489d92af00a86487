import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { normalize, normalizeWithMap } from '../../packages/core/dist/text/normalize.js';
import { isStopWord, isWordLike } from '../../packages/core/dist/text/stop-words.js';

const normalizations = ['none', 'nfkc', 'lowercase', 'nfkc-lowercase'] as const;

test('the map belongs to the same text that is made without one', () => {
  const strings = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 20 }),
    fc.string({ unit: 'grapheme', maxLength: 20 }),
    fc
      .array(
        fc.integer({ min: 0x1100, max: 0x11ff }).map((c) => String.fromCodePoint(c)),
        { maxLength: 8 },
      )
      .map((a) => a.join('')),
    fc
      .array(
        fc.integer({ min: 0xff60, max: 0xffdf }).map((c) => String.fromCodePoint(c)),
        { maxLength: 8 },
      )
      .map((a) => a.join('')),
    fc
      .array(
        fc.integer({ min: 0x300, max: 0x345 }).map((c) => `a${String.fromCodePoint(c)}`),
        { maxLength: 8 },
      )
      .map((a) => a.join('')),
  );
  for (const normalization of normalizations) {
    fc.assert(
      fc.property(strings, (text) => {
        const map = normalizeWithMap(text, normalization);
        assert.equal(map.text, normalize(text, normalization));
        let last = 0;
        for (let i = 0; i < map.text.length; i++) {
          assert.ok(map.startOf(i) >= last && map.endOf(i + 1) > map.startOf(i) && map.endOf(i + 1) <= text.length);
          last = map.startOf(i);
        }
      }),
      { numRuns: 2000 },
    );
  }
});

test('it is Unicode NFKC and lower case, except for the final sigma', () => {
  for (const text of ['ﬁ Ⅳ ㎏ ＡＢ ｶﾞ', 'ÀÉ İ Straße', '太阳', '\u1112\u1161\u11ab']) {
    assert.equal(normalize(text, 'nfkc-lowercase'), text.normalize('NFKC').toLowerCase());
    assert.equal(normalize(text, 'nfkc'), text.normalize('NFKC'));
    assert.equal(normalize(text, 'none'), text);
  }
  assert.equal(normalize('ΟΔΟΣ', 'lowercase'), 'οδοσ');
});

test('every character of the fast path keeps its place', () => {
  for (const [first, last] of [
    [0, 0x7f],
    [0x2013, 0x2016],
    [0x2018, 0x2022],
    [0x3000, 0x3029],
    [0x4e00, 0x9fff],
    [0xff01, 0xff5e],
  ]) {
    for (let c = first; c <= last; c++)
      assert.equal(normalize(String.fromCharCode(c), 'nfkc-lowercase').length, 1, c.toString(16));
  }
});

test('offsets of what grows and shrinks', () => {
  const { text, startOf, endOf } = normalizeWithMap('xﬁ e\u0301y', 'nfkc');
  assert.equal(text, 'xfi éy');
  assert.deepEqual([startOf(1), endOf(3)], [1, 2]);
  assert.deepEqual([startOf(4), endOf(5)], [3, 5]);
  assert.deepEqual([startOf(5), endOf(6)], [5, 6]);
});

test('stop words and words', () => {
  for (const word of ['的', '我们', 'the', 'The', 'of']) assert.ok(isStopWord(word), word);
  for (const word of ['太阳', 'sun', 'constructor', '__proto__', 'research']) assert.ok(!isStopWord(word), word);
  for (const word of ['太阳', 'c++', '3d', 'é']) assert.ok(isWordLike(word), word);
  for (const word of ['，', '100', '3.14', '…', '👍']) assert.ok(!isWordLike(word), word);
});

test('a syllable of decomposed Hangul keeps its own offsets', () => {
  const text = '태풍으로'.normalize('NFD');
  const mapped = normalizeWithMap(text, 'nfkc');
  assert.equal(mapped.text, '태풍으로');
  assert.equal(text.slice(mapped.startOf(0), mapped.endOf(2)).normalize(), '태풍');
  assert.equal(text.slice(mapped.startOf(2), mapped.endOf(4)).normalize(), '으로');
});
