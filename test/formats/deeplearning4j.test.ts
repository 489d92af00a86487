import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { memoryFile } from '../../packages/core/dist/formats/bytes/byte-source.js';
import { readForeignModel } from '../../packages/core/dist/formats/read-foreign-model.js';
import { negativeSampling } from '../../packages/core/dist/model/negative-sampling.js';
import { logProbability } from '../../packages/core/dist/model/skip-gram.js';
import { readForeignModelFile } from '../../packages/core/dist/node/models/foreign-models.js';
import { assertRefused, fixture, json, type Reference, readSkipGram } from './fixtures.js';

const reference = json<Reference>('deeplearning4j/hs.ref.json');

test('the zip of Deeplearning4j holds the whole model', () => {
  const { model, source } = readSkipGram('deeplearning4j/hs.zip');
  const { words, counts, documentCount, documentFrequencies } = model.vocabulary;
  assert.equal(source.family, 'Deeplearning4j');
  assert.deepEqual(words, reference.words);
  assert.deepEqual([...counts], reference.counts);
  assert.equal(documentCount, 400);
  assert.deepEqual([...documentFrequencies.subarray(0, 3)], [246, 230, 233]);
  for (const [input, output, expected] of reference.logProbabilities) {
    const found = logProbability(model, words.indexOf(output), words.indexOf(input));
    assert.ok(Math.abs(found - expected) < 1e-5, `log p(${output} | ${input}) is ${found}, expected ${expected}`);
  }
  for (let input = 0; input < words.length; input++) {
    let sum = 0;
    for (let output = 0; output < words.length; output++) sum += Math.exp(logProbability(model, output, input));
    assert.ok(Math.abs(sum - 1) < 1e-6, String(sum));
  }
});

test('words that go together are the more probable in a model of Deeplearning4j: the sign of its codes is right', () => {
  const { model } = readSkipGram('deeplearning4j/hs.zip');
  const { vocabulary } = model;
  const logP = (output: string, input: string) =>
    logProbability(model, vocabulary.indexOf(output)!, vocabulary.indexOf(input)!);
  for (const [input, near, far] of [
    ['tea', '茶', 'judge'],
    ['sea', 'ship', 'cup'],
    ['law', 'verdict', '浪'],
  ]) {
    assert.ok(logP(near, input) > logP(far, input) + 1, input);
  }
});

test('text vectors of Deeplearning4j have three numbers in their head and words in base64', () => {
  const text = readForeignModelFile(fixture('deeplearning4j/vectors.txt'));
  const { model } = readSkipGram('deeplearning4j/hs.zip');
  assert.ok(text.estimator === 'none');
  assert.equal(text.source.family, 'Deeplearning4j');
  assert.deepEqual(text.words, reference.words);
  assert.deepEqual(text.vectors, model.inputVectors);
});

test('three numbers may also be a word of GloVe with two components', () => {
  const found = readForeignModel(memoryFile('v', Buffer.from('1984 1 2\n2001 3 4\n')));
  assert.ok(found.estimator === 'none');
  assert.deepEqual(found.words, ['1984', '2001']);
});

test('a model of Deeplearning4j with negative sampling is an estimate', () => {
  const found = readForeignModelFile(fixture('deeplearning4j/negative.zip'));
  assert.ok(found.estimator === 'negative-sampling');
  assert.deepEqual([found.negative, found.noiseExponent], [5, 0.75]);
  const { words, counts } = found.vocabulary;
  assert.deepEqual([...words].sort(), [...reference.words].sort());
  assert.deepEqual([...counts.subarray(0, 3)], [338, 323, 322]);
  const model = negativeSampling(found);
  const logP = (output: string, input: string) => model.logProbability(words.indexOf(output), words.indexOf(input));
  for (const [input, near, far] of [
    ['tea', '茶', 'judge'],
    ['sea', 'ship', 'cup'],
    ['law', 'verdict', '浪'],
  ]) {
    assert.ok(logP(near, input) > logP(far, input) + 1, input);
  }
});

test('a model of Deeplearning4j with no output vectors is its vectors', () => {
  const { 'syn1Neg.txt': _, ...members } = unzipSync(readFileSync(fixture('deeplearning4j/negative.zip')));
  const found = readForeignModel(memoryFile('m.zip', zipSync(members)));
  assert.ok(found.estimator === 'none');
  assert.match(found.reason!, /useHierarchicSoftmax/);
});

test('damage to a model of Deeplearning4j is found and the member named', () => {
  const members = unzipSync(readFileSync(fixture('deeplearning4j/hs.zip')));
  const read = (member: string, change: (text: string) => string) => () =>
    readForeignModel(
      memoryFile('m.zip', zipSync({ ...members, [member]: strToU8(change(strFromU8(members[member]))) })),
    );
  assertRefused(
    read('syn0.txt', (text) => text.replace('32 8', '999999999 8')),
    'INVALID_MODEL',
    /syn0.txt.*too short/,
  );
  assertRefused(
    read('syn1.txt', (text) => text.replace('0.', 'x')),
    'INVALID_MODEL',
    /syn1.txt/,
  );
  assertRefused(
    read('codes.txt', (text) => text.slice(0, 40)),
    'INVALID_MODEL',
    /no path/,
  );
  assertRefused(
    read('huffman.txt', (text) => text.replace(' 29', ' 999')),
    'INVALID_MODEL',
    /tree/,
  );
  assertRefused(
    read('frequencies.txt', (text) => text.replace('338.0', '-1')),
    'INVALID_MODEL',
    /frequencies.txt/,
  );
  assertRefused(
    () => readForeignModel(memoryFile('a.zip', zipSync({ 'a.txt': strToU8('a') }))),
    'FILE_UNREADABLE',
    /zip/,
  );
});
