import type { ByteReader } from '../bytes/byte-reader.js';
import { decodeShort, decodeUtf8, decodeWord } from '../bytes/decode-text.js';
import type { Dtype, NumpyArray } from '../bytes/numpy-array.js';
import type { PickleBytes } from '../bytes/pickle-bytes.js';
import type { VectorRun } from '../bytes/short-vectors.js';

/**
 * What a pickle can hold here. None is null; lists, tuples and sets are arrays; objects of every class are data that
 * keep their name and state. Integers are rounded beyond ±2^53.
 */
export type PickleValue =
  | null
  | boolean
  | number
  | string
  | PickleText
  | PickleBytes
  | PickleGlobal
  | PickleObject
  | PickleDict
  | NumpyArray
  | VectorRun
  | Dtype
  | PickleValue[];

/**
 * Text as a range of the file. It becomes a string where it enters a list or a dictionary; in a tuple, where the data
 * of arrays travels, it stays a range, since Python 3 writes bytes as text under protocols 0 to 2.
 */
export class PickleText {
  /** Offset in the file; or the bytes themselves where the file has them in an escaped form. */
  readonly place: number | Uint8Array;
  /** Bytes in the file. */
  readonly length: number;
  /** A `str` of Python 2: bytes, of which nobody recorded whether they are text. */
  readonly isByteString: boolean;
  private text: string | undefined;

  constructor(place: number | Uint8Array, length: number, isByteString: boolean) {
    this.place = place;
    this.length = length;
    this.isByteString = isByteString;
  }

  /** The text; a byte string as UTF-8 or else Latin-1. */
  read(reader: ByteReader): string {
    this.text ??= this.readShort(reader) ?? this.readAny(reader);
    return this.text;
  }

  /** Nearly all texts are short and have just been passed: then no view of their bytes is made. */
  private readShort(reader: ByteReader): string | undefined {
    const from = typeof this.place === 'number' ? reader.placeInWindow(this.place, this.length) : -1;
    return from >= 0 ? decodeShort(reader.window, from, from + this.length) : undefined;
  }

  private readAny(reader: ByteReader): string {
    const { place } = this;
    const bytes = typeof place === 'number' ? reader.bytesAt(place, this.length) : place;
    return this.isByteString ? decodeWord(bytes) : (decodeUtf8(bytes) ?? new TextDecoder().decode(bytes));
  }
}

/** Text up to this many bytes becomes a string where it enters a list or dictionary. */
const longestString = 1 << 16;

/** A value as it enters a list or dictionary. */
export function settle(value: PickleValue, reader: ByteReader): PickleValue {
  return value instanceof PickleText && value.length <= longestString ? value.read(reader) : value;
}

/** The name of a class or function. It stands for itself only: nothing is ever looked up or called by it. */
export class PickleGlobal {
  /** Module and name. */
  readonly fullName: string;
  /** Whether it is what makes NumPy arrays. */
  readonly makesArrays: boolean;

  constructor(module: string, name: string) {
    this.fullName = `${module}.${name}`;
    this.makesArrays = /^numpy\._?core\.multiarray\._reconstruct$/.test(this.fullName);
  }
}

/** An object of any class, or the result of any call, as data. */
export class PickleObject {
  /** Its class, or what was called to make it. */
  readonly type: PickleValue;
  /** What that was given. */
  readonly args: PickleValue;
  /** What its `__setstate__` would be given; for most classes a dictionary of attributes. */
  state: PickleValue = null;
  /** Members, where it is a kind of list or set. */
  items: PickleValue[] | undefined;
  /** Members, where it is a kind of dictionary. */
  entries: PickleDict | undefined;

  constructor(type: PickleValue, args: PickleValue) {
    this.type = type;
    this.args = args;
    this.items = undefined;
    this.entries = undefined;
  }

  /** Name of the class with its module, where it has one. */
  get className(): string {
    return this.type instanceof PickleGlobal ? this.type.fullName : 'an unnamed class';
  }

  /** Its attributes; undefined when its state is none. `__slots__` are not looked at. */
  get attributes(): PickleDict | undefined {
    const state = Array.isArray(this.state) ? this.state[0] : this.state;
    return state instanceof PickleDict ? state : undefined;
  }
}

/** Fewer keys and values are put together. */
const longPart = 1024;

/** A dictionary, in the order of the file. */
export class PickleDict {
  /** Key, value, key, value, … in parts, since making one list of hundreds of thousands takes as long as reading them. */
  readonly parts: PickleValue[][] = [];

  get isEmpty(): boolean {
    return this.parts.length === 0;
  }

  /** Number of entries; a key that was set twice counts twice. */
  get size(): number {
    return this.parts.reduce((sum, { length }) => sum + length, 0) / 2;
  }

  /** @param entries key, value, key, value, …; not to be used afterwards */
  add(entries: PickleValue[]): void {
    if (entries.length === 0) return;
    const last = this.parts.at(-1);
    if (last && last.length < longPart && entries.length < longPart) last.push(...entries);
    else this.parts.push(entries);
  }

  /** The value of a key that is a string; the last one where it was set twice. Takes time in proportion to the size. */
  get(key: string): PickleValue | undefined {
    for (let p = this.parts.length - 1; p >= 0; p--) {
      const part = this.parts[p];
      for (let i = part.length - 2; i >= 0; i -= 2) if (part[i] === key) return part[i + 1];
    }
    return undefined;
  }
}
