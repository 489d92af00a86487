import assert from 'node:assert/strict';
import { test } from 'node:test';
import stringWidth from 'string-width';
import { widthOf } from '../../packages/telltale/dist/cli/width.js';

test('every character is as wide as the library says', () => {
  for (let code = 0x20; code < 0x20000; code++) {
    const text = String.fromCodePoint(code);
    if (widthOf(text) !== stringWidth(text)) assert.fail(`U+${code.toString(16)}`);
  }
});

test('texts are as wide as the library says', () => {
  for (const text of ['', '5G手机', 'café', 'слово 단어 ことば', '👩‍👩‍👧 家', 'e\u0301'])
    assert.equal(widthOf(text), stringWidth(text), text);
});
