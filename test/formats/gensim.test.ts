import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { ByteReader } from '../../packages/core/dist/formats/bytes/byte-reader.js';
import { memoryFile, memorySource } from '../../packages/core/dist/formats/bytes/byte-source.js';
import { requireSkipGram } from '../../packages/core/dist/formats/foreign/foreign-model.js';
import { readForeignModel } from '../../packages/core/dist/formats/read-foreign-model.js';
import { TreeLinks } from '../../packages/core/dist/formats/trees/tree-links.js';
import { pathsFromParents } from '../../packages/core/dist/model/huffman.js';
import { readForeignModelFile } from '../../packages/core/dist/node/models/foreign-models.js';
import { assertMatches, assertRefused, fixture, json, type Reference, readSkipGram } from './fixtures.js';

const referenceOf = (model: string): string =>
  ['new-fasttext', 'new-unsorted', 'new', 'old'].find((name) => model.startsWith(name))!;

const files = readdirSync(fixture('gensim'));
const complete = files.filter((name) => /^(old|new-(p\d|beside|fasttext|unsorted)).*\.model(\.gz)?$/.test(name));
assert.ok(complete.length >= 24, 'the fixtures are there');

for (const name of complete) {
  test(`${name}: words, counts, tree and probabilities are those of the reference`, () => {
    const reference = json<Reference>(`gensim/${referenceOf(name)}.ref.json`);
    const found = readSkipGram(`gensim/${name}`);
    assertMatches(found, reference);
    assert.deepEqual(found.warnings, []);
    assert.equal(found.source.family, 'gensim');
  });
}

const releases = readdirSync(fixture('gensim-releases')).filter((name) => name.endsWith('.model'));
assert.ok(releases.length >= 15, 'the fixtures are there');

for (const name of releases) {
  test(`gensim-releases/${name}: what that release trained and saved is read as it says`, () => {
    const [, kind, version] = /^(\w+)-(.*)\.model$/.exec(name)!;
    const reference = json<Record<string, Reference & { oov?: number[] }>>(`gensim-releases/${version}.ref.json`)[kind];
    const found = readSkipGram(`gensim-releases/${name}`);
    assertMatches(found, reference);
    assert.deepEqual(found.warnings, []);
    if (!reference.oov) return;
    // Before 3.7 gensim hashed n-grams otherwise than fastText; then only the words have vectors.
    const vector = found.subwordVector?.('ships');
    if (/^3\.[0-6]\./.test(version)) assert.equal(vector, undefined);
    else assert.ok(reference.oov.every((value, i) => Math.abs(value - vector![i]) < 1e-6));
  });
}

test('options and version are reported', () => {
  const { source } = readSkipGram('gensim/new-p4.model');
  assert.equal(source.version, '4.2.0');
  assert.deepEqual(source.options, {
    sg: 1,
    hs: 1,
    negative: 0,
    ns_exponent: 0.75,
    vector_size: 8,
    window: 4,
    epochs: 5,
    min_count: 1,
    sample: 0.001,
    alpha: 0.025,
    seed: 1,
    cbow_mean: 1,
    corpus_count: 400,
    corpus_total_words: 4800,
  });
  const versions = ['a', 'b', 'c'].map((layout) => readSkipGram(`gensim/old-${layout}-p2.model`).source);
  assert.deepEqual(
    versions.map(({ version, options }) => [
      version,
      options.window,
      options.epochs,
      options.min_count,
      options.sample,
    ]),
    [
      ['0.8 – 0.13.3', 5, 5, 1, 0],
      ['0.13.4 – 3.2', 5, 5, 1, 0.001],
      ['3.3 – 3.8', 5, 5, 1, 0.001],
    ],
  );
});

test('a model that is not in descending order of counts is brought into it', () => {
  const { vocabulary } = readSkipGram('gensim/new-unsorted.model').model;
  assert.ok(vocabulary.counts.every((count, i) => i === 0 || count <= vocabulary.counts[i - 1]));
  const saved = json<Reference>('gensim/new-unsorted.ref.json').counts;
  assert.ok(
    saved.some((count, i) => i > 0 && count > saved[i - 1]),
    'the file has another order',
  );
});

test('a model reads alike from memory and from disk', () => {
  const bytes = (name: string) => readFileSync(fixture(`gensim/${name}`));
  const beside = ['new-beside.model.syn1.npy', 'new-beside.model.wv.vectors.npy'];
  const file = memoryFile(
    'new-beside.model',
    bytes('new-beside.model'),
    new Map(beside.map((name) => [name, bytes(name)])),
  );
  assertMatches(requireSkipGram(readForeignModel(file), file.name), json('gensim/new.ref.json'));
});

test('FastText: words it has not seen get the mean of their n-grams, as gensim says', () => {
  const { model, subwordVector } = readSkipGram('gensim/new-fasttext.model');
  const expected = json<Record<string, number[]>>('gensim/new-fasttext.oov.json');
  assert.ok(subwordVector);
  for (const [word, vector] of Object.entries(expected)) {
    const found = subwordVector(word)!;
    assert.equal(model.vocabulary.indexOf(word), undefined);
    vector.forEach((value, d) => {
      assert.ok(Math.abs(found[d] - value) < 1e-6, word);
    });
  }
});

test('a model that gensim converted from fastText has fastText’s tree and signs', () => {
  assertMatches(readSkipGram('gensim/new-from-fasttext.model'), json('fasttext/plain.ref.json'));
});

test('CBOW and added words come with a warning', () => {
  assert.match(readSkipGram('gensim/new-cbow.model').warnings.join(), /CBOW/);
  assert.match(readSkipGram('gensim/new-updated.model').warnings.join(), /added after training/);
});

test('input vectors that were scaled to length 1 come with a warning', () => {
  const bytes = readFileSync(fixture('gensim/new-beside.model'));
  const sibling = (name: string) => {
    const array = readFileSync(fixture(`gensim/${name}`));
    const numbers = new Float32Array(array.buffer.slice(array.byteOffset + 128, array.byteOffset + array.length));
    for (let row = 0; row < numbers.length; row += 8) {
      const length = Math.hypot(...numbers.subarray(row, row + 8));
      for (let d = row; d < row + 8; d++) numbers[d] /= length;
    }
    return Buffer.concat([array.subarray(0, 128), Buffer.from(numbers.buffer)]);
  };
  const siblings = new Map([
    ['new-beside.model.wv.vectors.npy', sibling('new-beside.model.wv.vectors.npy')],
    ['new-beside.model.syn1.npy', readFileSync(fixture('gensim/new-beside.model.syn1.npy'))],
  ]);
  const found = readForeignModel(memoryFile('new-beside.model', bytes, siblings));
  assert.match(found.warnings.join(), /have length 1/);
});

test('negative sampling and vectors alone are given as what they are, and refused where a tree is needed', () => {
  const sampled = readForeignModelFile(fixture('gensim/new-negative.model'));
  assert.equal(sampled.estimator, 'negative-sampling');
  assert.ok(sampled.estimator === 'negative-sampling');
  assert.equal(sampled.negative, 5);
  assert.deepEqual([sampled.outputVectors.rows, sampled.outputVectors.columns], [32, 8]);
  assertRefused(() => requireSkipGram(sampled, 'm'), 'UNSUPPORTED_MODEL', /negative sampling .*hs=1/);
  const vectors = readForeignModelFile(fixture('gensim/new-vectors.kv'));
  assert.ok(vectors.estimator === 'none');
  assert.deepEqual([...vectors.words], json<Reference>('gensim/new.ref.json').words);
  assertRefused(() => requireSkipGram(vectors, 'm'), 'UNSUPPORTED_MODEL', /32 word vectors are all.*tree/);
});

test('what cannot be used is refused with the reason', () => {
  const refused = (name: string, message: RegExp) =>
    assertRefused(() => readForeignModelFile(fixture(name)), 'UNSUPPORTED_MODEL', message);
  refused('gensim/new-doc2vec.model', /Doc2Vec.*documents alone/);
  refused('gensim/new-no-syn1.model', /syn1.*deleted/);
  refused('pickle/values-p4.pickle', /a pickle of a list/);
});

test('Doc2Vec with trained words is a model of words', () => {
  for (const name of ['doc2vec-words', 'doc2vec-dm']) {
    assertMatches(readSkipGram(`gensim/${name}.model`), json(`gensim/${name}.ref.json`));
  }
  assert.match(readSkipGram('gensim/doc2vec-dm.model').warnings.join(), /CBOW/);
});

test('of Doc2Vec with dm_concat=1 the vectors are read, and why not more is said', () => {
  const found = readForeignModelFile(fixture('gensim/doc2vec-concat.model'));
  assert.ok(found.estimator === 'none');
  assert.match(found.reason!, /dm_concat/);
  assert.equal(found.vectors.columns, 8);
});

test('of FastText that compress-fasttext pruned the word vectors are right, and what it quantized is refused', () => {
  const found = readForeignModelFile(fixture('compress-fasttext/pruned.bin'));
  assert.ok(found.estimator === 'none');
  const expected = json<Record<string, number[]>>('compress-fasttext/pruned.ref.json');
  assert.deepEqual([...found.words].sort(), Object.keys(expected).sort());
  found.words.forEach((word, row) => {
    const vector = (found.vectors.data as Float32Array).subarray(8 * row, 8 * row + 8);
    vector.forEach((value, d) => {
      assert.ok(Math.abs(value - expected[word][d]) < 1e-6, word);
    });
  });
  assertRefused(
    () => readForeignModelFile(fixture('compress-fasttext/quantized.bin')),
    'UNSUPPORTED_MODEL',
    /compressed \(compress-fasttext\).*Give the model that was compressed/,
  );
});

test('a missing file beside the model is named', () => {
  for (const [name, missing] of [
    ['old-a-beside.model', 'old-a-beside.model.syn0.npy'],
    ['old-b-beside.model', 'old-b-beside.model.wv.syn0.npy'],
    ['old-c-beside.model', 'old-c-beside.model.wv.vectors.npy'],
    ['new-beside.model.gz', 'new-beside.model.gz.syn1.npz'],
  ]) {
    const file = memoryFile(name, readFileSync(fixture(`gensim/${name}`)));
    assertRefused(() => readForeignModel(file), 'FILE_NOT_FOUND', new RegExp(missing.replaceAll('.', '\\.')));
  }
});

test('a path with another code than 0 and 1 is no tree, even where it would pass for one modulo 32', () => {
  const treeOf = (...codes: number[]) => {
    const links = new TreeLinks(new ByteReader(memorySource(new Uint8Array(100)), 'm'));
    codes.forEach((code, leaf) => {
      links.add(leaf, [0], [code], 1);
    });
    return pathsFromParents(links.parents([0, 1]));
  };
  assert.deepEqual([...treeOf(0, 1).codes], [0, 1]);
  for (const codes of [
    [0, 33],
    [32, 1],
    [0, 0],
  ]) {
    assert.throws(() => treeOf(...codes));
  }
});
