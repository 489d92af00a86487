import { KeywordError } from '../../errors.js';
import type { ByteReader, FillBytes } from '../bytes/byte-reader.js';
import { type ByteSource, type ForeignFile, invalid } from '../bytes/byte-source.js';
import { unzipMember } from '../bytes/compressed.js';
import { readNpyHeader } from '../bytes/npy.js';
import { type ArrayLayout, NumpyArray, readMatrix } from '../bytes/numpy-array.js';
import { type PickleDict, PickleObject, type PickleValue } from '../pickle/pickle-values.js';

/** Widest vectors anyone trains; bounds what an array that is unpacked may claim. */
const widestVector = 1 << 16;

/** Rows of a matrix as floats. */
export interface Rows {
  /** (rows, columns) row-major; may be a view of the file, not to be changed. */
  readonly data: Float32Array;
  readonly columns: number;
  /** All of them are known to be finite. */
  readonly isFinite?: boolean;
}

interface FoundArray {
  readonly layout: ArrayLayout;
  readonly fill: FillBytes;
  readonly take?: (length: number) => Uint8Array;
  /** The file that it is alone in. */
  readonly source?: ByteSource;
}

/**
 * An object saved by gensim: attributes in the pickle, large arrays perhaps in files beside it, named after the path
 * of attributes that leads to them (`gensim.utils.SaveLoad`).
 */
export class GensimObject {
  readonly className: string;
  readonly attributes: PickleDict;
  private readonly file: ForeignFile;
  private readonly reader: ByteReader;
  private readonly path: readonly string[];

  private constructor(
    object: PickleObject,
    attributes: PickleDict,
    file: ForeignFile,
    reader: ByteReader,
    path: readonly string[],
  ) {
    this.className = object.className;
    this.attributes = attributes;
    this.file = file;
    this.reader = reader;
    this.path = path;
  }

  /** The object in a pickle; undefined when the value is not an object with attributes. */
  static from(
    value: PickleValue | undefined,
    file: ForeignFile,
    reader: ByteReader,
    path: readonly string[] = [],
  ): GensimObject | undefined {
    const attributes = value instanceof PickleObject ? value.attributes : undefined;
    return attributes && new GensimObject(value as PickleObject, attributes, file, reader, path);
  }

  /** An attribute; undefined where there is none or it is None. */
  get(name: string): PickleValue | undefined {
    return this.attributes.get(name) ?? undefined;
  }

  /** An attribute that is an object itself. */
  object(name: string): GensimObject | undefined {
    return GensimObject.from(this.get(name), this.file, this.reader, [...this.path, name]);
  }

  /** An attribute that is a number or a truth value. */
  number(name: string): number | undefined {
    const value = this.get(name);
    return typeof value === 'number' || typeof value === 'boolean' ? Number(value) : undefined;
  }

  /** Whether an array is here or was saved beside. */
  has(name: string): boolean {
    return this.get(name) instanceof NumpyArray || this.isBeside(name);
  }

  /**
   * The first rows of an array attribute.
   *
   * @param rows rows to read
   * @returns undefined when there is no such array
   * @throws KeywordError FILE_NOT_FOUND when the file it was saved in is not there; INVALID_MODEL when it is too small
   */
  matrix(name: string, rows: number): Rows | undefined {
    const { name: fileName } = this.file;
    const found = this.find(name, rows);
    if (!found) return undefined;
    const { shape } = found.layout;
    if (shape.length !== 2 || shape[0] < rows || shape[1] < 1) {
      throw invalid(fileName, `${name} is an array of ${shape.join(' × ')}; expected ${rows} rows or more.`);
    }
    const data = readMatrix(found.layout, found.fill, rows, fileName, found.take);
    // What is a view of the file holds the very numbers that were looked at.
    const isView = data.byteLength < data.buffer.byteLength;
    return { data, columns: shape[1], isFinite: isView && found.source?.allFinite?.() === true };
  }

  private find(name: string, rows: number): FoundArray | undefined {
    const value = this.get(name);
    if (value instanceof NumpyArray && value.layout) return { layout: value.layout, fill: value.bytes(this.reader) };
    return this.isBeside(name) ? this.findBeside(name, rows) : undefined;
  }

  private isBeside(name: string): boolean {
    const names = this.get('__numpys');
    return Array.isArray(names) && names.includes(name);
  }

  private findBeside(name: string, rows: number): FoundArray {
    const stem = [this.file.name, ...this.path, name].join('.');
    let source = this.file.sibling(`${stem}.npy`);
    const packed = source ? undefined : this.file.sibling(`${stem}.npz`);
    if (packed) {
      source = unzipMember(packed, 'val.npy', rows * widestVector * 8 + widestVector, `${stem}.npz`);
      if (!source) throw invalid(`${stem}.npz`, 'it has no array called "val".');
    }
    if (!source) {
      const expected = /\.(gz|bz2)$/.test(this.file.name) ? `${stem}.npz` : `${stem}.npy`;
      throw new KeywordError(
        'FILE_NOT_FOUND',
        `${this.file.name}: its array ${name} was saved in a file of its own, ${expected}, which is missing. Put it beside the model under that name.`,
      );
    }
    const { layout, reader } = readNpyHeader(source, `${stem}.npy`);
    return { layout, fill: (target) => reader.copy(target), take: (length) => reader.take(length), source };
  }
}
