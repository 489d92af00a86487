import assert from 'node:assert/strict';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { kernelNames } from '../../packages/core/dist/kernel/kernel.js';
import { copyRow } from '../../packages/core/dist/math/matrix.js';
import { nextRandom } from '../../packages/core/dist/math/random.js';
import { logDistribution } from '../../packages/core/dist/model/neighbours.js';
import { KeywordError, loadModel, openAnyModel, type TrainOptions, trainModel } from '../../packages/core/dist/node.js';
import { fixture, temporaryDirectory } from '../support.js';

const directory = temporaryDirectory();
const spark = fixture('spark/word2vec');
let state = 1;
const random = () => {
  state = nextRandom(state);
  return state / 2 ** 32;
};

/** Two topics of 20 words; a document is about one of them. The vectors know which, and are otherwise noise. */
const topics = ['a', 'b'].map((topic) => Array.from({ length: 20 }, (_, i) => `${topic}${i}`));
const documents = Array.from({ length: 1500 }, (_, d) =>
  Array.from({ length: 30 }, () => topics[d % 2][Math.floor(random() * 20)]).join(' '),
);
const lines = topics.flatMap((words, topic) =>
  words.map(
    (word) => `${word} ${topic ? -2 : 2} ${Array.from({ length: 4 }, () => (random() - 0.5).toFixed(4)).join(' ')}`,
  ),
);
const vectors = join(directory, 'topics.txt');
writeFileSync(vectors, `${['unseen 1 1 1 1 1', ...lines].join('\n')}\n`);

const options = {
  inputVectors: vectors,
  tokenizer: 'whitespace',
  threads: 2,
  subsample: 0,
  minCount: 1,
  heldOut: 0.1,
  learningRate: 0.1,
} as const;

const hasKernel = async (kernel: TrainOptions['kernel']) =>
  trainModel(['x y x y'], { kernel, tokenizer: 'whitespace', minCount: 1, threads: 1 }).then(
    () => true,
    (error) => !(error instanceof KeywordError && error.code === 'KERNEL_UNAVAILABLE'),
  );

for (const kernel of kernelNames) {
  for (const deterministic of [false, true]) {
    test(`nodes fitted to given vectors tell the topics apart, ${kernel}${deterministic ? ', deterministic' : ''}`, async (t) => {
      if (!(await hasKernel(kernel))) return t.skip(`no kernel ${kernel} here`);
      const corpus = documents.map((document) => `${document} stranger`);
      const { model, metadata } = await trainModel(corpus, { ...options, kernel, deterministic });
      const { vocabulary } = model;
      assert.deepEqual(new Set(vocabulary.words), new Set(topics.flat()));
      assert.deepEqual([model.inputVectors.columns, metadata.training.dim], [5, 5]);
      assert.equal(metadata.training.inputVectors, 'topics.txt');

      const given = await openAnyModel(vectors);
      assert.ok(given.estimator === 'none');
      const [expected, actual] = [new Float32Array(5), new Float32Array(5)];
      vocabulary.words.forEach((word, w) => {
        copyRow(given.vectors, given.words.indexOf(word), expected);
        copyRow(model.inputVectors, w, actual);
        assert.deepEqual(actual, expected, word);
      });

      // By the words' frequencies alone log p is about −ln 40 = −3.69, by topic −ln 20 = −3.00.
      const unigram = vocabulary.counts.reduce(
        (sum, n) => sum + (n / vocabulary.tokenCount) * Math.log(n / vocabulary.tokenCount),
        0,
      );
      assert.ok(unigram < -3.68);
      assert.ok(metadata.heldOutLogProbability! > unigram + 0.5, `${metadata.heldOutLogProbability}`);
      const sum = logDistribution(model, 3).reduce((total, logP) => total + Math.exp(logP), 0);
      assert.ok(Math.abs(sum - 1) < 1e-6);
    });
  }
}

test('how long the vectors are makes no difference', async () => {
  const scaled = join(directory, 'scaled.txt');
  const scale = (line: string) =>
    line
      .split(' ')
      .map((field, i) => (i ? Number(field) * 32 : field))
      .join(' ');
  writeFileSync(scaled, `${lines.map(scale).join('\n')}\n`);
  const trainings = [vectors, scaled].map((inputVectors) =>
    trainModel(documents, { ...options, threads: 1, inputVectors }),
  );
  const [one, other] = (await Promise.all(trainings)).map(({ metadata }) => metadata.heldOutLogProbability!);
  assert.ok(Math.abs(one - other) < 1e-4, `${one} and ${other}`);
});

test('the Word2VecModel that Spark saves has the vectors that Spark says', async () => {
  const reference = JSON.parse(readFileSync(fixture('spark/word2vec.ref.json'), 'utf8')) as {
    sparkVersion: string;
    vectors: Record<string, number[]>;
  };
  const part = readdirSync(join(spark, 'data'))[0];
  for (const path of [spark, join(spark, 'data'), join(spark, 'data', part)]) {
    const found = await openAnyModel(path);
    assert.ok(found.estimator === 'none');
    assert.deepEqual(found.words, Object.keys(reference.vectors));
    assert.deepEqual(found.vectors.data, Float32Array.from(Object.values(reference.vectors).flat()));
    if (path === spark) {
      assert.deepEqual([found.source.family, found.source.version], ['Spark MLlib', reference.sparkVersion]);
      assert.equal(found.source.options.vectorSize, 4);
    }
  }
  const corpus = Array.from({ length: 200 }, () => '太阳 是 恒星 行星 围绕 太阳');
  const { model } = await trainModel(corpus, { ...options, inputVectors: spark });
  assert.deepEqual([...model.vocabulary.words].sort(), ['围绕', '太阳', '恒星', '是', '行星']);
  await assert.rejects(loadModel(spark), { code: 'UNSUPPORTED_MODEL', message: /--input-vectors/ });
});

test('damaged, foreign and empty directories are refused', async () => {
  const part = join(spark, 'data', readdirSync(join(spark, 'data'))[0]);
  const make = (name: string, files: Record<string, string | Uint8Array>) => {
    for (const [file, bytes] of Object.entries(files)) {
      mkdirSync(join(directory, name, file, '..'), { recursive: true });
      writeFileSync(join(directory, name, file), bytes);
    }
    return join(directory, name);
  };
  const bytes = readFileSync(part);
  const other = make('other', {
    'metadata/part-0': '{"class":"org.apache.spark.ml.feature.IDFModel"}',
    'data/a.parquet': bytes,
  });
  await assert.rejects(openAnyModel(other), { code: 'UNSUPPORTED_MODEL', message: /IDFModel/ });
  const cut = make('cut', { 'data/a.parquet': bytes.subarray(0, bytes.length - 9) });
  await assert.rejects(openAnyModel(cut), { code: 'INVALID_MODEL', message: /a\.parquet/ });
  await assert.rejects(openAnyModel(make('empty', { 'readme.txt': '' })), {
    code: 'UNSUPPORTED_MODEL',
    message: /neither a \.parquet file nor model\.safetensors with tokenizer\.json/,
  });
  await assert.rejects(openAnyModel(join(directory, 'none.parquet')), { code: 'FILE_NOT_FOUND' });
  copyFileSync(part, join(directory, 'misnamed.bin'));
  await assert.rejects(openAnyModel(join(directory, 'misnamed.bin')), {
    code: 'FILE_UNREADABLE',
    message: /\.parquet/,
  });
});

test('a dimension that is not that of the vectors, and a corpus of other words, are refused', async () => {
  await assert.rejects(trainModel(documents, { ...options, dim: 7 }), {
    code: 'INVALID_OPTION',
    message: /5 components/,
  });
  await assert.rejects(trainModel(['x y z', 'x y z'], options), { code: 'INVALID_CORPUS', message: /topics\.txt/ });
  await assert.rejects(trainModel(documents, { ...options, inputVectors: 'nothing-here' }), { code: 'FILE_NOT_FOUND' });
});
