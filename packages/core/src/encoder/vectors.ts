import { counted, KeywordError } from '../errors.js';
import { lengthOf } from '../math/unit.js';
import type { EncodedAs, Encoder } from './encoder.js';

/**
 * The vectors of texts, each made of length 1.
 *
 * @returns (texts, dim)
 * @throws KeywordError INVALID_MODEL when the encoder gives other vectors than it says
 */
export async function unitVectors(
  encoder: Encoder,
  texts: readonly string[],
  as: EncodedAs,
): Promise<readonly Float32Array[]> {
  if (texts.length === 0) return [];
  const vectors = await encoder.embed(texts, as);
  if (vectors.length !== texts.length) {
    throw invalid(
      encoder,
      `gave ${counted(vectors.length, 'vector')} for ${counted(texts.length, 'text')}; expected a vector for every text`,
    );
  }
  return vectors.map((vector) => unit(encoder, vector));
}

/** A vector made of length 1. Throws as {@link unitVectors}. */
export function unit(encoder: Encoder, vector: Float32Array): Float32Array {
  if (vector.length !== encoder.dim) {
    throw invalid(encoder, `gave a vector of ${vector.length} components; expected ${encoder.dim}, as its dim says`);
  }
  const length = lengthOf(vector);
  if (!(length > 0 && Number.isFinite(length))) {
    throw invalid(encoder, `gave a vector of length ${length}; expected finite numbers, not all of them 0`);
  }
  return vector.map((value) => value / length);
}

/** The cosine of two vectors of length 1. */
export function cosine(a: Float32Array, b: Float32Array): number {
  let product = 0;
  for (let d = 0; d < a.length; d++) product += a[d] * b[d];
  return product;
}

function invalid({ name }: Encoder, what: string): KeywordError {
  return new KeywordError('INVALID_MODEL', `The encoder ${JSON.stringify(name)} ${what}.`);
}
