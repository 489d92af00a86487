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

test('words are kept up to a number, and long ones are not', () => {
  const kept = new KeptWords<number>();
  const long = 'x'.repeat(101);
  kept.set(long, 1);
  kept.set('太阳', 2);
  assert.deepEqual([kept.get(long), kept.get('恒星')], [undefined, undefined]);
  for (let i = 0; i < 200_000; i++) kept.set(`w${i}`, i);
  assert.deepEqual([kept.get('太阳'), kept.get('w1'), kept.get('w199999')], [undefined, undefined, 199_999]);
});

test('words that come again stay, and 20,000 new ones push those out that did not', () => {
  const kept = new KeptWords<number>();
  const find = (word: string) => {
    const value = kept.get(word);
    if (value === undefined) kept.set(word, 0);
    return value !== undefined;
  };
  find('太阳');
  for (let i = 0; i < 6000; i++) find(`a${i}`);
  assert.ok(find('太阳'));
  for (let i = 0; i < 100_000; i++) find(`b${i}`);
  assert.ok(find('太阳'));
  const left = Array.from({ length: 100_000 }, (_, i) => kept.get(`b${i}`)).filter((value) => value !== undefined);
  assert.ok(left.length < 20_000, `${left.length}`);
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
  // It keeps a word with 100 bytes.
  assert.ok(heap() - before < 50e6, `${(heap() - before) / 1e6} MB`);
});
