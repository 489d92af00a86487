import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createTokenizer } from '../../../packages/core/dist/node.js';
import { readTokens } from '../../../packages/core/dist/text/reading/read-tokens.js';

const tokenizers = { en: createTokenizer({ tokenizer: 'wink' }), zh: createTokenizer({ tokenizer: 'jieba' }) };

/** The words of a text, ~ before those that are tied to the word before over a break. */
const read = (text: string, language: 'en' | 'zh' = 'en') =>
  readTokens(text, tokenizers[language])
    .map(({ start, end, follows }) => (follows ? '~' : '') + text.slice(start, end))
    .join(' ');

test('numbers and times of subtitles are no words, and a sentence goes on over them', () => {
  const cue = (n: number, words: string) => `${n}\n00:00:0${n},000 --> 00:00:0${n},900\n${words}\n\n`;
  for (const [text, words] of [
    [
      cue(1, 'The coral reefs of the open') + cue(2, 'water are dying.'),
      'The coral reefs of the open ~water are dying .',
    ],
    [cue(1, 'The coral reefs\nof the sea') + cue(2, 'are dying.'), 'The coral reefs ~of the sea ~are dying .'],
    [cue(1, 'They die.') + cue(2, 'Corals too.'), 'They die . Corals too .'],
    [(cue(1, 'We went to the') + cue(2, 'Red Sea.')).replaceAll('\n', '\r\n'), 'We went to the ~Red Sea .'],
    [cue(1, '- Who is it?') + cue(2, '- Me.'), 'Who is it ? Me .'],
    [
      `WEBVTT\n\nintro\n00:01.000 --> 00:04.000 align:left\nreefs are\n\n00:05.000 --> 00:06.000\ndying`,
      'reefs are ~dying',
    ],
    [`WEBVTT - A title\n\n1\n01:00:01.000 --> 01:00:04.000\nreefs`, 'reefs'],
    [`\ufeff${cue(1, 'reefs')}`, 'reefs'],
  ]) {
    assert.equal(read(text), words, JSON.stringify(text));
  }
  assert.equal(read(cue(1, '珊瑚礁正在') + cue(2, '死去'), 'zh'), '珊瑚礁 正在 死去');
});

test('what is no subtitle keeps its numbers and empty lines', () => {
  for (const [text, words] of [
    ['It is 5\n\nfish', 'It is 5 fish'],
    ['a --> b', 'a -- > b'],
    ['12\n\nreefs', '12 reefs'],
    ['At 00:01 it ended', 'At 00:01 it ended'],
    ['WEBVTT is a form', 'WEBVTT is a form'],
  ]) {
    assert.equal(read(text), words);
  }
});
