import { KeywordError } from '../../errors.js';
import type { NumberFormat } from '../../math/matrix.js';
import type { CooccurrenceModel } from '../../model/cooccurrence.js';
import type { ModelMetadata } from '../../model/metadata.js';
import type { SkipGramModel } from '../../model/skip-gram.js';
import { emptyChecksum, type Sha256, sealChecksum, verifyChecksum, webSha256 } from '../bytes/checksum.js';
import { readSafetensors, type SafetensorsFile, writeSafetensors } from '../bytes/safetensors.js';
import { cooccurrenceTensors, readCooccurrence } from './cooccurrence-tensors.js';
import { metadataFromStrings, metadataToStrings } from './model-metadata.js';
import { readShardCounts, readSkipGram, shardTensors, skipGramTensors } from './skip-gram-tensors.js';
import { readVocabulary, vocabularyTensors } from './vocabulary-tensors.js';

/*
 * The model file: one safetensors file. V = number of words, D = dim, B = bytes of all words.
 *
 *   counts                 F64 (V)            whole numbers, exact up to 2^53
 *   document_frequencies   F64 (V)
 *   word_offsets           U32 (V + 1)        word w is word_bytes[word_offsets[w] … word_offsets[w + 1]]
 *   word_bytes             U8 (B)             UTF-8
 *
 * A skip-gram model has beside these
 *
 *   input_vectors          F32, F16 or I8 (V, D)
 *   input_vectors_scales   F32 (V)            with I8 only: value = number · scale of its row
 *   node_vectors           F32, F16 or I8 (V − 1, D), and node_vectors_scales (V − 1)
 *   tree_parents           I32 (2V − 1)       see TreeParents; paths are written out from it, never from counts
 *   tree_codes             U8 (2V − 1)
 *
 * one trained on a shard of a corpus also
 *
 *   shard_counts           F64 (V)            occurrences of each word in the shard
 *
 * and co-occurrence counts, with "estimator": "cooccurrence" and "smoothing" in the metadata, P pairs in sparse rows:
 *
 *   pair_offsets           U32 (V + 1)        row w is pairs pair_offsets[w] … pair_offsets[w + 1]
 *   pair_columns           U32 (P)            words, ascending within a row
 *   pair_counts            U32 (P)
 *   row_totals             F64 (V)            with what was left out of the rows
 */

/** How {@link encodeModel} writes. */
export interface EncodeOptions {
  /** Number format of both vector matrices; the model's own if left out. */
  readonly storage?: NumberFormat | undefined;
  /** (V) occurrences of each word in the shard that a skip-gram model was trained on. */
  readonly shardCounts?: Float64Array | undefined;
  /** Computes the checksum; Web Crypto if left out, which needs one more copy of the file in memory. */
  readonly sha256?: Sha256 | undefined;
}

/** How {@link decodeModel} reads. */
export interface DecodeOptions {
  /** Compare the file with its checksum first; true if left out. */
  readonly verify?: boolean | undefined;
  /**
   * Whether the contents were found sound before, by another thread or by who published them: then vectors are not looked
   * through, and the tree is made when it is first asked for.
   */
  readonly isSound?: boolean | undefined;
  /** Computes the checksum; Web Crypto if left out. */
  readonly sha256?: Sha256 | undefined;
}

/** What {@link decodeAnyModel} makes of a file. */
export interface Decoded<M> {
  readonly model: M;
  readonly metadata: ModelMetadata;
  /** Whether the checksum was compared: false if not wanted, or where there is nothing to compute it. */
  readonly verified: boolean;
}

/** A skip-gram model from a file. */
export type DecodedModel = Decoded<SkipGramModel> & {
  /** (V) occurrences of each word in the shard it was trained on; left out where it was trained on a whole corpus. */
  readonly shardCounts?: Float64Array;
};

/** A model of either estimator from a file. */
export type AnyDecodedModel =
  | (DecodedModel & { readonly estimator: 'hierarchical-softmax' })
  | (Decoded<CooccurrenceModel> & { readonly estimator: 'cooccurrence' });

/**
 * A model as the bytes of a model file, in chunks to be written one after the other. Where the number format stays, the
 * chunks are views of the model's own arrays. The same model and metadata always make the same bytes.
 *
 * @throws KeywordError INVALID_MODEL when the model cannot be stored: a word with half a surrogate pair, a number that
 *   is not finite or too large for `storage`, paths that are no tree, metadata that contradict the vocabulary
 */
export async function encodeModel(
  model: SkipGramModel | CooccurrenceModel,
  metadata: ModelMetadata,
  options: EncodeOptions = {},
): Promise<Uint8Array[]> {
  const sha256 = options.sha256 ?? webSha256();
  if (!sha256) {
    throw new KeywordError('INVALID_OPTION', 'There is no Web Crypto here (pages need https). Pass the option sha256.');
  }
  const counted = 'pairCounts' in model;
  const strings = metadataToStrings(metadata);
  if (counted) Object.assign(strings, { estimator: 'cooccurrence', smoothing: String(model.smoothing) });
  const chunks = writeSafetensors(
    { ...strings, checksum: emptyChecksum },
    {
      ...vocabularyTensors(model.vocabulary, metadata),
      ...(counted ? cooccurrenceTensors(model) : skipGramTensors(model, options.storage)),
      ...(options.shardCounts && shardTensors(options.shardCounts)),
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
export async function decodeAnyModel(
  bytes: Uint8Array | ArrayBufferLike,
  options: DecodeOptions = {},
): Promise<AnyDecodedModel> {
  // Never a Buffer: its slice would not copy.
  const view = ArrayBuffer.isView(bytes)
    ? new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    : new Uint8Array(bytes);
  const file = readSafetensors(view);
  const metadata = metadataFromStrings(file.metadata);
  const sha256 = options.verify === false ? undefined : (options.sha256 ?? webSha256());
  // While another thread computes the checksum, this one reads; what is wrong with a damaged file is the checksum.
  const checksum = file.metadata.get('checksum') ?? '';
  const rewrite = () =>
    writeSafetensors(
      { ...Object.fromEntries(file.metadata), checksum: emptyChecksum },
      Object.fromEntries(file.tensors),
    );
  const checked = sha256 && verifyChecksum(view, file.dataStart, checksum, sha256, rewrite);
  checked?.catch(() => {});
  try {
    return readModel(file, metadata, checked !== undefined, options.isSound);
  } finally {
    await checked;
  }
}

function readModel(
  file: SafetensorsFile,
  metadata: ModelMetadata,
  verified: boolean,
  isSound: boolean | undefined,
): AnyDecodedModel {
  const rest = { metadata, verified };
  const vocabulary = readVocabulary(file, metadata);
  const estimator = file.metadata.get('estimator') ?? 'hierarchical-softmax';
  if (estimator === 'hierarchical-softmax') {
    const shardCounts = readShardCounts(file, vocabulary.words.length);
    return {
      estimator: 'hierarchical-softmax',
      model: readSkipGram(file, vocabulary, isSound),
      ...(shardCounts && { shardCounts }),
      ...rest,
    };
  }
  if (estimator === 'cooccurrence')
    return { estimator: 'cooccurrence', model: readCooccurrence(file, vocabulary), ...rest };
  throw new KeywordError(
    'UNSUPPORTED_MODEL',
    `The model file has the estimator ${JSON.stringify(estimator.slice(0, 40))}; this release has hierarchical-softmax and cooccurrence. Use the release that wrote it.`,
  );
}

/** {@link decodeAnyModel} where only a skip-gram model will do; UNSUPPORTED_MODEL for co-occurrence counts. */
export async function decodeModel(
  bytes: Uint8Array | ArrayBufferLike,
  options: DecodeOptions = {},
): Promise<DecodedModel> {
  const decoded = await decodeAnyModel(bytes, options);
  if (decoded.estimator === 'hierarchical-softmax') return decoded;
  throw new KeywordError(
    'UNSUPPORTED_MODEL',
    'The model file holds co-occurrence counts; word vectors and a Huffman tree are needed here.',
  );
}
