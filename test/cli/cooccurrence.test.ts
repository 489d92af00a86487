import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { temporaryDirectory } from '../support.js';
import { run } from './command.js';

const directory = temporaryDirectory();
const corpus = join(directory, 'corpus.txt');
const model = join(directory, 'counts.safetensors');
const planets = '太阳 是 恒星 行星 围绕 太阳\n';
const city = '城市 的 房价 是 投资 城市 规划\n';
writeFileSync(corpus, (planets + city).repeat(300));

function runs(...args: string[]): string {
  const { status, stdout, stderr } = run(args);
  assert.equal(status, 0, stderr);
  return stdout;
}

const inThreads = ['train', corpus, '--tokenizer', 'whitespace', '--progress', 'plain', '--threads'];
const train = [...inThreads, '1'];

test('every command takes co-occurrence counts, or says why not', () => {
  const trained = run([...train, '--estimator', 'cooccurrence', '--smoothing', '50', '-o', model]);
  assert.equal(trained.status, 0, trained.stderr);
  assert.match(trained.stderr, /neighbours of 100\.0 % of the words.*kept \d+ pairs\./);

  const facts = JSON.parse(runs('inspect', model, '--format', 'json'));
  assert.deepEqual([facts.estimator, facts.exact, facts.words, facts.smoothing], ['cooccurrence', true, 10, 50]);
  // By frequency alone it would be about −log 10.
  assert.ok(facts.heldOutLogProbability > -1.9, facts.heldOutLogProbability);

  const predicted = JSON.parse(runs('predict', '行星', '-m', model, '-n', '4', '--format', 'json'));
  assert.equal(predicted[0].word, '太阳');
  assert.ok(predicted.every(({ word }: { word: string }) => planets.includes(word)));

  const text = '太阳 和 行星 恒星 太阳 规划';
  for (const method of ['mixture', 'likelihood']) {
    const [{ keywords }] = JSON.parse(runs('extract', text, '-m', model, '--method', method, '--format', 'json'));
    assert.ok(planets.includes(keywords[0].text), `${method}: ${keywords[0].text}`);
  }
  const many = runs('extract', '-f', corpus, '--lines', '-m', model, '--threads', '2', '--format', 'jsonl');
  assert.equal(many.trim().split('\n').length, 600);

  const copy = join(directory, 'copy.safetensors');
  runs('convert', model, copy);
  assert.deepEqual(readFileSync(copy), readFileSync(model));
  runs('convert', model, join(directory, 'counts.idf'));

  for (const args of [
    ['similar', '太阳', '-m', model],
    ['convert', model, join(directory, 'counts.vec')],
    [...train, '--input-vectors', model, '-o', join(directory, 'x.safetensors')],
  ]) {
    const { status, stderr } = run(args);
    assert.equal(status, 2);
    assert.match(stderr, /co-occurrence counts, no word vectors/);
  }
});

test('an option of the other estimator is refused', () => {
  const out = ['-o', join(directory, 'y.safetensors')];
  const counted = run([...train, '--estimator', 'cooccurrence', '--window', '3', ...out]);
  assert.match(counted.stderr, /--window cannot be used with --estimator cooccurrence/);
  const skipGram = run([...train, '--smoothing', '3', ...out]);
  assert.match(skipGram.stderr, /--smoothing cannot be used with --estimator hierarchical-softmax/);
  assert.deepEqual([counted.status, skipGram.status], [2, 2]);
});

test('the same corpus gives the same file', () => {
  const again = join(directory, 'again.safetensors');
  runs(...inThreads, '2', '--estimator', 'cooccurrence', '--smoothing', '50', '-o', again);
  assert.deepEqual(readFileSync(again), readFileSync(model));
});
