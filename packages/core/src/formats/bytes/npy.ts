import { ByteReader } from './byte-reader.js';
import { type ByteSource, invalid } from './byte-source.js';
import { decodeLatin1 } from './decode-text.js';
import { type ArrayLayout, dtypeName, elementCount, parseDtype } from './numpy-array.js';

/** The header of a `.npy` file; the reader is at the first element. */
export interface NpyFile {
  readonly layout: ArrayLayout;
  readonly reader: ByteReader;
}

/** \x93NUMPY. */
export const npyMagic: readonly number[] = [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59];

/**
 * Reads the header of a `.npy` file, version 1 to 3 (NEP 1), and checks that the file holds what it promises.
 *
 * @param name of the file, for messages
 * @throws KeywordError INVALID_MODEL
 */
export function readNpyHeader(source: ByteSource, name: string): NpyFile {
  const reader = new ByteReader(source, name);
  for (const byte of npyMagic) {
    if (reader.remaining === 0 || reader.byte() !== byte) throw invalid(name, 'it is not a NumPy array file (.npy).');
  }
  const version = reader.byte();
  reader.byte(); // minor version
  if (version < 1 || version > 3) throw invalid(name, `NumPy array files of version ${version} are not known.`);
  const header = decodeLatin1(reader.bytes(version === 1 ? reader.uint16() : reader.uint32()));
  const descr = /'descr'\s*:\s*'([^']*)'/.exec(header)?.[1];
  const fortran = /'fortran_order'\s*:\s*(True|False)/.exec(header)?.[1];
  const shape = /'shape'\s*:\s*\(([\dL, ]*)\)/.exec(header)?.[1];
  if (descr === undefined || fortran === undefined || shape === undefined) {
    throw invalid(
      name,
      `the array has the header ${JSON.stringify(header.slice(0, 200))}; expected type, order, shape.`,
    );
  }
  // Python 2 wrote long integers with an L.
  const lengths = shape.split(',').map((length) => length.replace('L', '').trim());
  const layout: ArrayLayout = {
    dtype: parseDtype(descr),
    shape: lengths.filter((length) => length !== '').map(Number),
    fortran: fortran === 'True',
  };
  const { itemSize } = layout.dtype;
  const length = elementCount(layout.shape) * itemSize;
  if (itemSize === 0) throw invalid(name, `the array has elements of type ${dtypeName(layout.dtype)}, not numbers.`);
  if (!(length <= reader.remaining)) {
    throw invalid(
      name,
      `an array of ${layout.shape.join(' × ')} ${dtypeName(layout.dtype)} needs ${length} bytes, the file has ${reader.remaining}; it is cut off or damaged.`,
    );
  }
  return { layout, reader };
}
