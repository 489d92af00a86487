import assert from 'node:assert/strict';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { writeSafetensors } from '../../packages/core/dist/formats/bytes/safetensors.js';
import { numberToHalf } from '../../packages/core/dist/math/half.js';
import { KeywordError, loadEncoder } from '../../packages/core/dist/node.js';
import { fixture, temporaryDirectory } from '../support.js';

const folder = fixture('encoder');
const expected: { text: string; vector: number[] }[] = JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8'));

const near = (found: Float32Array, vector: readonly number[]) => {
  vector.forEach((value, d) => {
    assert.ok(Math.abs(found[d] - value) < 1e-6, `${found} is not ${vector}`);
  });
};

/** A copy of the folder, changed. */
function changed(change: (directory: string) => void): string {
  const directory = temporaryDirectory();
  cpSync(folder, directory, { recursive: true });
  change(directory);
  return directory;
}

const edit = (directory: string, file: string, values: object) => {
  const path = join(directory, file);
  writeFileSync(path, JSON.stringify({ ...JSON.parse(readFileSync(path, 'utf8')), ...values }));
};

test('an encoder gives the vectors that onnxruntime and tokenizers give in Python', async () => {
  const encoder = await loadEncoder(folder);
  assert.equal(encoder.dim, 4);
  const found = await encoder.embed(
    expected.map(({ text }) => text),
    'text',
  );
  expected.forEach(({ vector }, i) => {
    near(found[i], vector);
  });
});

test('a long text is the mean of its windows, each between the signs of the tokenizer', async () => {
  const encoder = await loadEncoder(folder);
  // Six pieces are read at once: the first window speaks of the sky, the second of the sea.
  const [found] = await encoder.embed([`${'star '.repeat(6)}${'sailor '.repeat(6)}`], 'text');
  const window = [18 / 8, 0, 0, 1 / 8];
  const length = Math.hypot(...window);
  const sum = [18 / 8 / length, 18 / 8 / length, 0, (2 * 1) / 8 / length];
  near(
    found,
    sum.map((value) => value / Math.hypot(...sum)),
  );
});

test('a text of 100,000 pieces is read in a bounded number of windows', async () => {
  const encoder = await loadEncoder(folder);
  const [found] = await encoder.embed(['star '.repeat(100_000)], 'text');
  near(found, [18 / Math.hypot(18, 1), 0, 0, 1 / Math.hypot(18, 1)]);
});

test('what stands beside a text changes nothing about its vector', async () => {
  const encoder = await loadEncoder(folder);
  const texts = expected.map(({ text }) => text);
  const together = await encoder.embed(texts, 'text');
  for (const [i, text] of texts.entries()) assert.deepEqual(together[i], (await encoder.embed([text], 'text'))[0]);
});

test('the prefixes of the card go before every text and every keyword', async () => {
  const directory = changed((at) =>
    writeFileSync(join(at, 'telltale.json'), '{"textPrefix":"soup ","keywordPrefix":"sailor "}'),
  );
  const encoder = await loadEncoder(directory);
  const plain = await loadEncoder(folder);
  assert.deepEqual(await encoder.embed(['star'], 'text'), await plain.embed(['soup star'], 'text'));
  assert.deepEqual(await encoder.embed(['star'], 'keyword'), await plain.embed(['sailor star'], 'text'));
});

for (const dtype of ['F32', 'F16'] as const) {
  test(`the background of a folder is read as it was written, in ${dtype}`, async () => {
    const rows = [
      [1, 0.5, -0.25, 2],
      [0, 0, 3, 0.125],
    ];
    const numbers = dtype === 'F32' ? Float32Array.from(rows.flat()) : Uint16Array.from(rows.flat(), numberToHalf);
    const tensor = { dtype, shape: [2, 4], bytes: new Uint8Array(numbers.buffer) };
    const directory = changed((at) =>
      writeFileSync(join(at, 'background.safetensors'), Buffer.concat(writeSafetensors({}, { background: tensor }))),
    );
    assert.deepEqual(
      (await loadEncoder(directory)).background,
      rows.map((row) => Float32Array.from(row)),
    );
  });
}

test('pooling by [CLS] takes the first vector', async () => {
  const directory = changed((at) =>
    edit(at, '1_Pooling/config.json', { pooling_mode_cls_token: true, pooling_mode_mean_tokens: false }),
  );
  near((await (await loadEncoder(directory)).embed(['star'], 'text'))[0], [0, 0, 0, 1]);
});

for (const [what, code, message, change] of [
  [
    'without model.onnx',
    'FILE_NOT_FOUND',
    /no model\.onnx or onnx\/model\.onnx/,
    (at) => rmSync(join(at, 'model.onnx')),
  ],
  ['without tokenizer.json', 'FILE_NOT_FOUND', /no tokenizer\.json/, (at) => rmSync(join(at, 'tokenizer.json'))],
  [
    'without its pooling',
    'FILE_NOT_FOUND',
    /no 1_Pooling\/config\.json/,
    (at) => rmSync(join(at, '1_Pooling'), { recursive: true }),
  ],
  [
    'with another pooling',
    'UNSUPPORTED_MODEL',
    /pooling_mode_max_tokens.*Use an encoder/,
    (at) => edit(at, '1_Pooling/config.json', { pooling_mode_max_tokens: true, pooling_mode_mean_tokens: false }),
  ],
  [
    'with two poolings',
    'UNSUPPORTED_MODEL',
    /pools by pooling_mode_cls_token and/,
    (at) => edit(at, '1_Pooling/config.json', { pooling_mode_cls_token: true }),
  ],
  [
    'whose card has another dimension',
    'INVALID_MODEL',
    /dim 5.*word_embedding_dimension 4/,
    (at) => writeFileSync(join(at, 'telltale.json'), '{"dim":5}'),
  ],
  [
    'whose model has another dimension',
    'INVALID_MODEL',
    /1 × \d+ × 4 numbers.*vectors of 5, as its card says/,
    (at) => edit(at, '1_Pooling/config.json', { word_embedding_dimension: 5 }),
  ],
  [
    'whose dimension is absurd',
    'INVALID_MODEL',
    /word_embedding_dimension is 1000000000000/,
    (at) => edit(at, '1_Pooling/config.json', { word_embedding_dimension: 1e12 }),
  ],
  [
    'with a damaged model',
    'INVALID_MODEL',
    /model\.onnx cannot be opened/,
    (at) => writeFileSync(join(at, 'model.onnx'), readFileSync(join(at, 'model.onnx')).subarray(0, 200)),
  ],
  [
    'with a damaged tokenizer',
    'INVALID_MODEL',
    /tokenizer\.json is not JSON/,
    (at) => writeFileSync(join(at, 'tokenizer.json'), '{"model":'),
  ],
  [
    'with a tokenizer of nothing',
    'INVALID_MODEL',
    /tokenizer\.json cannot be used/,
    (at) => writeFileSync(join(at, 'tokenizer.json'), '{}'),
  ],
  [
    'with a background of another dimension',
    'INVALID_MODEL',
    /background\.safetensors/,
    (at) => cpSync(fixture('models', 'version-1-f32.safetensors'), join(at, 'background.safetensors')),
  ],
] satisfies [string, string, RegExp, (at: string) => void][]) {
  test(`a folder ${what} is an error that says so`, async () => {
    const directory = changed(change);
    await assert.rejects(
      loadEncoder(directory).then((encoder) => encoder.embed(['star'], 'text')),
      (error) => {
        assert.ok(error instanceof KeywordError, String(error));
        assert.equal(error.code, code, error.message);
        assert.match(error.message, message);
        return true;
      },
    );
  });
}

test('an encoder that is not there is an error that says what there could be', async () => {
  await assert.rejects(loadEncoder('no-such'), /no encoder "no-such".*folder.*npm install @telltale\/encoder-en/);
});
