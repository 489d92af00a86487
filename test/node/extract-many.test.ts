import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { getEnvironmentData } from 'node:worker_threads';
import {
  analyzeKeywords,
  compileTags,
  ExtractionPool,
  loadModel,
  type ManyResult,
  parseTagList,
  suggestTags,
  TagPool,
} from '../../packages/core/dist/node.js';
import { collect } from '../support.js';

const texts = Array.from(
  { length: 3000 },
  (_, i) => `第${i}条：太阳是一颗恒星，行星围绕着太阳公转，${'地球上的生命'.repeat(i % 7)}。`,
);

test('what threads of Chinese texts have in common is read before they start', async () => {
  const pool = await ExtractionPool.open('zh', { threads: 1 });
  const tagger = getEnvironmentData('telltale: Chinese tagger') as { readonly bytes: Int8Array };
  for (const memory of [getEnvironmentData('telltale: tables of jieba'), tagger.bytes.buffer])
    assert.ok(memory instanceof SharedArrayBuffer);
  await pool.close();
});

test('many texts: the same results as one by one, in order', async () => {
  const pool = await ExtractionPool.open('zh', { threads: 2, kernel: 'wasm' });
  const results = await collect(pool.extractMany(texts, { topN: 3 }));
  const model = await loadModel('zh', { kernel: 'wasm' });
  assert.equal(results.length, texts.length);
  for (const i of [0, 1, 777, 2999]) assert.deepEqual(results[i], analyzeKeywords(model, texts[i], { topN: 3 }));
  const asked = { topN: 3, lambda: 0.5 };
  const [byModel] = await collect(pool.extractMany(texts.slice(0, 1), asked));
  assert.deepEqual(byModel, analyzeKeywords(model, texts[0], asked));
  await pool.close();
});

test('a text that cannot be worked on gives its error in its place', async () => {
  const pool = await ExtractionPool.open('zh', { threads: 1 });
  const [first, second, third] = await collect(pool.extractMany(['太阳', ' ', '恒星']));
  assert.ok('keywords' in first && 'keywords' in third);
  assert.equal((second as Extract<ManyResult, { error: unknown }>).error.code, 'INVALID_TEXT');
  await pool.close();
});

test('what is no text, as a program without types may give, has its error in its place', async () => {
  const pool = await ExtractionPool.open('zh', { threads: 1 });
  const wrong = [null, undefined, 5, { id: 'q' }, { text: null }, ['太阳'], { text: '太阳', title: 5 }];
  const results = await collect(pool.extractMany(['太阳', ...wrong, { text: '恒星', title: undefined }] as never[]));
  assert.equal(results.length, wrong.length + 2);
  assert.ok('keywords' in results[0] && 'keywords' in results[wrong.length + 1]);
  const messages = results.slice(1, -1).map((result) => {
    assert.ok('error' in result);
    assert.equal(result.error.code, 'INVALID_TEXT');
    return result.error.message.split(';')[0];
  });
  assert.deepEqual(messages, [
    'The text at index 1 is null',
    'The text at index 2 is undefined',
    'The text at index 3 is a number',
    'The text at index 4 (id "q") is an object whose text is undefined',
    'The text at index 5 is an object whose text is null',
    'The text at index 6 is an array',
    'The text at index 7 has a title that is a number',
  ]);
  await pool.close();
});

test('a text may have a name and options of its own, which go before those of all; wrong ones are its error', async () => {
  const pool = await ExtractionPool.open('zh', { threads: 1 });
  const [text] = texts;
  const model = await loadModel('zh');
  const wrong: [object, RegExp][] = [
    [{ topN: 0 }, /topN must be a whole number from 1 to 1000000, got 0/],
    [{ topN: '3' }, /topN must be a whole number/],
    [{ topn: 3 }, /There is no option "topn"\. Options here: .*topN/],
    [{ method: 'magic' }, /method must be one of mixture/],
    [{ lang: 'german!' }, /german!/],
    [{ candidates: [5] }, /candidates must be a list of strings/],
    [{ weights: { version: 1, language: 'en', weights: {} } }, /weights/],
    [{ weights: { version: 1, language: 'zh', weights: { title: () => 1 } } }, /the weight of title must be a number/],
    [{ weights: null }, /weights/],
  ];
  const given = [
    { id: 7, text, topN: 1 },
    { id: { of: 'many' }, text, title: '天文', topN: undefined },
    { id: 'either', text, lang: ['en', 'zh'] },
    ...wrong.map(([own], i) => ({ id: `wrong ${i}`, text, ...own })),
    { id: 'last', text: ' ' },
  ];
  const [one, titled, either, ...failed] = await collect(pool.extractMany(given, { topN: 3 }));
  assert.deepEqual(one, { id: 7, ...analyzeKeywords(model, text, { topN: 1 }) });
  assert.deepEqual(titled, { id: { of: 'many' }, ...analyzeKeywords(model, text, { topN: 3, title: '天文' }) });
  assert.deepEqual(either, { id: 'either', ...analyzeKeywords(model, text, { topN: 3, lang: ['en', 'zh'] }) });
  const last = failed.pop()!;
  assert.deepEqual([last.id, 'error' in last && last.error.code], ['last', 'INVALID_TEXT']);
  assert.match(
    'error' in failed[0] ? failed[0].error.message : '',
    /^The text at index 3 \(id "wrong 0"\) has its own options: topN/,
  );
  for (const [i, result] of failed.entries()) {
    assert.equal(result.id, `wrong ${i}`);
    assert.match('error' in result ? result.error.message : 'none', wrong[i][1]);
  }
  await pool.close();
});

test('so may a text whose tags are asked for', async () => {
  const index = compileTags(parseTagList('恒星\n行星\n', 'list.txt').tags, await loadModel('zh'));
  const pool = await TagPool.open(index, 'zh', { threads: 1 });
  const [text] = texts;
  const given = [{ id: 7, text, topN: 1 }, text, { text, topN: 0 }, { text, minProbability: 0.5 }];
  const [one, both, ...failed] = await collect(pool.suggestMany(given));
  assert.deepEqual(one, { id: 7, tags: suggestTags(index, text, { topN: 1 }) });
  assert.deepEqual(both, { tags: suggestTags(index, text) });
  const messages = failed.map((result) => 'error' in result && result.error.message);
  assert.match(String(messages[0]), /topN must be a whole number/);
  assert.match(String(messages[1]), /minProbability/);
  await pool.close();
});

test('texts are asked for only as fast as results are taken', async () => {
  const pool = await ExtractionPool.open('zh', { threads: 2 });
  let asked = 0;
  const endless = (async function* () {
    for (;;) yield texts[asked++ % texts.length];
  })();
  const results = pool.extractMany(endless, { topN: 1 });
  for (let i = 0; i < 10; i++) await results.next();
  await sleep(100);
  assert.ok(asked < 6000, `${asked} texts were asked for to give 10 results`);
  await results.return(undefined);
  await pool.close();
});

test('a bad model or option is an error of the call', async () => {
  await assert.rejects(ExtractionPool.open('no-such-model'), { code: 'FILE_NOT_FOUND' });
  const pool = await ExtractionPool.open('zh', { threads: 1 });
  await assert.rejects(collect(pool.extractMany(['太阳'], { topN: 0 })), { code: 'INVALID_OPTION' });
  await pool.close();
});
