import assert from 'node:assert/strict';
import { test } from 'node:test';
import { KeywordError } from '../../packages/core/dist/errors.js';
import { readSafetensors, type Tensor, writeSafetensors } from '../../packages/core/dist/formats/bytes/safetensors.js';
import { decodeAnyModel, decodeModel, encodeModel } from '../../packages/core/dist/formats/telltale/model-file.js';
import type { CooccurrenceModel } from '../../packages/core/dist/model/cooccurrence.js';
import { metadata, tinyCooccurrence } from './sample-models.js';

const encode = async (model = tinyCooccurrence()) => Buffer.concat(await encodeModel(model, metadata));

test('co-occurrence counts come back as they were written', async () => {
  const bytes = await encode();
  const decoded = await decodeAnyModel(bytes);
  assert.ok(decoded.estimator === 'cooccurrence' && decoded.verified);
  assert.deepEqual(decoded.metadata, metadata);
  const { vocabulary, ...expected } = tinyCooccurrence();
  const { vocabulary: found, ...actual } = decoded.model;
  assert.deepEqual(actual, expected);
  assert.deepEqual(found.words, vocabulary.words);
  assert.deepEqual(await encode(decoded.model), bytes);
  await assert.rejects(decodeModel(bytes), { code: 'UNSUPPORTED_MODEL', message: /word vectors/ });
});

test('every single damaged byte is noticed, and without the checksum never another error', async () => {
  const bytes = await encode();
  for (let at = 0; at < bytes.length; at++) {
    for (const mask of [0x01, 0x80, 0xff]) {
      bytes[at] ^= mask;
      await assert.rejects(decodeAnyModel(bytes), KeywordError, `byte ${at} ^ ${mask}`);
      await decodeAnyModel(bytes, { verify: false }).catch((error) => assert.ok(error instanceof KeywordError, error));
      bytes[at] ^= mask;
    }
  }
});

test('tensors and metadata that contradict each other are refused', async () => {
  const u32 = (...numbers: number[]) => ({
    bytes: new Uint8Array(Uint32Array.from(numbers).buffer),
    shape: [numbers.length],
  });
  const f64 = (...numbers: number[]) => ({
    bytes: new Uint8Array(Float64Array.from(numbers).buffer),
    shape: [numbers.length],
  });
  const cases: [Record<string, Partial<Tensor> | undefined>, RegExp, Record<string, string>?][] = [
    [{ pair_columns: undefined }, /pair_columns is missing/],
    [{ pair_offsets: u32(0, 2, 3, 3) }, /pair_offsets has the shape \[4\], expected \[5\]/],
    [{ pair_offsets: u32(0, 2, 1, 3, 3) }, /do not ascend at word 1/],
    [{ pair_offsets: u32(0, 4_000_000_000, 3, 3, 3) }, /do not ascend at word 0/],
    [{ pair_offsets: u32(1, 2, 3, 3, 3) }, /run from 1 to 3, expected 0 to 3/],
    [{ pair_offsets: u32(0, 2, 3, 3, 2) }, /run from 0 to 2/],
    [{ pair_columns: u32(1, 4, 2) }, /pair 1, of word 0, is with word 4/],
    [{ pair_columns: u32(3, 1, 2) }, /pair 1, of word 0, is with word 1/],
    [{ pair_columns: u32(1, 1, 2) }, /pair 1, of word 0/],
    [{ pair_counts: u32(5, 0, 4) }, /counted 0 times/],
    [{ pair_counts: u32(5, 1) }, /pair_counts has the shape \[2\], expected \[3\]/],
    [{ row_totals: f64(5, 12, 0, 7) }, /word 0 has a sum of 6, its total is 5/],
    [{ row_totals: f64(90, Number.NaN, 0, 7) }, /its total is NaN/],
    [{}, /smoothing is 0/, { smoothing: '0' }],
    [{}, /smoothing is NaN/, { smoothing: 'much' }],
    [{}, /smoothing is Infinity/, { smoothing: '1e999' }],
  ];
  const file = readSafetensors(await encode());
  const altered = (tensors: Record<string, Partial<Tensor> | undefined>, strings: Record<string, string> = {}) => {
    const all = { ...Object.fromEntries(file.tensors) } as Record<string, Tensor>;
    for (const [name, change] of Object.entries(tensors)) {
      if (change) all[name] = { ...all[name], ...change };
      else delete all[name];
    }
    return Buffer.concat(writeSafetensors({ ...Object.fromEntries(file.metadata), ...strings }, all));
  };
  for (const [tensors, message, strings] of cases) {
    const bytes = altered(tensors, strings);
    await assert.rejects(decodeAnyModel(bytes, { verify: false }), { code: 'INVALID_MODEL', message });
  }
  await assert.rejects(decodeAnyModel(altered({}, { estimator: 'oracle' }), { verify: false }), {
    code: 'UNSUPPORTED_MODEL',
    message: /"oracle"/,
  });
  const bad: CooccurrenceModel = { ...tinyCooccurrence(), rowTotals: new Float64Array(4) };
  await assert.rejects(encode(bad), { code: 'INVALID_MODEL' });
});
