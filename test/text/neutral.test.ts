import assert from 'node:assert/strict';
import { test } from 'node:test';
import { neutralTokenizer } from '../../packages/core/dist/text/neutral/neutral-tokenizer.js';

const cut = (language: string, text: string, known: readonly string[] = []) =>
  neutralTokenizer(language, (word) => known.includes(word)).tokenize(text);
const words = (...given: Parameters<typeof cut>) => cut(...given).map(({ word }) => word);

test('elided articles are parted, and what ties two words is marked', () => {
  assert.deepEqual(words('fr', "l’accident d'avion qu'on"), ['l’', 'accident', "d'", 'avion', "qu'", 'on']);
  assert.deepEqual(words('it', "dell'acqua"), ["dell'", 'acqua']);
  const tags = cut('fr', 'chef de la police, la ville').map(({ partOfSpeech }) => partOfSpeech ?? '');
  assert.deepEqual(tags, ['', 'ADP:link', 'ADP:link', '', '', '', '']);
});

test('particles and endings of verbs are parted from Korean nouns, not from words that end alike', () => {
  assert.deepEqual(words('ko', '정부는 예산안을 발표했다', ['정부', '발표']), [
    '정부',
    '는',
    '예산안',
    '을',
    '발표',
    '했다',
  ]);
  assert.deepEqual(words('ko', '회의 효과', ['회의', '효과']), ['회의', '효과']);
});

test('forms of Korean verbs are no nouns, though a table of words has them', () => {
  const isOther = (word: string) => cut('ko', word, [word, '냄비']).every(({ partOfSpeech }) => partOfSpeech === 'X');
  for (const word of ['넣고', '끓이면', '끓이려면', '앉은', '있었다']) assert.ok(isOther(word), word);
  for (const word of ['값', '창고', '냄비']) assert.ok(!isOther(word), word);
  assert.deepEqual(words('ko', '연구자에게는', ['연구자']), ['연구자', '에게는']);
});

test('particles and verbs of Japanese are in no phrase', () => {
  const tags = cut('ja', '台風が接近する').map(({ word, partOfSpeech }) => [word, partOfSpeech ?? '']);
  assert.deepEqual(tags.slice(0, 3), [
    ['台風', ''],
    ['が', 'X'],
    ['接近', ''],
  ]);
});

test('offsets are those of the text', () => {
  const text = "L’été de l'Île";
  for (const { start, end, word } of cut('fr', text)) assert.equal(text.slice(start, end).toLowerCase(), word);
});
