import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { memoryFile } from '../../packages/core/dist/formats/bytes/byte-source.js';
import { subwordRows } from '../../packages/core/dist/formats/fasttext/subwords.js';
import { requireSkipGram } from '../../packages/core/dist/formats/foreign/foreign-model.js';
import { readForeignModel } from '../../packages/core/dist/formats/read-foreign-model.js';
import { logProbability, type SkipGramModel } from '../../packages/core/dist/model/skip-gram.js';
import { readForeignModelFile } from '../../packages/core/dist/node/models/foreign-models.js';
import { assertMatches, assertRefused, fixture, json, readSkipGram } from './fixtures.js';

/** Facts fastText itself gave: vectors of words, and words that stand near each other in its corpus. */
interface Extra {
  vectors: Record<string, number[]>;
  near: [string, string][];
}

const extra = (name: string) => json<Extra>(`fasttext/${name}.extra.json`);

for (const name of ['plain', 'subword', 'cbow']) {
  test(`${name}.bin: words, counts, tree and probabilities are those of the reference`, () => {
    assertMatches(readSkipGram(`fasttext/${name}.bin`), json(`fasttext/${name}.ref.json`));
  });

  test(`${name}.bin: input vectors are what fastText gives`, () => {
    const { model, subwordVector } = readSkipGram(`fasttext/${name}.bin`);
    let compared = 0;
    for (const [word, expected] of Object.entries(extra(name).vectors)) {
      const index = model.vocabulary.indexOf(word);
      const rows = model.inputVectors.data.subarray((index ?? 0) * 8, ((index ?? 0) + 1) * 8);
      const found = subwordVector ? subwordVector(word) : index === undefined ? undefined : rows;
      if (!found) {
        assert.equal(subwordVector, undefined, `${word} has n-grams`);
        continue;
      }
      compared++;
      expected.forEach((value, d) => {
        assert.ok(Math.abs(found[d] - value) < 1e-6, `${word}: ${found} instead of ${expected}`);
      });
    }
    assert.ok(compared >= 6);
  });
}

test('the sign of the code bits is right: words seen together are likely', () => {
  const { model } = readSkipGram('fasttext/plain.bin');
  const { tree } = model;
  const flipped: SkipGramModel = { ...model, tree: { ...tree, codes: tree.codes.map((code) => 1 - code) } };
  const { near } = extra('plain');
  const mean = (of: SkipGramModel) =>
    near
      .map(([a, b]) => logProbability(of, of.vocabulary.indexOf(b)!, of.vocabulary.indexOf(a)!))
      .reduce((sum, value) => sum + value) / near.length;
  const uniform = -Math.log(model.vocabulary.words.length);
  assert.ok(mean(model) > uniform + 0.3, `${mean(model)} against ${uniform} of chance`);
  assert.ok(mean(flipped) < uniform - 0.3, `${mean(flipped)} with the other sign`);
});

test('n-grams are hashed by FNV-1a; single characters at the ends are none', () => {
  const rows = (word: string, minLength: number, maxLength: number) => {
    const shape = { minLength, maxLength, buckets: 2 ** 32, dim: 1, vectors: new Float32Array(0) };
    return subwordRows(Buffer.from(word), shape);
  };
  assert.deepEqual(rows('a', 1, 1), [0xe40c292c]);
  assert.deepEqual(rows('foobar', 6, 6).includes(0xbf9cf968), true);
  assert.equal(rows('茶杯', 1, 2).length, 5);
  assert.deepEqual(rows('', 3, 6), []);
});

test('options and the warning about CBOW are reported', () => {
  const { source } = readSkipGram('fasttext/subword.bin');
  assert.equal(source.family, 'fastText');
  assert.equal(source.options.loss, 'hs');
  assert.equal(source.options.model, 'skipgram');
  assert.deepEqual([source.options.dim, source.options.bucket, source.options.maxn], [8, 80, 3]);
  assert.match(readSkipGram('fasttext/cbow.bin').warnings.join(), /CBOW/);
});

test('of a model with another loss the word vectors are read, and the reason said why no more', () => {
  for (const loss of ['ns', 'softmax']) {
    const found = readForeignModelFile(fixture(`fasttext/${loss === 'ns' ? 'negative' : loss}.bin`));
    assert.ok(found.estimator === 'none');
    assert.deepEqual([found.words.length, found.vectors.columns, found.source.options.loss], [33, 8, loss]);
    assertRefused(() => requireSkipGram(found, 'm'), 'UNSUPPORTED_MODEL', new RegExp(`33 word vectors.*-loss ${loss}`));
  }
});

test('classifiers of fastText are refused with the reason', () => {
  const refused = (name: string, message: RegExp) =>
    assertRefused(() => readForeignModelFile(fixture(`fasttext/${name}`)), 'UNSUPPORTED_MODEL', message);
  refused('classifier.bin', /classifier/);
  refused('classifier.ftz', /classifier/);
});

test('an untrained model, whose output vectors are all 0, is refused', () => {
  const bytes = Uint8Array.from(readFileSync(fixture('fasttext/plain.bin')));
  bytes.fill(0, bytes.length - 33 * 8 * 4);
  assertRefused(() => readForeignModel(memoryFile('m', bytes)), 'UNSUPPORTED_MODEL', /all its output vectors are 0/);
});

test('a file that is cut off anywhere is refused', () => {
  const bytes = Uint8Array.from(readFileSync(fixture('fasttext/plain.bin')));
  for (let length = 4; length < bytes.length; length += 7) {
    assertRefused(() => readForeignModel(memoryFile('m', bytes.slice(0, length))), 'INVALID_MODEL', /./);
  }
  const short = memoryFile('m', bytes.slice(0, 100));
  assertRefused(() => readForeignModel(short), 'INVALID_MODEL', /it says it has 33 words; it is too short for that/);
});
