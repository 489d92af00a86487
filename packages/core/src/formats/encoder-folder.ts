import type { EncoderCard, Pooling } from '../encoder/onnx-encoder.js';
import { KeywordError } from '../errors.js';
import { halfToNumber } from '../math/half.js';
import { readSafetensors } from './bytes/safetensors.js';

/** Reads a file of a folder by its path in it; undefined where there is none. */
export type ReadFile = (name: string) => Promise<Uint8Array | undefined>;

/** What a folder of an encoder holds. */
export interface EncoderFolder {
  readonly card: EncoderCard;
  /** `model.onnx`. */
  readonly model: Uint8Array;
  /** `tokenizer.json` and `tokenizer_config.json` as objects; the second is {} where there is none. */
  readonly tokenizer: readonly [object, object];
}

/** Pieces read at once where the folder does not say. */
const LONGEST = 512;
/** Prefixes of retrieval encoders are short; a longer one is a mistake, and would leave no room for the text. */
const LONGEST_PREFIX = 200;

/**
 * Reads the folder of an encoder as sentence-transformers writes it: `model.onnx` (or `onnx/model.onnx`),
 * `tokenizer.json`, `1_Pooling/config.json`, `sentence_bert_config.json`, and our own `telltale.json` and
 * `background.safetensors`, of which the last two may be missing.
 *
 * @param name of the folder, for messages
 * @throws KeywordError FILE_NOT_FOUND, INVALID_MODEL, UNSUPPORTED_MODEL
 */
export async function readEncoderFolder(name: string, read: ReadFile): Promise<EncoderFolder> {
  const required = async (...names: string[]) => {
    for (const file of names) {
      const bytes = await read(file);
      if (bytes) return bytes;
    }
    throw new KeywordError(
      'FILE_NOT_FOUND',
      `${name} has no ${names.join(' or ')}. Expected the folder of an encoder: model.onnx, tokenizer.json and 1_Pooling/config.json, as sentence-transformers writes them.`,
    );
  };
  const json = (file: string, bytes: Uint8Array | undefined) => (bytes ? parseObject(`${name}/${file}`, bytes) : {});
  const model = await required('model.onnx', 'onnx/model.onnx');
  const tokenizer = json('tokenizer.json', await required('tokenizer.json'));
  const pooling = json('1_Pooling/config.json', await required('1_Pooling/config.json'));
  const lengths = json('sentence_bert_config.json', await read('sentence_bert_config.json'));
  const own = json('telltale.json', await read('telltale.json'));
  const dim = sizeOf(`${name}/1_Pooling/config.json`, pooling, 'word_embedding_dimension');
  if (own.dim !== undefined && own.dim !== dim) {
    throw invalid(`${name}/telltale.json says dim ${own.dim}, 1_Pooling/config.json word_embedding_dimension ${dim}`);
  }
  const background = await read('background.safetensors');
  const { languages } = own;
  if (languages !== undefined && !(Array.isArray(languages) && languages.every((l) => typeof l === 'string'))) {
    throw invalid(`${name}/telltale.json: languages is not a list of strings`);
  }
  return {
    model,
    tokenizer: [tokenizer, json('tokenizer_config.json', await read('tokenizer_config.json'))],
    card: {
      name: typeof own.name === 'string' ? own.name : name,
      dim,
      pooling: poolingOf(name, pooling),
      longest: lengths.max_seq_length
        ? sizeOf(`${name}/sentence_bert_config.json`, lengths, 'max_seq_length')
        : LONGEST,
      prefixes: { text: prefixOf(name, own, 'textPrefix'), keyword: prefixOf(name, own, 'keywordPrefix') },
      ...(languages && { languages }),
      ...numberOf(name, own, 'beta'),
      ...numberOf(name, own, 'weight'),
      ...(background && { background: readBackground(`${name}/background.safetensors`, background, dim) }),
    },
  };
}

/** The only mode of pooling that is switched on. */
function poolingOf(name: string, config: Record<string, unknown>): Pooling {
  const modes = Object.keys(config).filter((key) => key.startsWith('pooling_mode_') && config[key] === true);
  if (modes.length === 1 && modes[0] === 'pooling_mode_mean_tokens') return 'mean';
  if (modes.length === 1 && modes[0] === 'pooling_mode_cls_token') return 'cls';
  throw new KeywordError(
    'UNSUPPORTED_MODEL',
    `${name}/1_Pooling/config.json pools by ${modes.join(' and ') || 'nothing'}; expected pooling_mode_mean_tokens or pooling_mode_cls_token alone. Use an encoder with one of them.`,
  );
}

/** Vectors (B, dim) of the tensor `background`, F32 or F16. */
function readBackground(path: string, bytes: Uint8Array, dim: number): Float32Array[] {
  const tensor = readSafetensors(bytes).tensors.get('background');
  if (tensor?.shape.length !== 2 || tensor.shape[1] !== dim) {
    const found = tensor
      ? `the tensor background is of ${tensor.shape.join(' × ')}`
      : 'the tensor background is missing';
    throw invalid(`${path}: ${found}; expected rows of ${dim} numbers`);
  }
  if (tensor.dtype !== 'F32' && tensor.dtype !== 'F16') {
    throw invalid(`${path}: the tensor background is of ${tensor.dtype}, expected F32 or F16`);
  }
  // A copy begins where typed arrays may; slice() of a Buffer of Node.js would be none.
  const { buffer } = new Uint8Array(tensor.bytes);
  const numbers =
    tensor.dtype === 'F32' ? new Float32Array(buffer) : Float32Array.from(new Uint16Array(buffer), halfToNumber);
  return Array.from({ length: tensor.shape[0] }, (_, row) => numbers.slice(row * dim, (row + 1) * dim));
}

function sizeOf(path: string, config: Record<string, unknown>, key: string): number {
  const value = config[key];
  if (Number.isSafeInteger(value) && (value as number) > 0 && (value as number) <= 65536) return value as number;
  throw invalid(`${path}: ${key} is ${JSON.stringify(value)}, expected a whole number from 1 to 65536`);
}

function numberOf(name: string, own: Record<string, unknown>, key: 'beta' | 'weight'): { [K in typeof key]?: number } {
  const value = own[key];
  if (value === undefined) return {};
  if (typeof value === 'number' && value >= 0 && value <= 1000) return { [key]: value };
  throw invalid(`${name}/telltale.json: ${key} is ${JSON.stringify(value)}, expected a number from 0 to 1000`);
}

function prefixOf(name: string, own: Record<string, unknown>, key: string): string {
  const value = own[key] ?? '';
  if (typeof value === 'string' && value.length <= LONGEST_PREFIX) return value;
  throw invalid(`${name}/telltale.json: ${key} is not a string of at most ${LONGEST_PREFIX} characters`);
}

function parseObject(path: string, bytes: Uint8Array): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes.slice()));
  } catch (cause) {
    throw new KeywordError('INVALID_MODEL', `${path} is not JSON: ${(cause as Error).message}`, { cause });
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  throw invalid(`${path} is not a JSON object`);
}

function invalid(reason: string): KeywordError {
  return new KeywordError('INVALID_MODEL', `${reason}.`);
}
