import { RoughProducts } from '../kernel/rough-products.js';
import { textVector } from './meaning.js';
import type { TagEncoding, TagIndex, TagMeaning } from './tag-index.js';
import type { TagText } from './tag-text.js';

/** Cosines of a list differ by at least this: those of a short list may be all alike. */
const LEAST_DEVIATION = 0.05;
/** Those of encoders lie closer together. */
const LEAST_ENCODED_DEVIATION = 0.005;

/** The vectors that texts are compared with. */
type Compared = Pick<TagMeaning | TagEncoding, 'vectors' | 'dim' | 'moments'>;

/** How near the tags of a list are to a text, by its encoder where it has one; undefined where nothing is known of the text. */
export function closenessTo(index: TagIndex, text: TagText): Closeness | undefined {
  const { encoding, meaning } = index;
  if (encoding) {
    if (!text.vector) return undefined;
    // The last number of a tag is its mean cosine with texts at large, which is taken off.
    const vector = new Float64Array(encoding.dim).fill(-1);
    vector.set(text.vector);
    return new Closeness(encoding, vector, LEAST_ENCODED_DEVIATION);
  }
  const vector = textVector(index, text);
  return vector && new Closeness(meaning, vector, LEAST_DEVIATION);
}

/**
 * How near the tags of a list are to a text: the cosines of their vectors, as standard scores over the list, so that general tags
 * do not win. Mean and deviation come from the moments of the list, so that few of the cosines must be exact. T = tags.
 */
export class Closeness {
  /** The most that {@link roughly} is wrong by. */
  readonly error: number;
  /** (T) cosines, nearly, until another text is read. */
  private readonly cosines: Float32Array;
  private readonly isEmpty: Uint8Array;
  private readonly products: RoughProducts;
  private readonly vector: Float64Array;
  private readonly mean: number;
  private readonly deviation: number;

  /**
   * @param vector (D) of a text
   * @param least deviation
   */
  constructor(compared: Compared, vector: Float64Array, least: number) {
    const { dim, moments } = compared;
    const { products, isEmpty, filled } = rowsOf(compared);
    let sum = 0;
    let squares = 0;
    for (let i = 0; i < dim; i++) {
      // The other half is the same.
      const at = (i + 1) * dim;
      let half = 0.5 * vector[i] * moments[at + i];
      for (let j = 0; j < i; j++) half += moments[at + j] * vector[j];
      squares += 2 * vector[i] * half;
      sum += vector[i] * moments[i];
    }
    this.mean = sum / filled;
    this.deviation = Math.max(least, Math.sqrt(Math.max(0, squares / filled - this.mean * this.mean)));
    this.vector = vector;
    this.products = products;
    const { products: cosines, error } = products.of(vector);
    this.cosines = cosines;
    this.isEmpty = isEmpty;
    this.error = error / this.deviation;
  }

  /** The closeness of a tag, nearly, until another text is read; 0 for one without a vector. */
  roughly(tag: number): number {
    return this.isEmpty[tag] ? 0 : (this.cosines[tag] - this.mean) / this.deviation;
  }

  /** Writes {@link roughly} of all tags times a weight, by a loop that all tags of a long list go through. @param out (T) */
  writeRoughly(weight: number, out: Float64Array): void {
    const { cosines, isEmpty, mean } = this;
    const scale = weight / this.deviation;
    for (let tag = 0; tag < out.length; tag++) out[tag] = isEmpty[tag] ? 0 : (cosines[tag] - mean) * scale;
  }

  /** The cosine of a tag with the text; 0 for one without a vector. */
  cosine(tag: number): number {
    return this.products.exactly(tag, this.vector);
  }

  /** The closeness of a tag; 0 for one without a vector. */
  of(tag: number): number {
    const cosine = this.cosine(tag);
    return cosine === 0 ? 0 : (cosine - this.mean) / this.deviation;
  }
}

/**
 * What makes mean and deviation of the cosines of a list with any vector.
 *
 * @param vectors (T, D)
 * @returns (1 + D, D) the sum of the vectors, then that of their products with themselves
 */
export function momentsOf(vectors: Float32Array, dim: number): Float64Array {
  const moments = new Float64Array((1 + dim) * dim);
  const row = new Float64Array(dim);
  for (let from = 0; dim > 0 && from < vectors.length; from += dim) {
    for (let d = 0; d < dim; d++) row[d] = vectors[from + d];
    for (let i = 0; i < dim; i++) {
      const value = row[i];
      moments[i] += value;
      const at = (i + 1) * dim;
      // The other half is the same.
      for (let j = 0; j <= i; j++) moments[at + j] += value * row[j];
    }
  }
  for (let i = 0; i < dim; i++) {
    for (let j = i + 1; j < dim; j++) moments[(i + 1) * dim + j] = moments[(j + 1) * dim + i];
  }
  return moments;
}

/** The vectors of a list, ready to be multiplied. T = tags. */
interface TagRows {
  readonly products: RoughProducts;
  /** (T) 1 for tags without a vector. */
  readonly isEmpty: Uint8Array;
  /** Tags with a vector, at least 1. */
  readonly filled: number;
}

const kept = new WeakMap<Float32Array, TagRows>();

function rowsOf({ vectors, dim }: Compared): TagRows {
  const known = kept.get(vectors);
  if (known) return known;
  const isEmpty = emptyRows(vectors, dim);
  const filled = Math.max(1, isEmpty.length - isEmpty.reduce((sum, one) => sum + one, 0));
  const rows = { products: new RoughProducts(vectors, dim), isEmpty, filled };
  kept.set(vectors, rows);
  return rows;
}

function emptyRows(vectors: Float32Array, dim: number): Uint8Array {
  const isEmpty = new Uint8Array(vectors.length / dim);
  for (let t = 0; t < isEmpty.length; t++) {
    let d = 0;
    while (d < dim && vectors[t * dim + d] === 0) d++;
    if (d === dim) isEmpty[t] = 1;
  }
  return isEmpty;
}
