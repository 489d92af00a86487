import type { ByteReader } from './byte-reader.js';
import { invalid } from './byte-source.js';
import { Dtype, elementCount, type FillBytes, NumpyArray, parseDtype, readVector } from './numpy-array.js';
import { PickleBytes, PickleDict, PickleGlobal, PickleObject, PickleText, type PickleValue } from './pickle-values.js';

type Call = (args: readonly PickleValue[], reader: ByteReader) => PickleValue | undefined;

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
  ...named(builtinModules, 'bytearray', ([bytes, encoding], reader) => {
    if (bytes === undefined) return noBytes;
    return bytes instanceof PickleBytes ? bytes : encodeText([bytes, encoding], reader);
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
export function makeObject(type: PickleValue, args: PickleValue, reader: ByteReader): PickleValue {
  if (type instanceof PickleGlobal && Array.isArray(args)) {
    const made = calls.get(type.fullName)?.(args, reader);
    if (made !== undefined) return made;
  }
  return new PickleObject(type, args);
}

/** What BUILD does: gives an object its state. */
export function setState(object: PickleValue, state: PickleValue, reader: ByteReader): void {
  if (object instanceof NumpyArray) {
    if (!Array.isArray(state) || state.length < 4) throw invalid(reader.name, 'an array of the pickle has no state.');
    const [shape, dtype, fortran, data] = state.slice(-4);
    setArray(object, shape, dtype, fortran === true || fortran === 1, data, reader);
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
): void {
  const { name } = reader;
  if (!Array.isArray(shape) || !(dtype instanceof Dtype)) throw invalid(name, 'an array of the pickle has no shape.');
  const count = elementCount(shape as number[]);
  if (Number.isNaN(count)) throw invalid(name, 'an array of the pickle has a shape that is none.');
  // For a vector both orders are the same.
  array.layout = shape.length === 1 ? dtype.vector(count) : { dtype, shape: shape.slice() as number[], fortran };
  if (Array.isArray(data)) {
    if (data.length !== count) throw invalid(name, `an array of ${count} objects got ${data.length}.`);
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
  const { place } = bytes;
  array.data = typeof place === 'number' && !bytes.isText ? place : (through) => fillFrom(bytes, through);
}

/** How to fill in the bytes of an array from where they are. */
function fillFrom({ place, length, isText }: PickleBytes, reader: ByteReader): FillBytes {
  if (typeof place === 'number') {
    if (isText) return fillFromText(place, length, reader);
    reader.seek(place);
    return (target) => reader.copy(target);
  }
  let passed = 0;
  return (target) => {
    target.set(place.subarray(passed, passed + target.length));
    passed += target.length;
  };
}

/** UTF-8 text of code points 0 … 255 to a byte for each. */
function fillFromText(start: number, length: number, reader: ByteReader): FillBytes {
  const end = start + length;
  let position = start;
  return (target) => {
    let filled = 0;
    while (filled < target.length) {
      const bytes = reader.bytesAt(position, Math.min(end - position, 2 * (target.length - filled), 1 << 16));
      let i = 0;
      while (i < bytes.length && filled < target.length) {
        const byte = bytes[i];
        if (byte < 0x80) {
          target[filled++] = byte;
          i++;
        } else if (i + 1 < bytes.length && (byte === 0xc2 || byte === 0xc3)) {
          target[filled++] = (byte << 6) | (bytes[i + 1] & 0x3f);
          i += 2;
        } else break;
      }
      if (i === 0) throw invalid(reader.name, `the data of an array is damaged at byte ${position}.`);
      position += i;
    }
  };
}

function encodeText([text, encoding]: readonly PickleValue[], reader: ByteReader): PickleBytes | undefined {
  const how = encoding instanceof PickleText ? encoding.read(reader) : encoding;
  if (how !== 'latin1' && how !== 'latin-1') return undefined;
  if (text instanceof PickleText && !text.isByteString) return new PickleBytes(text.place, text.length, true);
  if (typeof text !== 'string') return undefined;
  const bytes = Uint8Array.from(text, (character) => character.charCodeAt(0));
  return new PickleBytes(bytes, bytes.length, false);
}

function numpyScalar([dtype, bytes]: readonly PickleValue[], reader: ByteReader): number | undefined {
  if (!(dtype instanceof Dtype) || dtype.itemSize === 0) return undefined;
  const array = new NumpyArray();
  setArray(array, [1], dtype, false, bytes, reader);
  // What follows in the pickle is read from where the reader stands.
  const { position } = reader;
  const [value] = readVector(array.layout!, array.bytes(reader), reader.name);
  reader.seek(position);
  return value;
}

function arrayFromBuffer(
  [data, dtype, shape, order]: readonly PickleValue[],
  reader: ByteReader,
): NumpyArray | undefined {
  const array = new NumpyArray();
  const text = order instanceof PickleText ? order.read(reader) : order;
  setArray(array, shape, dtype, text === 'F', data, reader);
  return array;
}

function dictOf([members]: readonly PickleValue[]): PickleDict {
  if (members instanceof PickleDict) return members;
  const dict = new PickleDict();
  for (const pair of Array.isArray(members) ? members : []) {
    if (Array.isArray(pair) && pair.length === 2) dict.entries.push(pair[0], pair[1]);
  }
  return dict;
}
