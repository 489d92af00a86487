import { KeywordError } from '../errors.js';
import { convertMatrix, hasOnlyFiniteNumbers, type Matrix, type NumberFormat } from '../math/matrix.js';
import { type HuffmanTree, parentsFromPaths, pathsFromParents } from '../model/huffman.js';
import type { ModelMetadata } from '../model/metadata.js';
import type { SkipGramModel } from '../model/skip-gram.js';
import { createVocabulary, type Vocabulary } from '../model/vocabulary.js';
import { emptyChecksum, type Sha256, sealChecksum, verifyChecksum, webSha256 } from './checksum.js';
import { metadataFromStrings, metadataToStrings } from './model-metadata.js';
import { type Dtype, readSafetensors, type SafetensorsFile, type Tensor, writeSafetensors } from './safetensors.js';
import { decodeWords, encodeWords } from './word-list.js';

/*
 * The model file: one safetensors file. V = number of words, D = dim, B = bytes of all words.
 *
 *   counts                 F64 (V)            whole numbers, exact up to 2^53
 *   document_frequencies   F64 (V)
 *   input_vectors          F32, F16 or I8 (V, D)
 *   input_vectors_scales   F32 (V)            with I8 only: value = number · scale of its row
 *   node_vectors           F32, F16 or I8 (V − 1, D), and node_vectors_scales (V − 1)
 *   tree_parents           I32 (2V − 1)       see TreeParents; paths are written out from it, never from counts
 *   tree_codes             U8 (2V − 1)
 *   word_offsets           U32 (V + 1)        word w is word_bytes[word_offsets[w] … word_offsets[w + 1]]
 *   word_bytes             U8 (B)             UTF-8
 */

/** How {@link encodeModel} writes. */
export interface EncodeOptions {
  /** Number format of both vector matrices; the model's own if left out. */
  readonly storage?: NumberFormat | undefined;
  /** Computes the checksum; Web Crypto if left out, which needs one more copy of the file in memory. */
  readonly sha256?: Sha256 | undefined;
}

/** How {@link decodeModel} reads. */
export interface DecodeOptions {
  /** Compare the file with its checksum first; true if left out. */
  readonly verify?: boolean | undefined;
  /** Computes the checksum; Web Crypto if left out. */
  readonly sha256?: Sha256 | undefined;
}

/** What {@link decodeModel} makes of a file. */
export interface DecodedModel {
  readonly model: SkipGramModel;
  readonly metadata: ModelMetadata;
  /** Whether the checksum was compared: false if not wanted, or where there is nothing to compute it. */
  readonly verified: boolean;
}

/**
 * A model as the bytes of a model file, in chunks to be written one after the other. Where the number format stays, the
 * chunks are views of the model's own arrays. The same model and metadata always make the same bytes.
 *
 * @throws KeywordError INVALID_MODEL when the model cannot be stored: a word with half a surrogate pair, a number that
 *   is not finite or too large for `storage`, paths that are no tree, metadata that contradict the vocabulary
 */
export async function encodeModel(
  model: SkipGramModel,
  metadata: ModelMetadata,
  options: EncodeOptions = {},
): Promise<Uint8Array[]> {
  const sha256 = options.sha256 ?? webSha256();
  if (!sha256) {
    throw new KeywordError('INVALID_OPTION', 'There is no Web Crypto here (pages need https). Pass the option sha256.');
  }
  const { vocabulary, tree } = model;
  const V = vocabulary.words.length;
  if (vocabulary.documentCount !== metadata.corpus.documents) {
    throw invalid(
      `the vocabulary counts ${vocabulary.documentCount} documents, the metadata ${metadata.corpus.documents}`,
    );
  }
  checkVocabulary(vocabulary);
  checkShapes(model);
  const { parents, codes } = asInvalid(() => parentsFromPaths(tree));
  const words = encodeWords(vocabulary.words);
  const chunks = writeSafetensors(
    { ...metadataToStrings(metadata), checksum: emptyChecksum },
    {
      counts: tensor('F64', [V], vocabulary.counts),
      document_frequencies: tensor('F64', [V], vocabulary.documentFrequencies),
      ...matrixTensors('input_vectors', model.inputVectors, options.storage),
      ...matrixTensors('node_vectors', model.nodeVectors, options.storage),
      tree_parents: tensor('I32', [2 * V - 1], parents),
      tree_codes: tensor('U8', [2 * V - 1], codes),
      word_offsets: tensor('U32', [V + 1], words.offsets),
      word_bytes: tensor('U8', [words.bytes.length], words.bytes),
    },
  );
  await sealChecksum(chunks, sha256);
  return chunks;
}

/**
 * Reads a model file. Vectors and counts are views of `bytes`, which must not change afterwards; only tensors that do
 * not lie aligned there are copied.
 *
 * @param bytes the whole file; may lie in a SharedArrayBuffer
 * @throws KeywordError INVALID_MODEL when the file is damaged or contradicts itself; UNSUPPORTED_MODEL when it is sound
 *   but no Telltale model or of another version
 */
export async function decodeModel(
  bytes: Uint8Array | ArrayBufferLike,
  options: DecodeOptions = {},
): Promise<DecodedModel> {
  // Never a Buffer: its slice would not copy.
  const view = ArrayBuffer.isView(bytes)
    ? new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    : new Uint8Array(bytes);
  const file = readSafetensors(view);
  const metadata = metadataFromStrings(file.metadata);
  const sha256 = options.verify === false ? undefined : (options.sha256 ?? webSha256());
  if (sha256) await verifyChecksum(view, file.dataStart, file.metadata.get('checksum') ?? '', sha256);
  const vocabulary = readVocabulary(file, metadata);
  const V = vocabulary.words.length;
  const model = {
    vocabulary,
    tree: readTree(file, V),
    inputVectors: readMatrix(file, 'input_vectors', V),
    nodeVectors: readMatrix(file, 'node_vectors', V - 1),
  };
  checkShapes(model);
  return { model, metadata, verified: sha256 !== undefined };
}

function checkShapes({ vocabulary, tree, inputVectors, nodeVectors }: SkipGramModel): void {
  const V = vocabulary.words.length;
  const D = inputVectors.columns;
  if (tree.offsets.length !== V + 1) throw invalid(`its tree has ${tree.offsets.length - 1} leaves for ${V} words`);
  if (D < 1) throw invalid('its vectors have no columns');
  for (const [name, matrix, rows] of [
    ['input_vectors', inputVectors, V],
    ['node_vectors', nodeVectors, V - 1],
  ] as const) {
    if (matrix.rows !== rows || matrix.columns !== D) {
      throw invalid(`${name} are ${matrix.rows} × ${matrix.columns} numbers, expected ${rows} × ${D}`);
    }
  }
}

function readVocabulary(file: SafetensorsFile, metadata: ModelMetadata): Vocabulary {
  const V = find(file, 'counts', ['F64']).shape[0];
  const counts = numbers(take(file, 'counts', ['F64'], [V]), Float64Array);
  const documentFrequencies = numbers(take(file, 'document_frequencies', ['F64'], [V]), Float64Array);
  const offsets = numbers(take(file, 'word_offsets', ['U32'], [V + 1]), Uint32Array);
  const words = decodeWords({ offsets, bytes: find(file, 'word_bytes', ['U8']).bytes });
  const documentCount = metadata.corpus.documents;
  const vocabulary = asInvalid(() => createVocabulary({ words, counts, documentFrequencies, documentCount }));
  checkVocabulary(vocabulary);
  return vocabulary;
}

/** Counts need not descend: files of other programs may order their words otherwise. */
function checkVocabulary({ words, counts, documentFrequencies, documentCount }: Vocabulary): void {
  const V = words.length;
  if (V < 2) throw invalid(`it has ${V} words, expected 2 or more`);
  for (let w = 0; w < V; w++) {
    if (!(counts[w] > 0 && counts[w] < Number.POSITIVE_INFINITY)) {
      throw invalid(`the count of word ${w} is ${counts[w]}, expected more than 0`);
    }
    if (!(documentFrequencies[w] >= 0 && documentFrequencies[w] <= documentCount)) {
      throw invalid(`word ${w} is in ${documentFrequencies[w]} of ${documentCount} documents`);
    }
  }
}

function readTree(file: SafetensorsFile, V: number): HuffmanTree {
  const parents = numbers(take(file, 'tree_parents', ['I32'], [2 * V - 1]), Int32Array);
  const codes = take(file, 'tree_codes', ['U8'], [2 * V - 1]).bytes;
  return asInvalid(() => pathsFromParents({ parents, codes }));
}

function readMatrix(file: SafetensorsFile, name: string, rows: number): Matrix {
  const columns = find(file, name, ['F32', 'F16', 'I8']).shape[1] ?? 0;
  const found = take(file, name, ['F32', 'F16', 'I8'], [rows, columns]);
  let matrix: Matrix;
  if (found.dtype === 'F32') {
    matrix = { format: 'f32', rows, columns, data: numbers(found, Float32Array) };
  } else if (found.dtype === 'F16') {
    matrix = { format: 'f16', rows, columns, data: numbers(found, Uint16Array) };
  } else {
    const scales = numbers(take(file, `${name}_scales`, ['F32'], [rows]), Float32Array);
    matrix = { format: 'int8', rows, columns, data: numbers(found, Int8Array), scales };
  }
  checkFinite(name, matrix);
  return matrix;
}

function matrixTensors(name: string, matrix: Matrix, storage: NumberFormat | undefined): Record<string, Tensor> {
  const stored = convertMatrix(matrix, storage ?? matrix.format);
  checkFinite(name, stored);
  const shape = [stored.rows, stored.columns];
  if (stored.format === 'f32') return { [name]: tensor('F32', shape, stored.data) };
  if (stored.format === 'f16') return { [name]: tensor('F16', shape, stored.data) };
  return {
    [name]: tensor('I8', shape, stored.data),
    [`${name}_scales`]: tensor('F32', [stored.rows], stored.scales),
  };
}

function checkFinite(name: string, matrix: Matrix): void {
  if (!hasOnlyFiniteNumbers(matrix)) {
    throw invalid(`${name} holds numbers that are not finite, or too large for ${matrix.format}`);
  }
}

function tensor(dtype: Dtype, shape: readonly number[], data: ArrayBufferView): Tensor {
  return { dtype, shape, bytes: new Uint8Array(data.buffer, data.byteOffset, data.byteLength) };
}

function find(file: SafetensorsFile, name: string, dtypes: readonly Dtype[]): Tensor {
  const found = file.tensors.get(name);
  if (!found) throw invalid(`tensor ${name} is missing`);
  if (!dtypes.includes(found.dtype)) throw invalid(`${name} is ${found.dtype}, expected ${dtypes.join(' or ')}`);
  return found;
}

function take(file: SafetensorsFile, name: string, dtypes: readonly Dtype[], shape: readonly number[]): Tensor {
  const found = find(file, name, dtypes);
  if (found.shape.length !== shape.length || found.shape.some((n, i) => n !== shape[i])) {
    throw invalid(`${name} has the shape [${String(found.shape).slice(0, 100)}], expected [${shape}]`);
  }
  return found;
}

interface NumberArray<T> {
  readonly BYTES_PER_ELEMENT: number;
  new (buffer: ArrayBufferLike, byteOffset: number, length: number): T;
}

function numbers<T>({ bytes }: Tensor, Numbers: NumberArray<T>): T {
  const size = Numbers.BYTES_PER_ELEMENT;
  const aligned = bytes.byteOffset % size === 0 ? bytes : bytes.slice();
  return new Numbers(aligned.buffer, aligned.byteOffset, aligned.length / size);
}

/** Model parts throw RangeErrors on contradictions; in a file these mean damage. */
function asInvalid<T>(make: () => T): T {
  try {
    return make();
  } catch (cause) {
    throw invalid((cause as Error).message.replace(/\.$/, ''), cause);
  }
}

function invalid(reason: string, cause?: unknown): KeywordError {
  return new KeywordError('INVALID_MODEL', `The model contradicts itself: ${reason}.`, cause ? { cause } : {});
}
