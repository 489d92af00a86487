import { grow } from './byte-source.js';
import { type Dtype, NumpyArray } from './numpy-array.js';
import { PickleBytes } from './pickle-bytes.js';

/** Most elements of a short vector, as one byte holds the number. */
const longestVector = 255;
/** Element types there may be, as one byte holds the place; models have two. */
const mostTypes = 256;
/** Fewer vectors may be a list that somebody wants as it is. */
export const shortestRun = 16;

/**
 * Short vectors of a pickle by number, as what there is to them: hundreds of thousands of objects would take more time
 * and memory than all the rest. Their numbers stay in the file.
 */
export class ShortVectors {
  private size = 0;
  /** Offset of each vector's data in the file. */
  private positions = new Float64Array(64);
  /** Elements of each. */
  private counts = new Uint8Array(64);
  /** Bytes that its data take beyond those of its elements: not 0 where they are text, see {@link PickleBytes}. */
  private excesses = new Uint8Array(64);
  /** Place of its element type among these. */
  private types = new Uint8Array(64);
  private readonly dtypes: Dtype[] = [];

  /**
   * Adds a vector.
   *
   * @param position of its data in the file
   * @param length of its data there, in bytes
   * @returns its number; −1 when it is too long, or there are too many element types
   */
  add(dtype: Dtype, count: number, position: number, length: number): number {
    const excess = length - count * dtype.itemSize;
    if (!(count >= 0 && count <= longestVector && excess >= 0 && excess <= 255)) return -1;
    const known = this.dtypes.indexOf(dtype);
    if (known < 0 && this.dtypes.length === mostTypes) return -1;
    return this.push(position, count, excess, known < 0 ? this.dtypes.push(dtype) - 1 : known);
  }

  /** Adds a vector once more. @returns its new number */
  repeat(number: number): number {
    return this.push(this.positions[number], this.counts[number], this.excesses[number], this.types[number]);
  }

  /** Elements of a vector. */
  count(number: number): number {
    return this.counts[number];
  }

  /** A vector as an array; `array` is what becomes it. */
  array(number: number, array = new NumpyArray()): NumpyArray {
    const dtype = this.dtypes[this.types[number]];
    const count = this.counts[number];
    const position = this.positions[number];
    const excess = this.excesses[number];
    array.layout = dtype.vector(count);
    array.data = excess === 0 ? position : new PickleBytes(position, count * dtype.itemSize + excess, true);
    return array;
  }

  private push(position: number, count: number, excess: number, type: number): number {
    const number = this.size++;
    this.positions = grow(this.positions, this.size);
    this.counts = grow(this.counts, this.size);
    this.excesses = grow(this.excesses, this.size);
    this.types = grow(this.types, this.size);
    this.positions[number] = position;
    this.counts[number] = count;
    this.excesses[number] = excess;
    this.types[number] = type;
    return number;
  }
}

/** Short vectors that follow each other in a list. It takes their place. */
export class VectorRun {
  private readonly vectors: ShortVectors;
  private readonly first: number;
  /** Number of vectors. */
  readonly size: number;

  constructor(vectors: ShortVectors, first: number, size: number) {
    this.vectors = vectors;
    this.first = first;
    this.size = size;
  }

  /** These items as a run; undefined unless they are many, and all short vectors whose data lie in the file as they are. */
  static of(items: readonly unknown[], vectors: ShortVectors): VectorRun | undefined {
    if (items.length < shortestRun) return undefined;
    let last = -1;
    for (const item of items) {
      if (!(item instanceof NumpyArray) || typeof item.data !== 'number') return undefined;
      const { dtype } = item.layout!;
      last = vectors.add(dtype, item.vectorLength, item.data, item.vectorLength * dtype.itemSize);
      if (last < 0) return undefined;
    }
    return new VectorRun(vectors, last + 1 - items.length, items.length);
  }

  /** One of the vectors, written to `array`. */
  at(i: number, array: NumpyArray): NumpyArray {
    return this.vectors.array(this.first + i, array);
  }
}

/**
 * Calls `use(item, index)` for the first `size` items of a list, each vector of a run by itself; such an item is another
 * one after the call.
 *
 * @returns items there are
 */
export function eachItem(list: readonly unknown[], size: number, use: (item: unknown, index: number) => void): number {
  let index = 0;
  const vector = new NumpyArray();
  for (const item of list) {
    if (item instanceof VectorRun) for (let i = 0; i < item.size && index < size; i++) use(item.at(i, vector), index++);
    else if (index < size) use(item, index++);
  }
  return index;
}

/** Items of a list, each vector of a run counted. */
export function listLength(list: readonly unknown[]): number {
  let length = list.length;
  for (const item of list) if (item instanceof VectorRun) length += item.size - 1;
  return length;
}
