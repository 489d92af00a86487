import type { ByteReader } from '../bytes/byte-reader.js';
import { invalid } from '../bytes/byte-source.js';
import { Dtype, elementCount, NumpyArray, parseDtype, readVector } from '../bytes/numpy-array.js';
import { PickleBytes } from '../bytes/pickle-bytes.js';
import { listLength } from '../bytes/short-vectors.js';
import { PickleDict, PickleGlobal, PickleObject, PickleText, type PickleValue } from './pickle-values.js';

/** Is told how many items a call copies or goes through, and throws where they are too many for the file. */
export type Charge = (items: number) => void;
type Call = (args: readonly PickleValue[], reader: ByteReader, charge: Charge) => PickleValue | undefined;

/** NumPy has no arrays of more dimensions. */
const mostDimensions = 64;

const numpyModules = ['numpy.core.multiarray', 'numpy._core.multiarray'];
const builtinModules = ['builtins', '__builtin__'];
const named = (modules: readonly string[], name: string, call: Call): [string, Call][] =>
  modules.map((module) => [`${module}.${name}`, call]);

const listOf: Call = ([members]) => (Array.isArray(members) ? members : []);

/**
 * What stands for the calls a pickle may ask for. Each makes data; a call that is not in this list, or is given
 * something else than expected, becomes an inert object.
 */
const calls: ReadonlyMap<string, Call> = new Map([
  ...named(numpyModules, '_reconstruct', () => new NumpyArray()),
  ...named(numpyModules, 'scalar', numpyScalar),
  ...named(['numpy.core.numeric', 'numpy._core.numeric'], '_frombuffer', arrayFromBuffer),
  ...named(['numpy'], 'dtype', ([code], reader) => {
    const text = code instanceof PickleText ? code.read(reader) : code;
    return typeof text === 'string' ? parseDtype(text) : undefined;
  }),
  ...named(['_codecs'], 'encode', encodeText),
  ...named(builtinModules, 'bytes', ([bytes]) => (bytes instanceof PickleBytes ? bytes : noBytes)),
  ...named(builtinModules, 'bytearray', ([bytes, encoding], reader, charge) => {
    if (bytes === undefined) return noBytes;
    return bytes instanceof PickleBytes ? bytes : encodeText([bytes, encoding], reader, charge);
  }),
  ...named(builtinModules, 'set', listOf),
  ...named(builtinModules, 'frozenset', listOf),
  ...named(builtinModules, 'list', listOf),
  ...named(builtinModules, 'dict', dictOf),
  ...named(['collections'], 'OrderedDict', dictOf),
  ...named(['collections'], 'defaultdict', () => new PickleDict()),
  ...named(['copy_reg', 'copyreg'], '_reconstructor', ([type]) => new PickleObject(type, [])),
]);

const noBytes = new PickleBytes(new Uint8Array(0), 0, false);

/** What a REDUCE or NEWOBJ makes. */
export function makeObject(type: PickleValue, args: PickleValue, reader: ByteReader, charge: Charge): PickleValue {
  if (type instanceof PickleGlobal && Array.isArray(args)) {
    const made = calls.get(type.fullName)?.(args, reader, charge);
    if (made !== undefined) return made;
  }
  return new PickleObject(type, args);
}

/** What BUILD does: gives an object its state. */
export function setState(object: PickleValue, state: PickleValue, reader: ByteReader, charge: Charge): void {
  if (object instanceof NumpyArray) {
    if (!Array.isArray(state) || state.length < 4) throw invalid(reader.name, 'an array of the pickle has no state.');
    const [shape, dtype, fortran, data] = state.slice(-4);
    setArray(object, shape, dtype, fortran === true || fortran === 1, data, reader, charge);
  } else if (object instanceof Dtype) {
    const order = Array.isArray(state) ? state[1] : undefined;
    const text = order instanceof PickleText ? order.read(reader) : order;
    object.littleEndian = text !== '>';
  } else if (object instanceof PickleObject) {
    object.state = state;
  }
}

function setArray(
  array: NumpyArray,
  shape: PickleValue,
  dtype: PickleValue,
  fortran: boolean,
  data: PickleValue,
  reader: ByteReader,
  charge: Charge,
): void {
  const { name } = reader;
  if (!Array.isArray(shape) || shape.length > mostDimensions || !(dtype instanceof Dtype))
    throw invalid(name, 'an array of the pickle has no shape.');
  const count = elementCount(shape as number[]);
  if (Number.isNaN(count)) throw invalid(name, 'an array of the pickle has an invalid shape.');
  // For a vector both orders are the same.
  array.layout = shape.length === 1 ? dtype.vector(count) : { dtype, shape: shape.slice() as number[], fortran };
  if (Array.isArray(data)) {
    charge(data.length);
    if (listLength(data) !== count) throw invalid(name, `an array of ${count} objects got ${listLength(data)}.`);
    array.data = data;
    return;
  }
  const bytes =
    data instanceof PickleText && data.isByteString ? new PickleBytes(data.place, data.length, false) : data;
  if (!(bytes instanceof PickleBytes)) throw invalid(name, 'an array of the pickle has no data.');
  const length = count * dtype.itemSize;
  // As UTF-8 text a byte takes one byte of the file or two.
  const fits = bytes.isText ? bytes.length >= length && bytes.length <= 2 * length : bytes.length === length;
  if (!fits && dtype.itemSize > 0) {
    throw invalid(name, `an array of ${shape.join(' × ')} elements needs ${length} bytes, got ${bytes.length}.`);
  }
  array.data = typeof bytes.place === 'number' && !bytes.isText ? bytes.place : bytes;
}

function encodeText(
  [text, encoding]: readonly PickleValue[],
  reader: ByteReader,
  charge: Charge,
): PickleBytes | undefined {
  const how = encoding instanceof PickleText ? encoding.read(reader) : encoding;
  if (how !== 'latin1' && how !== 'latin-1') return undefined;
  if (text instanceof PickleText && !text.isByteString) return new PickleBytes(text.place, text.length, true);
  if (typeof text !== 'string') return undefined;
  charge(text.length);
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < bytes.length; i++) bytes[i] = text.charCodeAt(i);
  return new PickleBytes(bytes, bytes.length, false);
}

function numpyScalar([dtype, bytes]: readonly PickleValue[], reader: ByteReader, charge: Charge): number | undefined {
  if (!(dtype instanceof Dtype) || dtype.itemSize === 0) return undefined;
  const array = new NumpyArray();
  setArray(array, [1], dtype, false, bytes, reader, charge);
  // What follows in the pickle is read from where the reader is.
  const { position } = reader;
  const [value] = readVector(array.layout!, array.bytes(reader), reader.name);
  reader.seek(position);
  return value;
}

function arrayFromBuffer(
  [data, dtype, shape, order]: readonly PickleValue[],
  reader: ByteReader,
  charge: Charge,
): NumpyArray | undefined {
  const array = new NumpyArray();
  const text = order instanceof PickleText ? order.read(reader) : order;
  setArray(array, shape, dtype, text === 'F', data, reader, charge);
  return array;
}

function dictOf([members]: readonly PickleValue[], _reader: ByteReader, charge: Charge): PickleDict {
  if (members instanceof PickleDict) return members;
  const dict = new PickleDict();
  if (Array.isArray(members)) charge(members.length);
  for (const pair of Array.isArray(members) ? members : []) {
    if (Array.isArray(pair) && pair.length === 2) dict.add([pair[0], pair[1]]);
  }
  return dict;
}
