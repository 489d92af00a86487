import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { KeywordError } from '../../packages/core/dist/errors.js';
import { readSafetensors, type Tensor, writeSafetensors } from '../../packages/core/dist/formats/bytes/safetensors.js';
import { type DecodeOptions, decodeModel, encodeModel } from '../../packages/core/dist/formats/telltale/model-file.js';
import { convertMatrix, floatMatrix, type NumberFormat, toFloats } from '../../packages/core/dist/math/matrix.js';
import type { SkipGramModel } from '../../packages/core/dist/model/skip-gram.js';
import { createVocabulary } from '../../packages/core/dist/model/vocabulary.js';
import { anyModel, concatenate, metadata, sha256, tinyModel } from './sample-models.js';

const formats: NumberFormat[] = ['f32', 'f16', 'int8'];

async function encode(model: SkipGramModel, meta = metadata, storage?: NumberFormat): Promise<Uint8Array> {
  return concatenate(await encodeModel(model, meta, { storage, sha256 }));
}

async function refuse(bytes: Uint8Array, code: string, message: RegExp, options: DecodeOptions = { sha256 }) {
  await assert.rejects(
    decodeModel(bytes, options),
    (error: unknown) => {
      assert.ok(error instanceof KeywordError, String(error));
      assert.equal(error.code, code);
      assert.match(error.message, message);
      return true;
    },
    String(message),
  );
}

/** The tiny model's file with parts exchanged; its checksum is wrong afterwards. */
async function altered(
  tensors: Record<string, Partial<Tensor> | undefined>,
  strings: Record<string, string | undefined> = {},
  format: NumberFormat = 'f32',
): Promise<Uint8Array> {
  const file = readSafetensors(await encode(tinyModel(format)));
  const newTensors = Object.fromEntries(file.tensors);
  for (const [name, change] of Object.entries(tensors)) {
    if (change) newTensors[name] = { ...newTensors[name], ...change };
    else delete newTensors[name];
  }
  const newStrings = Object.fromEntries(file.metadata);
  for (const [name, change] of Object.entries(strings)) {
    if (change === undefined) delete newStrings[name];
    else newStrings[name] = change;
  }
  return concatenate(writeSafetensors(newStrings, newTensors));
}

const bytesOf = (numbers: Float64Array | Float32Array | Uint32Array | Int32Array) => ({
  bytes: new Uint8Array(numbers.buffer),
});

/** The same file, its header written by a writer that puts blanks after colons and commas, metadata last. */
function rewritten(bytes: Uint8Array): Uint8Array {
  const length = Number(new DataView(bytes.buffer, bytes.byteOffset).getBigUint64(0, true));
  const { __metadata__, ...tensors } = JSON.parse(Buffer.from(bytes.subarray(8, 8 + length)).toString());
  const json = JSON.stringify({ ...tensors, __metadata__ }, null, 1);
  const head = Buffer.alloc(8 + Buffer.byteLength(json));
  head.writeBigUInt64LE(BigInt(head.length - 8));
  head.write(json, 8);
  return concatenate([head, bytes.subarray(8 + length)]);
}

describe('model file', () => {
  it('is read after another program wrote its header again, and damage to it is still found', async () => {
    const model = tinyModel('f32');
    const bytes = rewritten(await encode(model));
    const decoded = await decodeModel(bytes, { sha256 });
    assert.equal(decoded.verified, true);
    assert.deepEqual(decoded.model.vocabulary.words, model.vocabulary.words);
    bytes[bytes.length - 9] ^= 1;
    await refuse(bytes, 'INVALID_MODEL', /SHA-256/);
  });

  for (const format of formats) {
    it(`comes back byte for byte, ${format}`, async () => {
      await fc.assert(
        fc.asyncProperty(anyModel(format), async ({ model, metadata }) => {
          const bytes = await encode(model, metadata);
          const decoded = await decodeModel(bytes, { sha256 });
          assert.equal(decoded.verified, true);
          assert.deepEqual(decoded.metadata, metadata);
          assert.deepEqual(decoded.model.inputVectors, model.inputVectors);
          assert.deepEqual(decoded.model.nodeVectors, model.nodeVectors);
          assert.deepEqual(decoded.model.tree, model.tree);
          assert.deepEqual({ ...decoded.model.vocabulary, indexOf: 0 }, { ...model.vocabulary, indexOf: 0 });
          assert.deepEqual(await encode(decoded.model, decoded.metadata), bytes);
        }),
      );
    });

    it(`of format version 1 is read for ever, ${format}`, async () => {
      const url = new URL(`../../test/fixtures/models/version-1-${format}.safetensors`, import.meta.url);
      const bytes = new Uint8Array(readFileSync(url));
      const { model, metadata: meta } = await decodeModel(bytes, { sha256 });
      assert.deepEqual(meta, metadata);
      const { vocabulary, tree, inputVectors, nodeVectors } = tinyModel(format);
      assert.deepEqual(model.vocabulary.words, vocabulary.words);
      assert.deepEqual(model.vocabulary.counts, vocabulary.counts);
      assert.deepEqual(model.tree, tree);
      assert.deepEqual(model.inputVectors, inputVectors);
      assert.deepEqual(model.nodeVectors, nodeVectors);
      assert.deepEqual(await encode(tinyModel(format)), bytes, 'the writer still makes the same bytes');
    });

    it(`converts to ${format} on the way out`, async () => {
      const { model } = await decodeModel(await encode(tinyModel(), metadata, format));
      assert.equal(model.inputVectors.format, format);
      assert.deepEqual(toFloats(model.nodeVectors), toFloats(tinyModel(format).nodeVectors));
    });
  }

  it('reads views of the bytes, and copies where they do not lie aligned', async () => {
    const bytes = await encode(tinyModel());
    const { model } = await decodeModel(bytes);
    assert.ok(model.inputVectors.data.buffer === bytes.buffer);
    assert.ok(model.vocabulary.counts.buffer === bytes.buffer);
    const shifted = Buffer.alloc(bytes.length + 1);
    shifted.set(bytes, 1);
    const copied = await decodeModel(shifted.subarray(1));
    assert.deepEqual(copied.model.inputVectors, model.inputVectors);
    assert.ok(copied.model.inputVectors.data.buffer !== shifted.buffer);
  });

  it('reads from a SharedArrayBuffer and from a bare buffer', async () => {
    const bytes = await encode(tinyModel());
    const shared = new SharedArrayBuffer(bytes.length);
    new Uint8Array(shared).set(bytes);
    const { model, verified } = await decodeModel(shared);
    assert.equal(verified, true);
    assert.ok(model.nodeVectors.data.buffer === shared);
    assert.deepEqual((await decodeModel(bytes.buffer)).model.vocabulary.words, model.vocabulary.words);
  });

  it('makes the tree of bytes that were read before when it is asked for', async () => {
    const bytes = await encode(tinyModel());
    const { model, verified } = await decodeModel(bytes, { isSound: true, verify: false });
    assert.equal(verified, false);
    const { model: whole } = await decodeModel(bytes);
    assert.deepEqual(model.tree, whole.tree);
    assert.equal(model.tree, model.tree);
    assert.deepEqual(model.inputVectors, whole.inputVectors);
    const damaged = await altered({ tree_parents: bytesOf(new Int32Array(7)) });
    const later = await decodeModel(damaged, { isSound: true, verify: false });
    assert.throws(() => later.model.tree, { code: 'INVALID_MODEL' });
  });

  it('says so where it could not compare the checksum', async (t) => {
    const bytes = await encode(tinyModel());
    assert.equal((await decodeModel(bytes, { verify: false, sha256 })).verified, false);
    assert.equal((await decodeModel(bytes)).verified, true);
    const own = Object.getOwnPropertyDescriptor(globalThis, 'crypto')!;
    t.after(() => Object.defineProperty(globalThis, 'crypto', own));
    Object.defineProperty(globalThis, 'crypto', { value: {}, configurable: true });
    assert.equal((await decodeModel(bytes)).verified, false);
    await assert.rejects(encodeModel(tinyModel(), metadata), { code: 'INVALID_OPTION', message: /sha256/ });
  });

  it('seals alike with Web Crypto and with Node', async () => {
    assert.deepEqual(concatenate(await encodeModel(tinyModel(), metadata)), await encode(tinyModel()));
  });

  it('has a checksum that anyone can recompute', async () => {
    const bytes = Buffer.from(await encode(tinyModel()));
    const checksum = readSafetensors(bytes).metadata.get('checksum')!;
    bytes.write('0'.repeat(64), bytes.indexOf(checksum));
    assert.equal(sha256([bytes]), checksum);
  });

  for (const format of formats) {
    it(`notices every single damaged byte, ${format}`, async () => {
      const bytes = await encode(tinyModel(format));
      for (let at = 0; at < bytes.length; at++) {
        for (const mask of [0x01, 0x20, 0xff]) {
          bytes[at] ^= mask;
          await assert.rejects(decodeModel(bytes, { sha256 }), KeywordError, `byte ${at} ^ ${mask}`);
          // Without the checksum damage may pass, but never as another error.
          await decodeModel(bytes, { verify: false }).catch((error) => assert.ok(error instanceof KeywordError, error));
          bytes[at] ^= mask;
        }
      }
      await decodeModel(bytes, { sha256 });
    });
  }

  it('notices that it was cut off, wherever', async () => {
    const bytes = await encode(tinyModel());
    for (let length = 0; length < bytes.length; length++) {
      await refuse(bytes.slice(0, length), 'INVALID_MODEL', new RegExp(`the file has ${length}. It was cut off`));
    }
  });

  it('tells foreign files and other versions from damaged ones', async () => {
    const foreign = { dtype: 'BF16', shape: [2, 2], bytes: new Uint8Array(8) } as const;
    for (const strings of [{}, { format: 'pt' }]) {
      const bytes = concatenate(writeSafetensors(strings as Record<string, string>, { weight: foreign }));
      await refuse(bytes, 'UNSUPPORTED_MODEL', /not a Telltale model/);
    }
    const later = await altered({}, { format_version: '2' });
    await refuse(later, 'UNSUPPORTED_MODEL', /has format version "2", this release reads version 1/);
    await refuse(await altered({}, { format_version: undefined }), 'INVALID_MODEL', /lacks format_version/);
    await refuse(await altered({}, { checksum: undefined }), 'INVALID_MODEL', /holds no checksum/);
    await refuse(await altered({ counts: undefined }), 'INVALID_MODEL', /its SHA-256 is/);
  });

  it('refuses metadata that lack something', async () => {
    const cases: [Record<string, string | undefined>, RegExp, string?][] = [
      [{ tokenizer: undefined }, /lacks tokenizer/],
      [{ licence: undefined }, /lacks licence/],
      [{ source: undefined }, /lacks source/],
      [{ training: '{' }, /training is not JSON/],
      [{ training: '[]' }, /training is not an object/],
      [{ training: '{"a":null}' }, /training\.a is not a finite number/],
      [{ tokenizer: '{}' }, /tokenizer\.name is not a string/],
      [{ tokenizer: '{"name":"jieba","version":1}' }, /tokenizer\.version is not a string/],
      [{ tokenizer: '{"name":"mecab"}' }, /the tokenizer "mecab"; this release has jieba/, 'UNSUPPORTED_MODEL'],
      [{ corpus: '{"name":"","tokens":-1}' }, /corpus\.tokens is not a whole number/],
      [{ corpus: '{"name":"","tokens":1e999,"documents":3}' }, /corpus\.tokens is not a whole number/],
      [{ held_out_log_probability: '1e999' }, /held_out_log_probability is not a finite number/],
    ];
    for (const [strings, message, code] of cases) {
      await refuse(await altered({}, strings), code ?? 'INVALID_MODEL', message, { verify: false });
    }
  });

  it('refuses tensors that contradict each other', async () => {
    const cases: [Record<string, Partial<Tensor> | undefined>, RegExp][] = [
      [{ counts: undefined }, /counts is missing/],
      [{ tree_codes: undefined }, /tree_codes is missing/],
      [{ counts: { dtype: 'I64' } }, /counts is I64, expected F64/],
      [{ counts: { shape: [2, 2] } }, /document_frequencies has the shape \[4\], expected \[2\]|counts has the shape/],
      [{ document_frequencies: { shape: [3], bytes: new Uint8Array(24) } }, /has the shape \[3\], expected \[4\]/],
      [{ input_vectors: { shape: [2, 4] } }, /input_vectors has the shape \[2,4\], expected \[4,4\]/],
      [{ input_vectors: { shape: [8] } }, /input_vectors has the shape \[8\]/],
      [{ input_vectors: { shape: [4, 0], bytes: new Uint8Array(0) } }, /no columns/],
      [
        { node_vectors: { shape: [3, 1], bytes: new Uint8Array(12) } },
        /node_vectors are 3 × 1 numbers, expected 3 × 2/,
      ],
      [{ node_vectors: { dtype: 'I8', bytes: new Uint8Array(6) } }, /node_vectors_scales is missing/],
      [{ input_vectors: bytesOf(new Float32Array(8).fill(Number.NaN)) }, /input_vectors holds numbers that are not/],
      [{ counts: bytesOf(Float64Array.of(1, 0, 1, 1)) }, /count of word 1 is 0/],
      [{ counts: bytesOf(Float64Array.of(1, 1, 1, Number.NaN)) }, /count of word 3 is NaN/],
      [{ document_frequencies: bytesOf(Float64Array.of(1, 4, 1, 1)) }, /word 1 is in 4 of 3 documents/],
      [{ tree_parents: bytesOf(new Int32Array(7)) }, /left twice/],
      [{ tree_parents: bytesOf(Int32Array.of(2, 1, 0, 0, 1, 2, 2)) }, /left twice|no root/],
      [{ word_offsets: bytesOf(new Uint32Array(5)) }, /word_offsets run from 0 to 0/],
    ];
    for (const [tensors, message] of cases) {
      await refuse(await altered(tensors), 'INVALID_MODEL', message, { verify: false });
    }
    const twice = { word_bytes: { shape: [4], bytes: new TextEncoder().encode('abac') } };
    const offsets = { word_offsets: bytesOf(Uint32Array.of(0, 1, 2, 3, 4)) };
    await refuse(await altered({ ...twice, ...offsets }), 'INVALID_MODEL', /has a word twice/, { verify: false });
    const scales = { input_vectors_scales: bytesOf(Float32Array.of(1, Number.POSITIVE_INFINITY, 1, 1)) };
    await refuse(await altered(scales, {}, 'int8'), 'INVALID_MODEL', /input_vectors holds/, { verify: false });
    const one: Record<string, Partial<Tensor>> = {
      counts: { shape: [1], bytes: new Uint8Array(8).fill(1) },
      document_frequencies: { shape: [1], bytes: new Uint8Array(8) },
      word_offsets: { shape: [2], ...bytesOf(Uint32Array.of(0, 1)) },
      word_bytes: { shape: [1], bytes: Uint8Array.of(97) },
    };
    await refuse(await altered(one), 'INVALID_MODEL', /has 1 word, expected 2 or more/, { verify: false });
  });

  it('refuses to write what could not be read', async () => {
    const good = tinyModel();
    const words = (list: string[]) => createVocabulary({ ...good.vocabulary, words: list });
    const cases: [Partial<SkipGramModel>, RegExp, NumberFormat?][] = [
      [{ vocabulary: words(['a', 'b', 'c', '\ud842']) }, /Word 3, "\\ud842", holds half a surrogate pair/],
      [
        { vocabulary: createVocabulary({ ...good.vocabulary, documentCount: 4 }) },
        /counts 4 documents, the metadata 3/,
      ],
      [{ nodeVectors: floatMatrix(new Float32Array(8), 4, 2) }, /node_vectors are 4 × 2 numbers, expected 3 × 2/],
      [{ inputVectors: floatMatrix(new Float32Array(8).fill(Number.NaN), 4, 2) }, /input_vectors holds/],
      [{ inputVectors: floatMatrix(new Float32Array(8).fill(1e5), 4, 2) }, /too large for f16/, 'f16'],
      [{ tree: { ...good.tree, codes: good.tree.codes.map(() => 0) } }, /left twice/],
    ];
    for (const [change, message, storage] of cases) {
      await assert.rejects(encode({ ...good, ...change }, metadata, storage), { code: 'INVALID_MODEL', message });
    }
    const training = { rate: Number.POSITIVE_INFINITY };
    await assert.rejects(encode(good, { ...metadata, training }), { code: 'INVALID_MODEL', message: /training\.rate/ });
  });

  it('takes int8 rows of zeros', async () => {
    const zeros = convertMatrix(floatMatrix(new Float32Array(8), 4, 2), 'int8');
    const { model } = await decodeModel(await encode({ ...tinyModel(), inputVectors: zeros }));
    assert.deepEqual([...toFloats(model.inputVectors)], Array(8).fill(0));
  });
});
