import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type WordMemory, wordMemory } from '../../packages/core/dist/kernel/word-memory.js';
import { WordTable } from '../../packages/core/dist/train/word-table.js';

const memories: Record<string, (bytes: number) => WordMemory> = {
  'the definition': (bytes) => ({ buffer: new ArrayBuffer(Math.ceil(bytes / 4) * 4) }),
  WebAssembly: (bytes) => {
    const memory = wordMemory(bytes);
    assert.ok(memory.numberWords, 'this Node has WebAssembly with SIMD');
    return memory;
  },
};

/** What should come out: words numbered as first seen, by a plain Map. */
function expected(text: string, ids: Map<string, number>): number[] {
  return text.split('\n').flatMap((line) => {
    const words = line.split(/[\0-\x20]+/).filter((word) => word !== '');
    const numbers = words.map((word) => {
      if (!ids.has(word)) ids.set(word, ids.size);
      return ids.get(word)!;
    });
    return numbers.length ? [...numbers, -1] : [];
  });
}

// Lengths around the 16 bytes worked on at a time; equal words must come again.
const word = fc.oneof(
  fc.constantFrom('a', '的', '恒星', '𠮷𠮷', 'x'.repeat(15), 'x'.repeat(16), 'x'.repeat(17), '星'.repeat(11)),
  fc.nat(70).map((length) => 'y'.repeat(length + 1)),
);
const text = fc
  .array(fc.tuple(word, fc.constantFrom(' ', '\n', '  ', '\n\n', '\t', '\r\n', '\x01')), { maxLength: 60 })
  .map((parts) => parts.flat().join(''));

for (const [name, take] of Object.entries(memories)) {
  test(`${name}: words are numbered in the order they are first seen`, () => {
    fc.assert(
      fc.property(fc.array(text, { maxLength: 4 }), (texts) => {
        const table = new WordTable(take);
        const ids = new Map<string, number>();
        for (const part of texts) {
          assert.deepEqual([...table.encodeLines(Buffer.from(part))], expected(part, ids));
        }
        assert.equal(table.size, ids.size);
        assert.deepEqual(table.words([...ids.values()]), [...ids.keys()]);
        for (const [word, id] of ids) assert.equal(table.numberOf(word), id);
      }),
    );
  });

  test(`${name}: room grows with words, with their bytes and with the text`, () => {
    const table = new WordTable(take);
    const ids = new Map<string, number>();
    const many = Array.from({ length: 300_000 }, (_, i) => `w${i} ${i % 3 ? '' : '\n'}`).join('');
    const long = `${'z'.repeat(9_000_000)} ${'z'.repeat(9_000_001)} w17\n`;
    for (const part of [many, long, many]) {
      assert.deepEqual(Int32Array.from(table.encodeLines(Buffer.from(part))), Int32Array.from(expected(part, ids)));
    }
    assert.equal(table.size, 300_002);
    assert.deepEqual(table.words([299_999, 300_001, 0]), ['w299999', 'z'.repeat(9_000_001), 'w0']);
  });

  test(`${name}: what is forgotten comes back with another number`, () => {
    const table = new WordTable(take);
    table.encodeLines(Buffer.from('a bb 恒星 dd'));
    table.forget((number) => number === 1 || number === 2);
    assert.deepEqual([table.known, table.size, table.has(1), table.has(3)], [2, 4, false, true]);
    assert.deepEqual([...table.encodeLines(Buffer.from('dd 恒星 a bb'))], [3, 4, 0, 5, -1]);
    assert.deepEqual(table.words([0, 3, 4, 5]), ['a', 'dd', '恒星', 'bb']);
  });
}

test('a word may hold what else separates', () => {
  const table = new WordTable();
  assert.deepEqual(
    ['machine learning', 'machine', 'machine learning', '\n'].map((word) => table.numberOf(word)),
    [0, 1, 0, 2],
  );
  assert.deepEqual(table.words([0, 2]), ['machine learning', '\n']);
});
