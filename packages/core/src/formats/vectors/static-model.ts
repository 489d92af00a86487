import { halfToNumber } from '../../math/half.js';
import { floatMatrix } from '../../math/matrix.js';
import { allocate, invalid, unsupported } from '../bytes/byte-source.js';
import { readSafetensors, type Tensor } from '../bytes/safetensors.js';
import { checkFinite } from '../foreign/check-model.js';
import type { ForeignVectors } from '../foreign/foreign-model.js';

/**
 * Reads a static model of model2vec: the vectors of a tokenizer's tokens. Where there is a `mapping` tokens share rows,
 * where there are `weights` each token has one by which its row is multiplied.
 *
 * @param weights model.safetensors
 * @param tokenizer tokenizer.json
 * @param name of the directory, for messages
 * @throws KeywordError INVALID_MODEL when they are damaged or do not belong together; UNSUPPORTED_MODEL for another model
 */
export function readStaticModel(weights: Uint8Array, tokenizer: string, name: string): ForeignVectors {
  const { tensors } = readSafetensors(weights);
  const embeddings = tensors.get('embeddings');
  if (embeddings?.shape.length !== 2) {
    throw unsupported(
      name,
      'its model.safetensors has no "embeddings"; of such directories those of model2vec can be read.',
    );
  }
  const [rows, dim] = embeddings.shape;
  const tokens = tokensOf(tokenizer, name);
  const table = numbersOf(embeddings, name);
  const mapping = tensors.get('mapping');
  const rowOf = mapping && numbersOf(mapping, name);
  const weight = tensors.get('weights');
  const weightOf = weight && numbersOf(weight, name);
  const words = [...tokens.keys()];
  const vectors = allocate(Float32Array, words.length * dim);
  for (const [i, id] of [...tokens.values()].entries()) {
    const row = rowOf ? rowOf[id] : id;
    const factor = weightOf ? weightOf[id] : 1;
    if (!(row >= 0 && row < rows) || factor === undefined) {
      throw invalid(name, `the token ${JSON.stringify(words[i])} has the number ${id}, for which there is no vector.`);
    }
    for (let d = 0; d < dim; d++) vectors[i * dim + d] = table[row * dim + d] * factor;
  }
  checkFinite(vectors, 'The vectors', name);
  return {
    estimator: 'none',
    words,
    vectors: floatMatrix(vectors, words.length, dim),
    source: { family: 'model2vec', options: { tokens: words.length, dim } },
    warnings: words.some((word) => /^##|^▁|^Ġ/.test(word))
      ? ['Its words are the tokens of its tokenizer, pieces of words among them; only whole words can be found.']
      : [],
  };
}

/** Tokens and their numbers: a dictionary, or a list of pairs of a token and a score. */
function tokensOf(tokenizer: string, name: string): Map<string, number> {
  let vocabulary: unknown;
  try {
    vocabulary = JSON.parse(tokenizer)?.model?.vocab;
  } catch {
    throw invalid(name, 'its tokenizer.json is not JSON.');
  }
  const pairs = Array.isArray(vocabulary)
    ? vocabulary.map((entry, id) => [Array.isArray(entry) ? entry[0] : entry, id])
    : Object.entries(vocabulary ?? {});
  const tokens = new Map<string, number>();
  for (const [token, id] of pairs) {
    if (typeof token !== 'string' || !Number.isSafeInteger(id)) throw invalid(name, 'its tokenizer.json is damaged.');
    tokens.set(token, id);
  }
  if (tokens.size === 0) throw invalid(name, 'its tokenizer.json has no tokens.');
  return tokens;
}

function numbersOf({ dtype, shape, bytes }: Tensor, name: string): Float64Array {
  const numbers = allocate(
    Float64Array,
    shape.reduce((product, n) => product * n, 1),
  );
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const getters: Partial<Record<Tensor['dtype'], (i: number) => number>> = {
    F64: (i) => view.getFloat64(8 * i, true),
    F32: (i) => view.getFloat32(4 * i, true),
    F16: (i) => halfToNumber(view.getUint16(2 * i, true)),
    I8: (i) => view.getInt8(i),
    I32: (i) => view.getInt32(4 * i, true),
    I64: (i) => Number(view.getBigInt64(8 * i, true)),
  };
  const get = getters[dtype];
  if (!get) throw unsupported(name, `it has numbers of the kind ${dtype}; F64, F32, F16, I8, I32 and I64 can be read.`);
  for (let i = 0; i < numbers.length; i++) numbers[i] = get(i);
  return numbers;
}
