import { KeywordError, shortened } from '../../errors.js';

/**
 * The safetensors container (github.com/huggingface/safetensors): 8 bytes little-endian header length, a JSON header
 * that gives every tensor's dtype, shape and place, then the tensors without holes. All numbers are little-endian, and
 * so is every machine that typed arrays are read on here.
 */

/** Bytes of one number of each dtype. */
const itemSizes = {
  F64: 8,
  I64: 8,
  U64: 8,
  F32: 4,
  I32: 4,
  U32: 4,
  F16: 2,
  BF16: 2,
  I16: 2,
  U16: 2,
  I8: 1,
  U8: 1,
  BOOL: 1,
} as const;

/** Number format of a tensor. */
export type Dtype = keyof typeof itemSizes;

/** A tensor: `bytes` holds Π shape numbers of `dtype`, row-major. */
export interface Tensor {
  readonly dtype: Dtype;
  readonly shape: readonly number[];
  readonly bytes: Uint8Array;
}

/** A safetensors file taken apart. Tensors are views of its bytes. */
export interface SafetensorsFile {
  readonly metadata: ReadonlyMap<string, string>;
  readonly tensors: ReadonlyMap<string, Tensor>;
  /** Offset of the first tensor in the file, in bytes. */
  readonly dataStart: number;
}

/**
 * Longest header that is read, in bytes: a thousand times that of a model. The format allows ten times more, but so
 * many brackets alone keep a JSON parser busy for half a minute.
 */
const maxHeaderLength = 10_000_000;

/**
 * Takes a file apart. Every length is checked against the file before anything is made by it.
 *
 * @param bytes the whole file
 * @throws KeywordError INVALID_MODEL when the file is damaged, UNSUPPORTED_MODEL on a dtype that is not known here
 */
export function readSafetensors(bytes: Uint8Array): SafetensorsFile {
  if (bytes.length < 8) throw truncated(8, bytes.length);
  const headerLength = new DataView(bytes.buffer, bytes.byteOffset, 8).getBigUint64(0, true);
  if (headerLength > maxHeaderLength) {
    throw invalid(`the header claims ${headerLength} bytes, at most ${maxHeaderLength} are read`);
  }
  const dataStart = 8 + Number(headerLength);
  if (dataStart > bytes.length) throw truncated(dataStart, bytes.length);
  const metadata = new Map<string, string>();
  const places: Place[] = [];
  for (const [name, entry] of Object.entries(parseHeader(bytes.subarray(8, dataStart)))) {
    if (name !== '__metadata__') {
      places.push(checkPlace(name, entry));
      continue;
    }
    for (const [key, value] of Object.entries(asObject(entry, '__metadata__'))) {
      if (typeof value !== 'string') throw invalid(`__metadata__ ${quote(key)} is not a string`);
      metadata.set(key, value);
    }
  }
  places.sort((a, b) => a.start - b.start || a.end - b.end);
  let end = 0;
  for (const place of places) {
    if (place.start !== end) {
      throw invalid(`tensor ${quote(place.name)} starts at ${place.start}, expected ${end}: no gaps, no overlaps`);
    }
    end = place.end;
  }
  if (dataStart + end !== bytes.length) throw truncated(dataStart + end, bytes.length);
  const tensors = new Map(
    places.map(({ name, dtype, shape, start, end }) => [
      name,
      { dtype, shape, bytes: bytes.subarray(dataStart + start, dataStart + end) },
    ]),
  );
  return { metadata, tensors, dataStart };
}

/**
 * Lays tensors out as a file: the header, then every tensor's own bytes, uncopied. The order is by item size, then by
 * name, as Python's writer has it, and the header is padded to 64 bytes, so that each tensor is aligned to its numbers.
 * The same tensors and metadata always make the same bytes.
 */
export function writeSafetensors(
  metadata: Readonly<Record<string, string>>,
  tensors: Readonly<Record<string, Tensor>>,
): Uint8Array[] {
  const ordered = Object.entries(tensors).sort(
    ([a, { dtype: p }], [b, { dtype: q }]) => itemSizes[q] - itemSizes[p] || (a < b ? -1 : 1),
  );
  const header: Record<string, unknown> = {
    __metadata__: Object.fromEntries(Object.entries(metadata).sort(([a], [b]) => (a < b ? -1 : 1))),
  };
  let offset = 0;
  for (const [name, { dtype, shape, bytes }] of ordered) {
    header[name] = { dtype, shape, data_offsets: [offset, offset + bytes.length] };
    offset += bytes.length;
  }
  const json = new TextEncoder().encode(JSON.stringify(header));
  const head = new Uint8Array(Math.ceil((8 + json.length) / 64) * 64).fill(0x20);
  new DataView(head.buffer).setBigUint64(0, BigInt(head.length - 8), true);
  head.set(json, 8);
  return [head, ...ordered.map(([, { bytes }]) => bytes)];
}

interface Place {
  readonly name: string;
  readonly dtype: Dtype;
  readonly shape: readonly number[];
  readonly start: number;
  readonly end: number;
}

function parseHeader(bytes: Uint8Array): Record<string, unknown> {
  if (bytes[0] !== 0x7b) throw invalid('its header does not start with "{"');
  let header: unknown;
  try {
    // slice: a decoder need not take bytes of a SharedArrayBuffer.
    header = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes.slice()));
  } catch (cause) {
    throw invalid('its header is not JSON', cause);
  }
  return asObject(header, 'the header');
}

function checkPlace(name: string, value: unknown): Place {
  const { dtype, shape, data_offsets: offsets } = asObject(value, `tensor ${quote(name)}`);
  if (typeof dtype !== 'string') throw invalid(`tensor ${quote(name)} has no dtype`);
  if (!Object.hasOwn(itemSizes, dtype)) {
    throw new KeywordError('UNSUPPORTED_MODEL', `Tensor ${quote(name)} has the dtype ${quote(dtype)}, not known here.`);
  }
  if (!isSizes(shape)) throw invalid(`the shape of tensor ${quote(name)} is not a list of whole numbers`);
  if (!isSizes(offsets) || offsets.length !== 2 || offsets[0] > offsets[1]) {
    throw invalid(`the data_offsets of tensor ${quote(name)} are not a range`);
  }
  const [start, end] = offsets;
  // A product beyond 2^53 is rounded, but never down to the length of a real file.
  const size = shape.reduce((product, n) => product * n, itemSizes[dtype as Dtype]);
  if (size !== end - start) {
    throw invalid(`tensor ${quote(name)} needs ${size} bytes by its shape, its data_offsets give ${end - start}`);
  }
  return { name, dtype: dtype as Dtype, shape, start, end };
}

function isSizes(value: unknown): value is number[] {
  return Array.isArray(value) && value.every((n) => Number.isSafeInteger(n) && n >= 0);
}

function asObject(value: unknown, what: string): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw invalid(`${what} is not a JSON object`);
  return value as Record<string, unknown>;
}

/** A name from a file as it can be shown: quoted, escaped, and cut when long. */
function quote(name: string): string {
  return JSON.stringify(shortened(name, 100));
}

function truncated(expected: number, found: number): KeywordError {
  const advice = found < expected ? 'It was cut off' : 'Something was added to it';
  return invalid(`expected ${expected} bytes, the file has ${found}. ${advice}; fetch or copy it again`);
}

function invalid(reason: string, cause?: unknown): KeywordError {
  return new KeywordError('INVALID_MODEL', `Not a valid safetensors file: ${reason}.`, cause ? { cause } : {});
}
