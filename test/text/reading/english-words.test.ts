import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createTokenizer } from '../../../packages/core/dist/node.js';
import { mendEnglishWords } from '../../../packages/core/dist/text/reading/english-words.js';
import { tokenOf, tokensOf, wordsOf } from './english.js';

/** Each of some words is one token, alone in a sentence and before a comma or full stop. */
function areWhole(words: string): void {
  for (const word of words.split(' ')) {
    for (const text of [`We saw ${word} again.`, `It was (${word}), then ${word.repeat(1)}.`]) {
      const found = wordsOf(text).filter((token) => token === word);
      assert.equal(found.length, text.split(word).length - 1, `${word} in "${text}": ${wordsOf(text).join('|')}`);
    }
  }
}

test('words with letters beyond Latin-1 are whole', () => {
  areWhole('Škoda Łódź Nguyễn Văn Thiệu Dvořák İstanbul Đặng Sơn Śiva Sēnā Gdańsk Kraków naïve Москва Αθήνα');
  assert.equal(tokenOf('We saw Łódź again.', 'Łódź').partOfSpeech, 'PROPN');
});

test('a name and a value after a colon are no emoticon', () => {
  const cases: [string, string[]][] = [
    ['DEBUG:x', ['DEBUG', ':', 'x']],
    ['DEBUG:Disk', ['DEBUG', ':', 'Disk']],
    ['Error:Permission', ['Error', ':', 'Permission']],
    ['List:Dict', ['List', ':', 'Dict']],
    ['WARN:Out', ['WARN', ':', 'Out']],
    ['http:Port', ['http', ':', 'Port']],
    ['see:p. 5', ['see', ':', 'p', '.', '5']],
  ];
  for (const [text, words] of cases) assert.deepEqual(wordsOf(text), words);
  assert.deepEqual(wordsOf('Nice :D and sad :('), ['Nice', ':D', 'and', 'sad', ':(']);
});

test('names of languages, software and abbreviations are whole', () => {
  areWhole(
    "C++ C# F# .NET Node.js Vue.js ASP.NET 5G 3D 4K P99 H2O I/O TCP/IP AT&T R&D U.S. Ph.D. M.Sc. O'Brien O’Brien 24/7",
  );
  assert.deepEqual(wordsOf('the C/C++ code'), ['the', 'C/C++', 'code']);
});

test('compounds with a single letter or a number in them are whole', () => {
  areWhole('k-means TNF-α e-mail T-cell X-ray p-value USB-C α-helix β-carotene 40-liter 24-hour 3D-printed GPT-4');
  areWhole('two-dimensional one-liter');
});

test('compounds with a word in them that is in no phrase by itself are whole', () => {
  areWhole(
    'state-of-the-art out-of-print end-to-end peer-to-peer follow-up built-in same-day so-called well-known many-valued',
  );
});

test('a compound of words that a model knows stays cut at the hyphen', () => {
  assert.deepEqual(wordsOf('high-dimensional data'), ['high', '-', 'dimensional', 'data']);
  assert.deepEqual(wordsOf('long-term memory'), ['long', '-', 'term', 'memory']);
  assert.deepEqual(wordsOf('open-label trial'), ['open', '-', 'label', 'trial']);
  assert.deepEqual(wordsOf('rule-based systems'), ['rule', '-', 'based', 'systems']);
  assert.deepEqual(wordsOf('Jean-Luc Picard'), ['Jean', '-', 'Luc', 'Picard']);
});

test('a possessive s stays apart', () => {
  for (const [text, word] of [
    ["the dog's bone", 'dog'],
    ['O’Brien’s plan', 'O’Brien'],
    ["Dvořák's works", 'Dvořák'],
    ["a T-cell's wall", 'T-cell'],
    ["the companies' plan", 'companies'],
  ]) {
    assert.ok(wordsOf(text).includes(word), wordsOf(text).join('|'));
  }
});

test('what is no word stays cut', () => {
  for (const text of ["don't", 'cannot', 'and/or', '(yes)', 'a+b=c', 'x,y', 'yes!no', '中文字']) {
    const plain = createTokenizer({ tokenizer: 'wink' }).tokenize(text);
    assert.deepEqual(
      tokensOf(text).map(({ word }) => word),
      plain.map(({ word }) => word),
      text,
    );
  }
  assert.ok(!wordsOf('the end.Then more').includes('end.Then'));
});

test('a term of the dictionary and a token with a kind are left as they are', () => {
  const text = 'k-means x5Gy';
  const token = (word: string, start: number, rest: object) => ({ word, start, end: start + word.length, ...rest });
  const tag = { partOfSpeech: 'NOUN' };
  const term = [token('k', 0, tag), token('-', 1, { partOfSpeech: 'PUNCT' }), token('means', 2, {})];
  assert.deepEqual(mendEnglishWords(text, term), term);
  const kind = [token('x', 8, { ...tag, kind: 'code' }), token('5', 9, { partOfSpeech: 'NUM' }), token('gy', 10, tag)];
  assert.deepEqual(mendEnglishWords(text, kind)[0], kind[0]);
});

test('tokens lie in the text in order, whatever it holds, and are the same when mended again', () => {
  for (const text of [
    'C++/C#-.NET--Node.js:D:Px-y_z 5G3D α-β-γ..... Ph.D.Ph.D.U.S.',
    '´`\ud800 e\u0301-mail ﬁ-ne ｅ－ｍａｉｌ 1/2/3 A/B/C/ -x- ---',
    'é'.repeat(50) + '-'.repeat(50) + 'a/'.repeat(50),
  ]) {
    let at = 0;
    const tokens = tokensOf(text);
    for (const { start, end } of tokens) {
      assert.ok(start >= at && end > start && end <= text.length, text);
      at = end;
    }
    const again = mendEnglishWords(text, tokens);
    assert.deepEqual(
      again.map(({ word }) => word),
      tokens.map(({ word }) => word),
    );
  }
});

test('mending takes time in proportion to the text', () => {
  // Processor time, of which quadratic time would take minutes, for runs of 40,000 characters at once.
  for (const piece of ['a-', 'é', 'A/', 'a.', 'A.B.', '5G', ':D', '-', '.js', 'é-ö/', "'s", '#+']) {
    const text = piece.repeat(40_000 / piece.length);
    const tokens = Array.from({ length: text.length }, (_, i) => ({
      word: text[i].toLowerCase(),
      start: i,
      end: i + 1,
      partOfSpeech: /\p{L}/u.test(text[i]) ? 'NOUN' : 'SYM',
    }));
    const before = process.cpuUsage();
    mendEnglishWords(text, tokens);
    const { user } = process.cpuUsage(before);
    assert.ok(user < 20e6, `${piece}: ${user / 1e6} s`);
  }
});
