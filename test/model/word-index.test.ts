import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hashWord, indexWords } from '../../packages/core/dist/model/word-index.js';

const wordsOf = (size: number) => Array.from({ length: size }, (_, i) => `词${i}`);

test('every word is found by its index, and nothing else', () => {
  for (const size of [0, 1, 2, 3, 1000, 4097]) {
    const words = wordsOf(size);
    const indexOf = indexWords(words);
    words.forEach((word, i) => {
      assert.equal(indexOf(word), i);
    });
    for (const other of ['', `词${size}`, '词', '词-1', 'constructor', '__proto__'])
      assert.equal(indexOf(other), undefined);
  }
});

test('words of any kind are words', () => {
  const words = ['', '__proto__', 'constructor', '\0', '\ud800', '\udc00', '𠮷', 'é', 'e\u0301', 'a'.repeat(100_000)];
  const indexOf = indexWords(words);
  words.forEach((word, i) => {
    assert.equal(indexOf(word), i);
  });
});

test('the order in which words are taken in changes nothing', () => {
  const words = wordsOf(1000);
  const indexOf = indexWords(
    words,
    Int32Array.from(words, (_, i) => (i * 7) % 1000),
  );
  words.forEach((word, i) => {
    assert.equal(indexOf(word), i);
  });
});

test('a word that stands there twice is refused', () => {
  assert.throws(() => indexWords([...wordsOf(100), '词7']), /twice/);
});

test('words made to collide are found, and found to be there twice, like any other', () => {
  // All in the upper 1/4096 of the hashes: in a table for as many as these they would form one row.
  const words: string[] = [];
  for (let i = 0; words.length < 1000; i++) if (hashWord(`${i}`) >>> 20 === 0xfff) words.push(`${i}`);
  const indexOf = indexWords(words);
  words.forEach((word, i) => {
    assert.equal(indexOf(word), i);
  });
  assert.equal(indexOf('-1'), undefined);
  assert.throws(() => indexWords([...words, words[500]]), /twice/);
});
