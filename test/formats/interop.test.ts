import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { requireSkipGram } from '../../packages/core/dist/formats/foreign/foreign-model.js';
import { logProbability } from '../../packages/core/dist/model/skip-gram.js';
import { readForeignModelFile } from '../../packages/core/dist/node/models/foreign-models.js';
import { assertRefused } from './fixtures.js';

/**
 * Files of real old versions, which are not ours to keep here: gensim's own test data (`gensim/`) and larger models
 * with references (`generated/`).
 */
const directory = process.env.TELLTALE_INTEROP;
const skip = directory ? false : 'TELLTALE_INTEROP does not name a directory of model files';
const path = (name: string) => join(directory ?? '', name);

interface LargeReference {
  words: string[];
  count: number[];
  code: number[][];
  point: number[][];
  logp_b_given_a: [string, string, number][];
}

test('gensim 4.2 models of 5,930 words are those of the reference', { skip }, () => {
  const reference: LargeReference = JSON.parse(readFileSync(path('generated/w2v_hs_sg_4.2.0.ref.json'), 'utf8'));
  for (const name of ['', '_pickle2', '_sep']) {
    const { model } = requireSkipGram(readForeignModelFile(path(`generated/w2v_hs_sg_4.2.0${name}.model`)), name);
    const { vocabulary, tree } = model;
    assert.deepEqual(vocabulary.words, reference.words);
    assert.deepEqual([...vocabulary.counts], reference.count);
    reference.code.forEach((code, w) => {
      assert.deepEqual([...tree.codes.subarray(tree.offsets[w], tree.offsets[w + 1])], code);
      assert.deepEqual([...tree.nodes.subarray(tree.offsets[w], tree.offsets[w + 1])], reference.point[w]);
    });
    for (const [input, output, expected] of reference.logp_b_given_a) {
      const found = logProbability(model, vocabulary.indexOf(output)!, vocabulary.indexOf(input)!);
      assert.ok(Math.abs(found - expected) < 1e-6, `log p(${output} | ${input}) is ${found}, expected ${expected}`);
    }
  }
});

test('probabilities of every real model with a tree sum to 1', { skip }, () => {
  const names = [
    'gensim/w2v_0.12.0.mdl',
    'gensim/w2v_0.12.3.mdl',
    'gensim/w2v-lee-v0.12.0',
    'gensim/model-from-gensim-3.8.0.w2v',
    'generated/gensim_fasttext_hs_4.2.0.model',
    'generated/fasttext_skipgram_hs.bin',
    'generated/fasttext_skipgram_hs_subword.bin',
  ];
  for (const name of names) {
    const { model } = requireSkipGram(readForeignModelFile(path(name)), name);
    const V = model.vocabulary.words.length;
    for (const input of [0, V >> 1, V - 1]) {
      let sum = 0;
      for (let output = 0; output < V; output++) sum += Math.exp(logProbability(model, output, input));
      assert.ok(Math.abs(sum - 1) < 1e-6, `${name}: ${sum}`);
    }
  }
});

test('fastText’s own vectors are the input vectors of its model', { skip }, () => {
  const { model } = requireSkipGram(readForeignModelFile(path('generated/fasttext_skipgram_hs.bin')), 'bin');
  const text = readForeignModelFile(path('generated/fasttext_skipgram_hs.vec'));
  assert.ok(text.estimator === 'none');
  assert.deepEqual(text.words, model.vocabulary.words);
  // The text has five significant digits.
  assert.ok(text.vectors.data.every((value, i) => Math.abs(value - model.inputVectors.data[i]) < 5e-5));
});

test('fastText’s own vectors are those of a model with negative sampling and n-grams', { skip }, () => {
  const model = readForeignModelFile(path('gensim/crime-and-punishment.bin'));
  const text = readForeignModelFile(path('gensim/crime-and-punishment.vec'));
  assert.ok(model.estimator === 'none' && text.estimator === 'none');
  assert.deepEqual(model.words, text.words);
  assert.ok(text.vectors.data.every((value, i) => Math.abs(value - model.vectors.data[i]) < 5e-5));
});

test('a Python 2 file has its words, though none is marked as text', { skip }, () => {
  const { model } = requireSkipGram(readForeignModelFile(path('gensim/w2v-lee-v0.12.0')), 'lee');
  assert.equal(model.vocabulary.words.length, 806);
  assert.ok(model.vocabulary.words.includes('australian') || model.vocabulary.words.includes('australia'));
});

test('models without a tree are refused or given as what they are', { skip }, () => {
  const estimator = (name: string) => readForeignModelFile(path(name)).estimator;
  for (const name of ['w2v_1.0.0.mdl', 'w2v_3.4.0.mdl', 'word2vec_3.3', 'word2vec_old', 'word2vec_old_sep']) {
    assert.equal(estimator(`gensim/${name}`), 'negative-sampling', name);
  }
  for (const name of ['word2vec_pre_kv_py2', 'word2vec_pre_kv_py3', 'word2vec_pre_kv_sep_py2']) {
    assert.equal(estimator(`gensim/${name}`), 'negative-sampling', name);
  }
  for (const name of ['word2vec_pre_kv_c', 'crime-and-punishment.vec', 'ft_kv_3.6.0.model.gz']) {
    assert.equal(estimator(`gensim/${name}`), 'none', name);
  }
  for (const name of ['crime-and-punishment.bin', 'lee_fasttext_new.bin', 'toy-model-pretrained.bin']) {
    const found = readForeignModelFile(path(`gensim/${name}`));
    assertRefused(() => requireSkipGram(found, name), 'UNSUPPORTED_MODEL', /-loss ns/);
  }
});
