import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { decodeWords, encodeWords } from '../../packages/core/dist/formats/telltale/word-list.js';

const list = (offsets: number[], bytes: number[]) => ({
  offsets: Uint32Array.from(offsets),
  bytes: Uint8Array.from(bytes),
});

describe('word lists', () => {
  it('give every word back', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' })), (words) => {
        const encoded = encodeWords(words);
        assert.deepEqual(decodeWords(encoded), words);
        assert.equal(Buffer.from(encoded.bytes).toString(), words.join(''));
      }),
    );
  });

  it('keep a byte order mark', () =>
    assert.deepEqual(decodeWords(encodeWords(['\ufeff', '\ufeffa'])), ['\ufeff', '\ufeffa']));

  it('refuse half a surrogate pair', () => {
    for (const word of ['\ud842', '\udfb7', 'a\ud842b', '\udfb7\ud842']) {
      assert.throws(() => encodeWords(['a', word]), { code: 'INVALID_MODEL', message: /Word 1, .* half a surrogate/ });
    }
  });

  it('refuse offsets that do not fit', () => {
    const refuse = (offsets: number[], bytes: number[], message: RegExp) =>
      assert.throws(() => decodeWords(list(offsets, bytes)), { code: 'INVALID_MODEL', message });
    refuse([1, 2], [97, 97], /run from 1 to 2, expected 0 to 2/);
    refuse([0, 1], [97, 97], /run from 0 to 1, expected 0 to 2/);
    refuse([0, 2, 1, 3], [97, 97, 97], /do not ascend at word 1/);
    refuse([0, 4_000_000_000, 3], [97, 97, 97], /do not ascend at word 0/);
    refuse([0, 1, 3], [0xe7, 0x9a, 0x84], /cut a character at word 1/);
    refuse([0, 2], [0xc3, 0x28], /not UTF-8/);
    refuse([0, 3], [0xed, 0xa0, 0x80], /not UTF-8/);
  });
});
