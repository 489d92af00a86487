import { halfToNumber } from '../../math/half.js';
import type { ByteReader, FillBytes } from './byte-reader.js';
import { allocate, int32At, invalid } from './byte-source.js';

/** Kind and size of an array's numbers. */
export class Dtype {
  /** NumPy's letter: f float, i integer, u unsigned, b boolean, O object; anything else cannot be read. */
  readonly kind: string;
  /** Bytes of an element; 0 for objects and where it is not known. */
  readonly itemSize: number;
  littleEndian: boolean;
  private readonly vectors = new Map<number, ArrayLayout>();

  constructor(kind: string, itemSize: number, littleEndian: boolean) {
    this.kind = kind;
    this.itemSize = itemSize;
    this.littleEndian = littleEndian;
  }

  /** The layout of a vector; the same object for the same length, since a model holds hundreds of thousands. */
  vector(length: number): ArrayLayout {
    let layout = this.vectors.get(length);
    if (!layout) {
      layout = { dtype: this, shape: [length], fortran: false };
      this.vectors.set(length, layout);
    }
    return layout;
  }
}

/** Element type, shape and order of an array. */
export interface ArrayLayout {
  readonly dtype: Dtype;
  readonly shape: readonly number[];
  /** Columns lie together, not rows. */
  readonly fortran: boolean;
}

/** Reads a dtype such as `<f4`, `u4`, `O8`, `|b1`. */
export function parseDtype(code: string): Dtype {
  const match = /^([<>|=]?)([a-zA-Z])(\d{0,4})$/.exec(code);
  if (!match) return new Dtype('V', 0, true);
  const [, order, kind, digits] = match;
  const itemSize = kind === 'O' ? 0 : Number(digits);
  return new Dtype(kind, itemSize, order !== '>');
}

/** The name of a dtype as NumPy writes it. */
export function dtypeName({ kind, itemSize, littleEndian }: Dtype): string {
  return `${littleEndian ? '<' : '>'}${kind}${itemSize || ''}`;
}

/** Number of elements; NaN unless all of the shape are whole numbers ≥ 0. */
export function elementCount(shape: readonly number[]): number {
  let count = 1;
  for (const length of shape) count *= Number.isSafeInteger(length) && length >= 0 ? length : Number.NaN;
  return count;
}

/** An array inside a pickle. Its numbers stay in the file until they are asked for. */
export class NumpyArray {
  layout: ArrayLayout | undefined = undefined;
  /** Offset of raw bytes in the file; or what has them in another form; or the elements of an object array. */
  data: number | { fill(reader: ByteReader): FillBytes } | readonly unknown[] | undefined = undefined;

  /** The elements of an object array; undefined for others. */
  get objects(): readonly unknown[] | undefined {
    return Array.isArray(this.data) ? this.data : undefined;
  }

  /** Length of a vector; −1 for anything else. */
  get vectorLength(): number {
    return this.layout?.shape.length === 1 ? this.layout.shape[0] : -1;
  }

  /** The bytes of the numbers, from the first on. */
  bytes(reader: ByteReader): FillBytes {
    const { data } = this;
    if (typeof data === 'number') {
      reader.seek(data);
      return (target) => reader.copy(target);
    }
    if (data === undefined || !('fill' in data) || Array.isArray(data)) {
      throw invalid(reader.name, 'an array of the pickle holds no numbers.');
    }
    return (data as { fill(reader: ByteReader): FillBytes }).fill(reader);
  }
}

type Getter = (view: DataView, at: number, littleEndian: boolean) => number;

const getters: Readonly<Record<string, Getter>> = {
  f2: (view, at, little) => halfToNumber(view.getUint16(at, little)),
  f4: (view, at, little) => view.getFloat32(at, little),
  f8: (view, at, little) => view.getFloat64(at, little),
  i1: (view, at) => view.getInt8(at),
  i2: (view, at, little) => view.getInt16(at, little),
  i4: (view, at, little) => view.getInt32(at, little),
  i8: (view, at, little) => Number(view.getBigInt64(at, little)),
  u1: (view, at) => view.getUint8(at),
  u2: (view, at, little) => view.getUint16(at, little),
  u4: (view, at, little) => view.getUint32(at, little),
  u8: (view, at, little) => Number(view.getBigUint64(at, little)),
  b1: (view, at) => view.getUint8(at),
};

function getterOf(dtype: Dtype, name: string): Getter {
  const getter = getters[dtype.kind + dtype.itemSize];
  if (!getter) throw invalid(name, `an array has elements of type ${dtypeName(dtype)}; expected numbers.`);
  return getter;
}

/** Bytes decoded at once where numbers have to be converted; a multiple of every element size. */
const chunkLength = 1 << 16;
/** Made once: paths of a tree come as hundreds of thousands of short vectors. */
const chunk = new Uint8Array(chunkLength);
const chunkView = new DataView(chunk.buffer);

/**
 * Calls `use(value, index)` for the first `count` numbers, in the order of the file.
 *
 * @throws KeywordError INVALID_MODEL when the elements are no numbers
 */
function eachNumber(
  dtype: Dtype,
  fill: FillBytes,
  count: number,
  name: string,
  use: (value: number, index: number) => void,
): void {
  const get = getterOf(dtype, name);
  const { itemSize, littleEndian } = dtype;
  for (let done = 0; done < count; ) {
    const some = Math.min(count - done, chunkLength / itemSize);
    fill(chunk.subarray(0, some * itemSize));
    for (let i = 0; i < some; i++) use(get(chunkView, i * itemSize, littleEndian), done + i);
    done += some;
  }
}

/**
 * The numbers of a vector.
 *
 * @param fill from the first element on
 */
export function readVector(layout: ArrayLayout, fill: FillBytes, name: string): Float64Array {
  const count = elementCount(layout.shape);
  getterOf(layout.dtype, name);
  const numbers = allocate(Float64Array, count);
  eachNumber(layout.dtype, fill, count, name, (value, i) => {
    numbers[i] = value;
  });
  return numbers;
}

/**
 * The first rows of a matrix, row-major, straight into their array where the file has them so.
 *
 * @param fill from the first element on; the caller has checked that the file holds them all
 * @param rows at most those of the matrix
 * @param take where the bytes are available as they are; then the numbers may be a view of the file, not to be changed
 * @returns (rows, columns)
 */
export function readMatrix(
  layout: ArrayLayout,
  fill: FillBytes,
  rows: number,
  name: string,
  take?: (length: number) => Uint8Array,
): Float32Array {
  const { dtype, shape, fortran } = layout;
  const [allRows, columns] = shape;
  getterOf(dtype, name); // before memory is taken for what cannot be read
  const isPlain = !fortran && dtype.kind === 'f' && dtype.itemSize === 4;
  const bytes = isPlain && dtype.littleEndian ? take?.(4 * rows * columns) : undefined;
  if (bytes && bytes.byteOffset % 4 === 0) return new Float32Array(bytes.buffer, bytes.byteOffset, rows * columns);
  const numbers = allocate(Float32Array, rows * columns);
  if (bytes) new Uint8Array(numbers.buffer).set(bytes);
  else if (isPlain) {
    const bytes = new Uint8Array(numbers.buffer);
    fill(bytes);
    if (!dtype.littleEndian) swapBytes(bytes);
  } else if (!fortran) {
    eachNumber(dtype, fill, numbers.length, name, (value, i) => {
      numbers[i] = value;
    });
  } else {
    eachNumber(dtype, fill, allRows * columns, name, (value, i) => {
      const row = i % allRows;
      if (row < rows) numbers[row * columns + (i - row) / allRows] = value;
    });
  }
  return numbers;
}

function swapBytes(bytes: Uint8Array): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  for (let at = 0; at < bytes.length; at += 4) view.setUint32(at, view.getUint32(at, false), true);
}

/**
 * Decodes whole numbers to `target` from `at` on, if they are bytes or have 32 bits, as those of a tree's paths.
 *
 * @param from where they begin
 * @returns false when they are something else
 */
export function decodeIntegers(
  bytes: Uint8Array,
  from: number,
  { kind, itemSize, littleEndian }: Dtype,
  count: number,
  target: Int32Array | Uint8Array,
  at = 0,
): boolean {
  if (kind === 'u' && itemSize === 1) for (let i = 0; i < count; i++) target[at + i] = bytes[from + i];
  else if ((kind === 'u' || kind === 'i') && itemSize === 4 && littleEndian) {
    for (let i = 0; i < count; i++) target[at + i] = int32At(bytes, from + 4 * i);
  } else return false;
  return true;
}

/**
 * Reads a short vector of whole numbers to `target` from `at` on. Hundreds of thousands of these make the paths of a
 * tree, so nothing is allocated.
 */
export function readIntegers(array: NumpyArray, reader: ByteReader, target: Int32Array | Uint8Array, at: number): void {
  const length = array.vectorLength;
  const { dtype } = array.layout!;
  const size = length * dtype.itemSize;
  if (typeof array.data === 'number' && size <= 4096) {
    reader.seek(array.data);
    const from = reader.lookAhead(size);
    if (decodeIntegers(reader.window, from, dtype, length, target, at)) return;
  } else if (size <= chunkLength) {
    array.bytes(reader)(chunk.subarray(0, size));
    if (decodeIntegers(chunk, 0, dtype, length, target, at)) return;
  }
  eachNumber(dtype, array.bytes(reader), length, reader.name, (value, i) => {
    target[at + i] = value;
  });
}
