import type { ByteReader } from '../bytes/byte-reader.js';
import { grow } from '../bytes/byte-source.js';
import { AscendingIds } from './ascending-ids.js';
import { PickleMemo } from './pickle-memo.js';
import { PickleText, type PickleValue } from './pickle-values.js';

/** Says that what a pickle fetches was not kept: it has to be read with a memo that knows what it fetches. */
export class ForgottenEntry extends Error {}

/** Entries kept by their numbers: names and functions, which are fetched again and again, come first in a pickle. */
const first = 256;
/** Objects kept beyond those; models have few that are not read in one go. */
const mostObjects = 100_000;

/** In place of the length of a text: what was put is an object. */
const isObject = -1;

/**
 * A memo that keeps what a model's pickle may fetch, without looking first at what it does fetch: texts and short
 * vectors, which take no objects, and what the machine makes opcode by opcode. What is read in one go is forgotten, apart
 * from vectors.
 *
 * Where something else than that is asked for it throws {@link ForgottenEntry}.
 */
export class HopefulMemo extends PickleMemo {
  private readonly firstValues: (PickleValue | undefined)[] = new Array(first);
  /** The number of a short vector and 1. */
  private readonly firstVectors = new Int32Array(first);
  /** The short vectors behind the first entries, in a small table of their own, since they are fetched most. */
  private readonly vectorIds = new AscendingIds();
  private vectorNumbers = new Int32Array(1024);
  /** The other entries behind the first. */
  private readonly ids = new AscendingIds();
  /** Offset of a text in the file, or place of an object among the objects. */
  private places = new Float64Array(1024);
  /** Twice the bytes of a text, 1 more for a byte string. */
  private lengths = new Int32Array(1024);
  private readonly objects: PickleValue[] = [];
  private lastId = first - 1;
  private readonly largestId: number;

  /** @param reader of the file, whose bytes no pickler's entries outnumber */
  constructor(reader: ByteReader) {
    super(reader.name);
    this.largestId = Math.min(reader.source.byteLength, 0x7fffffff);
  }

  isFetched(): boolean {
    return false;
  }

  keepsVector(): boolean {
    return true;
  }

  put(id: number, value: PickleValue): void {
    if (id < first) {
      this.firstValues[id] = value;
      this.firstVectors[id] = 0;
    } else if (value instanceof PickleText && typeof value.place === 'number' && value.length < 2 ** 29) {
      this.putText(id, value.place, value.length, value.isByteString);
    } else {
      this.keep(id, this.placeOf(value), isObject);
    }
  }

  override putText(id: number, place: number, length: number, isByteString: boolean): void {
    if (id < first) super.putText(id, place, length, isByteString);
    else this.keep(id, place, 2 * length + (isByteString ? 1 : 0));
  }

  putVector(id: number, vector: number): void {
    if (id < first) {
      this.firstVectors[id] = vector + 1;
      return;
    }
    const at = this.vectorIds.add(this.next(id));
    this.vectorNumbers = grow(this.vectorNumbers, at + 1);
    this.vectorNumbers[at] = vector;
  }

  find(id: number): PickleValue {
    const vector = this.findVector(id);
    if (vector >= 0) return this.vectors.array(vector);
    if (id < first) {
      const value = this.firstValues[id];
      if (value === undefined) throw new ForgottenEntry();
      return value;
    }
    const at = this.ids.find(id);
    if (at < 0) throw new ForgottenEntry();
    const place = this.places[at];
    const length = this.lengths[at];
    if (length === isObject) return this.objects[place];
    // From now on it is an object, which decodes its text but once, however often it is fetched.
    const text = new PickleText(place, length >> 1, (length & 1) === 1);
    this.places[at] = this.placeOf(text);
    this.lengths[at] = isObject;
    return text;
  }

  findVector(id: number): number {
    if (id < first) return this.firstVectors[id] - 1;
    const at = this.vectorIds.find(id);
    return at < 0 ? -1 : this.vectorNumbers[at];
  }

  /** Adds an object. @returns its place */
  private placeOf(value: PickleValue): number {
    if (this.objects.length === mostObjects) throw new ForgottenEntry();
    return this.objects.push(value) - 1;
  }

  private keep(id: number, place: number, length: number): void {
    const at = this.ids.add(this.next(id));
    this.places = grow(this.places, at + 1);
    this.lengths = grow(this.lengths, at + 1);
    this.places[at] = place;
    this.lengths[at] = length;
  }

  /** The number itself, where it comes after the last one, as every pickler numbers its entries. */
  private next(id: number): number {
    if (!(id > this.lastId && id <= this.largestId)) throw new ForgottenEntry();
    this.lastId = id;
    return id;
  }
}
