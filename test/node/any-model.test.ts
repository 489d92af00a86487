import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { Jieba, TfIdf } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict.js';
import {
  convertModel,
  ExtractionPool,
  extractKeywords,
  inspectModel,
  loadModel,
  loadSkipGram,
  loadWordVectors,
  mostSimilar,
  readModelFile,
} from '../../packages/core/dist/node.js';
import { collect, fixture, python, skipsAllowed, temporaryDirectory } from '../support.js';

const directory = temporaryDirectory();
const whitespace = { tokenizer: 'whitespace' } as const;

/** A text of the first words of a model, and its keywords by that model. */
async function keywordsBy(path: string) {
  const model = await loadModel(path, whitespace);
  const text = model.model.vocabulary.words.slice(0, 12).join(' ');
  return {
    model,
    text,
    keywords: extractKeywords(model, text, { method: 'likelihood', topN: 100, stopWords: 'none' }),
  };
}

for (const name of [
  'gensim/new-p4.model',
  'gensim/new-beside.model',
  'gensim/new-beside.model.gz',
  'gensim/old-a-p2.model',
  'gensim/old-b-python2-p2.model',
  'gensim/new-fasttext.model',
  'fasttext/plain.bin',
  'fasttext/subword.bin',
]) {
  test(`${name} is a model like any other`, async () => {
    const path = fixture(name);
    const { model, keywords, text } = await keywordsBy(path);
    assert.equal(keywords.length, new Set(text.split(' ')).size);
    const best = model.model.vocabulary.indexOf(keywords[0].text)!;
    const sum = text
      .split(' ')
      .reduce((total, word) => total + model.model.logProbability(model.model.vocabulary.indexOf(word)!, best), 0);
    assert.ok(Math.abs(keywords[0].score / sum - 1) < 1e-5, `${keywords[0].score} and ${sum}`);
    assert.equal((await inspectModel(path)).estimator, 'hierarchical-softmax');
  });
}

test('a word out of the vocabulary is a candidate where its n-grams have a vector, and is not explained', async () => {
  const { model, text } = await keywordsBy(fixture('fasttext/subword.bin'));
  const unknown = `${text.split(' ')[1]}${text.split(' ')[2]}`;
  assert.equal(model.model.vocabulary.indexOf(unknown), undefined);
  const options = { method: 'likelihood', topN: 100, stopWords: 'none' } as const;
  const scored = (given: string) => new Map(extractKeywords(model, given, options).map((k) => [k.text, k.score]));
  const [without, withUnknown] = [scored(text), scored(`${text} ${unknown}`)];
  assert.ok(Number.isFinite(withUnknown.get(unknown)) && !without.has(unknown));
  for (const [word, score] of without) assert.ok(Math.abs(withUnknown.get(word)! / score - 1) < 1e-6, word);
});

test('negative sampling is used and said to be approximate', async () => {
  const path = fixture('gensim/new-negative.model');
  const { model, keywords } = await keywordsBy(path);
  assert.ok(keywords.length > 5);
  assert.ok(!model.model.exact && model.warnings?.some((warning) => warning.includes('estimate')));
  const facts = await inspectModel(path);
  assert.deepEqual([facts.estimator, facts.exact], ['negative-sampling', false]);
  await assert.rejects(loadSkipGram(path), { code: 'UNSUPPORTED_MODEL', message: /hs=1/ });
  await assert.rejects(convertModel(path, join(directory, 'x.safetensors')), { code: 'UNSUPPORTED_MODEL' });
});

test('the estimate is that of the noise distribution the model was trained with, as gensim has it', async () => {
  const { model } = await loadModel(fixture('gensim/new-negative-rare.model'), whitespace);
  const { logProbabilities } = JSON.parse(readFileSync(fixture('gensim/new-negative-rare.ref.json'), 'utf8'));
  for (const [input, output, expected] of logProbabilities as [string, string, number][]) {
    const found = model.logProbability(model.vocabulary.indexOf(output)!, model.vocabulary.indexOf(input)!);
    assert.ok(Math.abs(found - expected) < 1e-6, `log p(${output} | ${input}) is ${found}, expected ${expected}`);
  }
  const exponent = async (name: string) => (await inspectModel(fixture(`gensim/${name}.model`))).noiseExponent;
  assert.equal(await exponent('new-negative-rare'), -0.5);
  assert.equal(await exponent('new-negative'), 0.75);
  assert.equal(await exponent('new-from-fasttext-negative'), 0.5);
});

test('the size of a model in several files is the sum of them', async () => {
  const { file, fileSize } = await inspectModel('de');
  const sizes = ['model.safetensors', 'tokenizer.json'].map((name) => readFileSync(join(file, name)).length);
  assert.equal(fileSize, sizes[0] + sizes[1]);
});

test('what cannot give p(word | word) is refused with what is missing', async () => {
  const refused = (name: string, message: RegExp) =>
    assert.rejects(loadModel(fixture(name)), { code: 'UNSUPPORTED_MODEL', message });
  await refused('gensim/new-vectors.kv', /word vectors are all.*hs=1.*--input-vectors/);
  await refused('fasttext/classifier.ftz', /supervised/);
  await refused('fasttext/negative.bin', /hs/);
  await assert.rejects(loadModel(fixture('gensim/new-beside.model.syn1.npy')), {
    code: 'FILE_UNREADABLE',
    message: /beside/,
  });
});

const vectorsAlone = ['gensim/new-vectors.kv', 'vectors/new.bin', 'fasttext/negative.bin', 'spark/word2vec'];
for (const name of [...vectorsAlone, 'r-word2vec/skip-gram.bin', 'r-word2vec/skip-gram.txt', 'r-word2vec/cbow.bin']) {
  test(`${name}: word vectors alone are inspected, compared and converted`, async () => {
    const facts = await inspectModel(fixture(name));
    assert.equal(facts.estimator, 'none');
    assert.match(String(facts.usable), /similar.*--input-vectors/);
    assert.match(String(facts.missing), /tree/);
    const { vocabulary, inputVectors } = await loadWordVectors(fixture(name));
    assert.equal(facts.words, vocabulary.words.length);
    const [nearest] = mostSimilar({ vocabulary, inputVectors }, 1, 1);
    const to = join(directory, 'vectors.txt');
    await convertModel(fixture(name), to);
    const converted = await loadWordVectors(to);
    assert.deepEqual(converted.inputVectors.data, inputVectors.data);
    assert.deepEqual(mostSimilar(converted, 1, 1), [nearest]);
    for (const ending of ['safetensors', 'idf']) {
      await assert.rejects(convertModel(fixture(name), join(directory, `x.${ending}`)), { code: 'UNSUPPORTED_MODEL' });
    }
  });
}

for (const name of ['skip-gram', 'cbow']) {
  test(`r-word2vec/${name}: the nearest words are those that R itself names`, async () => {
    const rows = readFileSync(fixture(`r-word2vec/${name}.nearest.tsv`), 'utf8')
      .trimEnd()
      .split('\n')
      .slice(1);
    assert.ok(rows.length >= 14);
    const model = await loadWordVectors(fixture(`r-word2vec/${name}.bin`));
    for (const row of rows) {
      const [word, other, similarity, rank] = row.split('\t');
      const found = mostSimilar(model, model.vocabulary.indexOf(word) ?? -1, 5)[Number(rank) - 1];
      assert.equal(found.word, other);
      // R gives the root of the cosine.
      assert.ok(Math.abs(found.value - Number(similarity) ** 2) < 1e-6, row);
    }
  });
}

test('many texts are worked on by a foreign model as well', async () => {
  const pool = await ExtractionPool.open(fixture('gensim/new-p4.model'), { ...whitespace, threads: 1 });
  const { text, keywords } = await keywordsBy(fixture('gensim/new-p4.model'));
  const [result] = await collect(pool.extractMany([text], { method: 'likelihood', topN: 100, stopWords: 'none' }));
  assert.ok('keywords' in result);
  assert.deepEqual(result.keywords, keywords);
  await pool.close();
});

test('converted to a model file, a foreign model says the same', async () => {
  const [from, to] = [fixture('gensim/old-b-p4.model'), join(directory, 'converted.safetensors')];
  await convertModel(from, to, whitespace);
  const { metadata } = await readModelFile(to);
  assert.equal(metadata.tokenizer.name, 'whitespace');
  assert.match(metadata.source, /gensim/);
  assert.deepEqual((await keywordsBy(to)).keywords, (await keywordsBy(from)).keywords);
});

test('gensim loads the vectors that are written, text and binary', async (t) => {
  const paths = ['zh.txt', 'zh.bin'].map((name) => join(directory, name));
  const small = join(directory, 'small.safetensors');
  await convertModel(fixture('gensim/new-p4.model'), small, whitespace);
  for (const path of paths) await convertModel(small, path);
  const script = `
import json, sys
from gensim.models import KeyedVectors
out = []
for path, binary in ((sys.argv[1], False), (sys.argv[2], True)):
    wv = KeyedVectors.load_word2vec_format(path, binary=binary)
    out.append([wv.index_to_key, wv.vectors.tolist()])
print(json.dumps(out))`;
  const { status, stdout, stderr } = spawnSync(python, ['-c', script, ...paths], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (status !== 0 && skipsAllowed && /No module named|ENOENT/.test(stderr ?? 'ENOENT'))
    return t.skip('gensim is not installed');
  assert.equal(status, 0, stderr);
  const written = await loadSkipGram(small);
  for (const [words, vectors] of JSON.parse(stdout) as [string[], number[][]][]) {
    assert.deepEqual(words, written.vocabulary.words);
    assert.deepEqual(vectors.flat(), [...(written.inputVectors.data as Float32Array)]);
  }
});

test('jieba in Python and in Node loads the IDF file that is written', async (t) => {
  const path = join(directory, 'zh.idf');
  await convertModel('zh', path);
  const lines = readFileSync(path, 'utf8').trim().split('\n');
  assert.ok(lines.length > 60_000 && /^\S+ \d+\.\d+$/.test(lines[0]), lines[0]);
  const text = '太阳是一颗恒星，也是太阳系的中心天体。';
  const node = TfIdf.withDict(readFileSync(path))
    .extractKeywords(Jieba.withDict(dict), text, 3)
    .map(({ keyword }) => keyword);
  assert.ok(node.includes('恒星'), `${node}`);
  const script = `
import jieba, jieba.analyse, logging, sys
jieba.setLogLevel(logging.ERROR)
jieba.analyse.set_idf_path(sys.argv[1])
print(' '.join(jieba.analyse.extract_tags(sys.argv[2], topK=3)))`;
  const { status, stdout, stderr } = spawnSync(python, ['-c', script, path, text], {
    encoding: 'utf8',
    env: { ...process.env, PYTHONIOENCODING: 'utf8' },
  });
  if (status !== 0 && skipsAllowed && /No module named|ENOENT/.test(stderr ?? 'ENOENT'))
    return t.skip('jieba is not installed');
  assert.equal(status, 0, stderr);
  assert.match(stdout, /恒星/);
});

test('an ending that names no form, and a model without document frequencies, are refused', async () => {
  await assert.rejects(convertModel('zh', join(directory, 'zh.xyz')), {
    code: 'INVALID_OPTION',
    message: /\.safetensors.*\.idf/,
  });
  await assert.rejects(convertModel(fixture('gensim/new-p4.model'), join(directory, 'x.idf')), {
    code: 'UNSUPPORTED_MODEL',
    message: /documents/,
  });
});
