import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { findRepeats } from '../../../packages/core/dist/text/reading/chinese/repeats.js';

const LONGEST = 8;
const symbolsOf = (text: string) => Int32Array.from(text, (c) => (c === ' ' ? 0 : c.charCodeAt(0)));
const all = (symbols: Int32Array) => new Uint8Array(symbols.length).fill(1);

function repeatsOf(text: string): Map<string, number[]> {
  const symbols = symbolsOf(text);
  return new Map(
    findRepeats(symbols, all(symbols), LONGEST).map(({ starts, length }) => [
      text.slice(starts[0], starts[0] + length),
      [...starts],
    ]),
  );
}

test('a repeat is free on both sides: parts of something longer are none', () => {
  assert.deepEqual([...repeatsOf('abc xabcy abc').keys()], ['abc']);
  assert.deepEqual([...repeatsOf('xab xab').keys()], ['xab']);
  assert.deepEqual([...repeatsOf('xab yab')], [['ab', [1, 5]]]);
  assert.deepEqual([...repeatsOf('abcd')], []);
});

test('the occurrences of a repeat do not overlap, and borders are in none', () => {
  assert.deepEqual(repeatsOf('aaaaa aa').get('aa'), [0, 2, 6]);
  assert.equal(repeatsOf('a b a b').size, 0);
});

test('what is not eligible is in no repeat, but beside one', () => {
  const symbols = symbolsOf('xab yab xab');
  const eligible = Uint8Array.from('xab yab xab', (c) => Number(c === 'a' || c === 'b'));
  assert.deepEqual(findRepeats(symbols, eligible, LONGEST), [{ length: 2, starts: [1, 5, 9] }]);
});

test('repeats are those that a search for all substrings finds', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('a', 'b', 'c', ' '), maxLength: 40 }), (text) => {
      assert.deepEqual(new Set(repeatsOf(text).keys()), new Set(slowRepeats(text)));
    }),
  );
});

function slowRepeats(text: string): string[] {
  const found = new Map<string, number[]>();
  for (let start = 0; start < text.length; start++) {
    for (let end = start + 2; end <= Math.min(text.length, start + LONGEST); end++) {
      const part = text.slice(start, end);
      const starts = found.get(part) ?? [];
      if (!part.includes(' ') && start >= (starts.at(-1) ?? -LONGEST) + part.length) {
        found.set(part, [...starts, start]);
      }
    }
  }
  const isFree = (beside: string[]) => new Set(beside).size > 1 || beside.includes(' ');
  return [...found]
    .filter(([part, starts]) => {
      if (starts.length < 2) return false;
      const before = starts.map((start) => text[start - 1] ?? ' ');
      return isFree(before) && isFree(starts.map((start) => text[start + part.length] ?? ' '));
    })
    .map(([part]) => part);
}

test('a text of one character, of two, and of any are done in passes of its length', () => {
  for (const characters of ['哈', '恩胍']) {
    const text = characters.repeat(100_000 / characters.length);
    const repeats = findRepeats(symbolsOf(text), all(symbolsOf(text)), LONGEST);
    assert.ok(repeats.length < 2 * LONGEST);
    assert.ok(repeats.reduce((sum, { starts }) => sum + starts.length, 0) <= text.length * LONGEST);
  }
});
