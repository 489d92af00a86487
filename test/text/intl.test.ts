import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createTokenizer } from '../../packages/core/dist/node.js';
import { intlCutter } from '../../packages/core/dist/text/intl.js';

/** Parts that join what is around them, or are joined to it, by the rules of Unicode, and the places between them. */
const PARTS = [
  ...['word ', 'can', "'", '’', '1', ',', '.', '5', '_', '-', 'é', 'e\u0301', '\u0301', '\u200d', '\u00ad', '\ufeff'],
  ...['🇨🇳', '🇩', '👨‍👩‍👧', '👍🏽', 'שלום', '"', 'カタカナ', 'ー', 'ひらがな', 'ภาษาไทย', '한국어', '\ud83d', 'Ж', 'ß'],
  ...[' ', '  ', '\t', '\n', '\r\n', '\r', '\u3000', '\u00a0', '\u2028'],
  ...['语言', '模型的', '，', '。', '！', '：', '；', '、', '（', '）', '？', 'A股', '3年'],
];

/** A text of parts that repeat in no order, the same for one seed. */
function textOf(seed: number, parts: number): string {
  let state = seed;
  let text = '';
  for (let i = 0; i < parts; i++) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    text += PARTS[Math.floor((state / 2 ** 32) * PARTS.length)];
  }
  return text;
}

for (const locale of ['', 'en', 'zh', 'ja', 'th']) {
  test(`a long text has the words that it has as a whole, locale "${locale}"`, () => {
    const whole = new Intl.Segmenter(locale || undefined, { granularity: 'word' });
    for (let seed = 1; seed <= 40; seed++) {
      const text = textOf(seed, 4000);
      assert.ok(text.length > 5000);
      const expected = Array.from(whole.segment(text), ({ segment }) => segment);
      assert.deepEqual([...intlCutter(locale).cut(text)], expected, `seed ${seed}`);
    }
  });
}

test('no text is given to the segmenter in pieces that grow with it', (t) => {
  const { segment } = Intl.Segmenter.prototype;
  let longest = 0;
  t.mock.method(Intl.Segmenter.prototype, 'segment', function (this: Intl.Segmenter, text: string) {
    longest = Math.max(longest, text.length);
    return segment.call(this, text);
  });
  const { words } = createTokenizer({ tokenizer: 'intl' });
  for (const part of ['The reef rises from the sea. ', 'a', '的', '\ud83d', '\n', 'e\u0301', '👨‍👩‍👧', 'a，']) {
    const text = part.repeat(30_000);
    longest = 0;
    words(text);
    assert.ok(longest > 0 && longest <= 4000, `${JSON.stringify(part)}: ${longest}`);
  }
});
