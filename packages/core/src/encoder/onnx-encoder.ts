import { KeywordError } from '../errors.js';
import { scaleToUnit } from '../math/unit.js';
import type { EncodedAs, Encoder } from './encoder.js';
import { cutIntoPieces, type PieceTokenizer } from './pieces.js';

/** A neural network under way: what onnxruntime-web and onnxruntime-node make of a `model.onnx`. */
export interface OnnxSession {
  readonly inputNames: readonly string[];
  readonly outputNames: readonly string[];
  run(
    feeds: Readonly<Record<string, unknown>>,
  ): Promise<Readonly<Record<string, { readonly data: unknown; readonly dims: readonly number[] }>>>;
}

/** What is used of the module onnxruntime-web or onnxruntime-node. */
export interface OnnxRuntime {
  readonly InferenceSession: {
    create(model: Uint8Array, options?: Readonly<Record<string, unknown>>): Promise<OnnxSession>;
  };
  readonly Tensor: new (type: 'int64', data: BigInt64Array, dims: readonly number[]) => unknown;
}

/** How the vectors of pieces become that of a text. */
export type Pooling = 'mean' | 'cls';

/** What the files beside a `model.onnx` say of it; see readEncoderFolder. */
export interface EncoderCard extends Omit<Encoder, 'embed'> {
  readonly pooling: Pooling;
  /** Pieces of a text that the encoder can read at once. */
  readonly longest: number;
  /** What is put before a text, and before a keyword. */
  readonly prefixes: Readonly<Record<EncodedAs, string>>;
}

/** Pieces that go through the network at once: more of them take memory, and are no faster. */
const PIECES_AT_ONCE = 1024;

/**
 * An encoder of sentences as sentence-transformers exports it.
 *
 * @param model the bytes of `model.onnx`
 * @throws KeywordError INVALID_MODEL, UNSUPPORTED_MODEL
 */
export async function createOnnxEncoder(
  { InferenceSession, Tensor }: OnnxRuntime,
  tokenizer: PieceTokenizer,
  model: Uint8Array,
  card: EncoderCard,
  options: Readonly<Record<string, unknown>> = {},
): Promise<Encoder> {
  let session: OnnxSession;
  try {
    session = await InferenceSession.create(model, options);
  } catch (cause) {
    throw new KeywordError('INVALID_MODEL', `model.onnx cannot be opened: ${(cause as Error).message}`, { cause });
  }
  const output = ['last_hidden_state', 'token_embeddings'].find((name) => session.outputNames.includes(name));
  if (!output || !session.inputNames.includes('input_ids')) {
    throw new KeywordError(
      'UNSUPPORTED_MODEL',
      `model.onnx has the inputs ${session.inputNames.join(', ')} and the outputs ${session.outputNames.join(', ')}; expected input_ids and last_hidden_state. Export it for feature extraction.`,
    );
  }
  const { pooling, longest, prefixes, ...described } = card;
  const { dim } = card;
  const pieces = cutIntoPieces(tokenizer, longest);

  /** Vectors (dim) of rows of pieces, all of the same length. */
  async function vectorsOf(rows: readonly (readonly number[])[]): Promise<Float32Array[]> {
    const length = rows[0].length;
    const dims = [rows.length, length];
    const size = rows.length * length;
    const inputs: Record<string, () => BigInt64Array> = {
      input_ids: () => BigInt64Array.from(rows.flat(), BigInt),
      attention_mask: () => new BigInt64Array(size).fill(1n),
      token_type_ids: () => new BigInt64Array(size),
    };
    const feeds = session.inputNames.map((name) => {
      if (!Object.hasOwn(inputs, name)) {
        throw new KeywordError('UNSUPPORTED_MODEL', `model.onnx needs an input ${name}, which is not supported here.`);
      }
      return [name, new Tensor('int64', inputs[name](), dims)];
    });
    let result: Awaited<ReturnType<OnnxSession['run']>>;
    try {
      result = await session.run(Object.fromEntries(feeds));
    } catch (cause) {
      throw new KeywordError('INVALID_MODEL', `model.onnx cannot be run: ${(cause as Error).message}`, { cause });
    }
    const { data, dims: found } = result[output!];
    if (found.at(-1) !== dim || !(data instanceof Float32Array) || data.length !== size * dim) {
      throw new KeywordError(
        'INVALID_MODEL',
        `model.onnx gives ${found.join(' × ')} numbers for ${dims.join(' × ')} pieces; expected vectors of ${dim}, as its card says.`,
      );
    }
    const pooled = pooling === 'cls' ? 1 : length;
    return rows.map((_, r) => {
      const vector = new Float32Array(dim);
      for (let p = 0, at = r * length * dim; p < pooled; p++) for (let d = 0; d < dim; d++) vector[d] += data[at++];
      return scaleToUnit(vector);
    });
  }

  return {
    ...described,
    async embed(texts, as) {
      const windows = texts.map((text) => pieces.windowsOf(text, prefixes[as]));
      const sums = texts.map(() => new Float32Array(dim));
      for (const batch of batchesOf(windows)) {
        const vectors = await vectorsOf(batch.map(({ ids }) => ids));
        batch.forEach(({ text }, i) => {
          for (let d = 0; d < dim; d++) sums[text][d] += vectors[i][d];
        });
      }
      return sums.map(scaleToUnit);
    },
  };
}

interface Row {
  readonly text: number;
  readonly ids: readonly number[];
}

/** Rows of one length together: nothing is filled up, so what is beside a text changes nothing about its vector. */
function* batchesOf(windows: readonly (readonly (readonly number[])[])[]): Generator<Row[]> {
  const byLength = new Map<number, Row[]>();
  for (const [text, rows] of windows.entries()) {
    for (const ids of rows) {
      const alike = byLength.get(ids.length);
      if (alike) alike.push({ text, ids });
      else byLength.set(ids.length, [{ text, ids }]);
    }
  }
  for (const [length, rows] of byLength) {
    const step = Math.max(1, Math.floor(PIECES_AT_ONCE / length));
    for (let at = 0; at < rows.length; at += step) yield rows.slice(at, at + step);
  }
}
