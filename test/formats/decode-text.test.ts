import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  decodeLatin1,
  decodeShort,
  decodeUtf8,
  decodeWord,
} from '../../packages/core/dist/formats/bytes/decode-text.js';

const encode = (text: string) => new TextEncoder().encode(text);

test('short texts are decoded as TextDecoder does it, wherever they stand', () => {
  for (const text of ['', 'word', 'né', '太阳', 'a太b', '한', '😀', 'x'.repeat(48), '\ufeff词']) {
    const bytes = encode(text);
    const within = Uint8Array.of(0xc3, ...bytes, 0x94, 0x80);
    assert.equal(decodeUtf8(bytes), text);
    assert.ok([text, undefined].includes(decodeShort(within, 1, 1 + bytes.length)), text);
  }
  assert.equal(decodeShort(encode('太阳'), 0, 6), '太阳');
});

test('a character that goes on behind the end is none', () => {
  // What follows would do: 0x94 is the opcode MEMOIZE.
  for (const bytes of [
    [0x61, 0xc3, 0x94],
    [0xe5, 0xa4, 0x94],
    [0xe5, 0x94, 0x94],
  ]) {
    for (let end = 1; end < bytes.length; end++) {
      if (bytes[end - 1] < 0x80) continue;
      assert.equal(decodeShort(Uint8Array.from(bytes), 0, end), undefined);
    }
  }
  assert.equal(decodeWord(Uint8Array.of(0x61, 0xc3)), 'aÃ');
  assert.equal(decodeLatin1(Uint8Array.of(0xe5)), 'å');
});
