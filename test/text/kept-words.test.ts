import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { createTokenizer, extractKeywords, loadModel } from '../../packages/core/dist/node.js';
import { KeptWords } from '../../packages/core/dist/text/kept-words.js';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

function heap(): number {
  collectGarbage();
  return process.memoryUsage().heapUsed;
}

const left = (kept: KeptWords<number>, count: number) =>
  Array.from({ length: count }, (_, i) => kept.get(`w${i}`)).filter((value) => value !== undefined).length;

test('words are kept up to a number, and long ones are not', () => {
  const kept = new KeptWords<number>();
  const long = 'x'.repeat(101);
  kept.set(long, 1);
  kept.set('太阳', 2);
  assert.deepEqual([kept.get(long), kept.get('太阳'), kept.get('恒星')], [undefined, 2, undefined]);
  for (let i = 0; i < 100_000; i++) kept.set(`w${i}`, i);
  assert.equal(kept.get('w99999'), 99_999);
  assert.ok(left(kept, 100_000) < 33_000, `${left(kept, 100_000)}`);
});

test('words that come again stay, however many come once', () => {
  const kept = new KeptWords<number>();
  const find = (word: string) => {
    const value = kept.get(word);
    if (value === undefined) kept.set(word, 0);
    return value !== undefined;
  };
  for (let i = 0; i < 50_000; i++) find(`w${i}`);
  find('太阳');
  assert.ok(find('太阳'));
  for (let i = 50_000; i < 200_000; i++) find(`w${i}`);
  assert.ok(find('太阳'));
});

for (const language of ['zh', 'en'] as const) {
  test(`texts of one word without end are not kept, ${language}`, async () => {
    const model = await loadModel(language);
    const read = (from: number) => {
      for (let i = from; i < from + 50; i++) extractKeywords(model, `${i}`.padEnd(200_000, 'x'));
    };
    read(0);
    const before = heap();
    read(50);
    // All of them have 10 MB.
    assert.ok(heap() - before < 3e6, `${(heap() - before) / 1e6} MB`);
  });
}

test('wink forgets words when it has seen very many', () => {
  const tokenizer = createTokenizer({ tokenizer: 'wink' });
  let made = 0;
  const word = () =>
    `q${(Math.imul(++made, 0x9e3779b1) >>> 0).toString(36).replace(/\d/g, (digit) => 'abcdefghij'[+digit])}`;
  const read = (words: number) => {
    for (let i = 0; i < words; i += 1000) [...tokenizer.words(Array.from({ length: 1000 }, word).join(' '))];
  };
  read(1000);
  const before = heap();
  read(600_000);
  // It keeps a word with 100 bytes, and what is kept beside it is 20 MB: 119 MB if it never forgot.
  assert.ok(heap() - before < 80e6, `${(heap() - before) / 1e6} MB`);
});
