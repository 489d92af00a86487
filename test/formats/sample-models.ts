import { createHash } from 'node:crypto';
import fc from 'fast-check';
import type { Sha256 } from '../../packages/core/dist/formats/bytes/checksum.js';
import { convertMatrix, floatMatrix, type NumberFormat } from '../../packages/core/dist/math/matrix.js';
import type { CooccurrenceModel } from '../../packages/core/dist/model/cooccurrence.js';
import { pathsFromParents } from '../../packages/core/dist/model/huffman.js';
import type { ModelMetadata } from '../../packages/core/dist/model/metadata.js';
import type { SkipGramModel } from '../../packages/core/dist/model/skip-gram.js';
import { createVocabulary } from '../../packages/core/dist/model/vocabulary.js';
import { anyTree } from '../model/sample-trees.js';

export const metadata: ModelMetadata = {
  formatVersion: 1,
  tokenizer: {
    name: 'jieba',
    version: '@node-rs/jieba 2.0.2',
    normalization: 'nfkc-lowercase',
    dictionaryHash: '',
    locale: '',
  },
  training: { dim: 2, window: 8, learningRate: 0.025, storage: 'f32', shuffled: false },
  corpus: { name: '维基 "百科"', tokens: 12, documents: 3 },
  licence: 'MIT',
  source: 'telltale 0.1.0',
  heldOutLogProbability: -7.125,
};

/** Four words, two columns, numbers that every format holds exactly. */
export function tinyModel(format: NumberFormat = 'f32'): SkipGramModel {
  return {
    vocabulary: createVocabulary({
      words: ['的', '墓葬', '__proto__', '𠮷 a'],
      counts: Float64Array.of(2 ** 53, 3, 2, 1),
      documentFrequencies: Float64Array.of(3, 2, 2, 1),
      documentCount: 3,
    }),
    tree: pathsFromParents({
      parents: Int32Array.of(2, 1, 0, 0, 1, 2, -1),
      codes: Uint8Array.of(0, 1, 0, 1, 0, 1, 0),
    }),
    inputVectors: convertMatrix(floatMatrix(Float32Array.of(127, -3, 12.7, 0, 0, 0, 254, -254), 4, 2), format),
    nodeVectors: convertMatrix(floatMatrix(Float32Array.of(127, 1, -127, 2, 63.5, 0.5), 3, 2), format),
  };
}

/** Three pairs of the same four words; the last two rows are empty. */
export function tinyCooccurrence(): CooccurrenceModel {
  return {
    vocabulary: createVocabulary({
      words: ['的', '墓葬', '__proto__', '𠮷 a'],
      counts: Float64Array.of(40, 3, 2, 1),
      documentFrequencies: Float64Array.of(3, 2, 2, 1),
      documentCount: 3,
    }),
    rowOffsets: Uint32Array.of(0, 2, 3, 3, 3),
    columns: Uint32Array.of(1, 3, 2),
    pairCounts: Uint32Array.of(5, 1, 4),
    rowTotals: Float64Array.of(90, 12, 0, 7),
    smoothing: 2.5,
  };
}

/** As JSON gives them back: fast-check would also try objects without a prototype. */
const plainObjects = { noNullPrototype: true };

/** JSON has no −0. */
const finite = fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => n || 0);

const numbers = (length: number) =>
  fc
    .array(fc.float({ min: -100, max: 100, noNaN: true }), { minLength: length, maxLength: length })
    .map((values) => Float32Array.from(values));

const word = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.constantFrom('constructor', '__proto__', '\ufeff', '\0'),
);

/** Any model of 2–12 words, each matrix in the number format given. */
export function anyModel(format: NumberFormat): fc.Arbitrary<{ model: SkipGramModel; metadata: ModelMetadata }> {
  return fc
    .record({
      words: fc.uniqueArray(word, { minLength: 2, maxLength: 12 }),
      D: fc.integer({ min: 1, max: 5 }),
      documents: fc.integer({ min: 0, max: 9 }),
    })
    .chain(({ words, D, documents }) => {
      const V = words.length;
      const each = (arb: fc.Arbitrary<number>) =>
        fc.array(arb, { minLength: V, maxLength: V }).map((values) => Float64Array.from(values));
      return fc.record({
        model: fc.record({
          vocabulary: fc
            .record({
              words: fc.constant(words),
              counts: each(fc.maxSafeInteger().map((n) => Math.abs(n) + 1)),
              documentFrequencies: each(fc.nat(documents)),
              documentCount: fc.constant(documents),
            })
            .map(createVocabulary),
          tree: anyTree(V).map(pathsFromParents),
          inputVectors: numbers(V * D).map((data) => convertMatrix(floatMatrix(data, V, D), format)),
          nodeVectors: numbers((V - 1) * D).map((data) => convertMatrix(floatMatrix(data, V - 1, D), format)),
        }),
        metadata: fc.record(
          {
            formatVersion: fc.constant(1 as const),
            tokenizer: fc.record(
              {
                name: fc.constantFrom('jieba', 'intl', 'whitespace'),
                version: fc.string(),
                normalization: fc.constantFrom('none', 'nfkc'),
                dictionaryHash: fc.string(),
                locale: fc.string(),
              },
              plainObjects,
            ),
            training: fc.dictionary(
              fc.string({ unit: 'binary' }),
              fc.oneof(fc.string(), fc.boolean(), finite),
              plainObjects,
            ),
            corpus: fc.record(
              {
                name: fc.string({ unit: 'binary' }),
                tokens: fc.maxSafeInteger().map(Math.abs),
                documents: fc.constant(documents),
              },
              plainObjects,
            ),
            licence: fc.string({ unit: 'binary' }),
            source: fc.string(),
            heldOutLogProbability: finite,
            created: fc.string(),
          },
          {
            requiredKeys: ['formatVersion', 'tokenizer', 'training', 'corpus', 'licence', 'source'],
            ...plainObjects,
          },
        ),
      }) as fc.Arbitrary<{ model: SkipGramModel; metadata: ModelMetadata }>;
    });
}

/** SHA-256 by Node. */
export const sha256: Sha256 = (chunks) => {
  const hash = createHash('sha256');
  for (const chunk of chunks) hash.update(chunk);
  return hash.digest('hex');
};

/** All chunks as one array. */
export function concatenate(chunks: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(chunks));
}
