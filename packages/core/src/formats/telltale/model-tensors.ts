import { KeywordError } from '../../errors.js';
import type { Dtype, SafetensorsFile, Tensor } from '../bytes/safetensors.js';

/** A typed array as a tensor. */
export function tensor(dtype: Dtype, shape: readonly number[], data: ArrayBufferView): Tensor {
  return { dtype, shape, bytes: new Uint8Array(data.buffer, data.byteOffset, data.byteLength) };
}

/**
 * The tensor of that name, of one of the types.
 *
 * @throws KeywordError INVALID_MODEL
 */
export function find(file: SafetensorsFile, name: string, dtypes: readonly Dtype[]): Tensor {
  const found = file.tensors.get(name);
  if (!found) throw invalid(`tensor ${name} is missing`);
  if (!dtypes.includes(found.dtype)) throw invalid(`${name} is ${found.dtype}, expected ${dtypes.join(' or ')}`);
  return found;
}

/**
 * The same, of that shape.
 *
 * @throws KeywordError INVALID_MODEL
 */
export function take(file: SafetensorsFile, name: string, dtypes: readonly Dtype[], shape: readonly number[]): Tensor {
  const found = find(file, name, dtypes);
  if (found.shape.length !== shape.length || found.shape.some((n, i) => n !== shape[i])) {
    throw invalid(`${name} has the shape [${String(found.shape).slice(0, 100)}], expected [${shape}]`);
  }
  return found;
}

/** A kind of typed array. */
export interface NumberArray<T> {
  readonly BYTES_PER_ELEMENT: number;
  new (buffer: ArrayBufferLike, byteOffset: number, length: number): T;
}

/** The numbers of a tensor: a view where it lies aligned, else a copy. */
export function numbers<T>({ bytes }: Tensor, Numbers: NumberArray<T>): T {
  const size = Numbers.BYTES_PER_ELEMENT;
  const aligned = bytes.byteOffset % size === 0 ? bytes : bytes.slice();
  return new Numbers(aligned.buffer, aligned.byteOffset, aligned.length / size);
}

/** Model parts throw RangeErrors on contradictions; in a file these mean damage. */
export function asInvalid<T>(make: () => T): T {
  try {
    return make();
  } catch (cause) {
    throw invalid((cause as Error).message.replace(/\.$/, ''), cause);
  }
}

/** Says that parts of a model do not fit together. */
export function invalid(reason: string, cause?: unknown): KeywordError {
  return new KeywordError('INVALID_MODEL', `The model contradicts itself: ${reason}.`, cause ? { cause } : {});
}
