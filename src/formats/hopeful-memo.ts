import type { ByteReader } from './byte-reader.js';
import { grow } from './byte-source.js';
import { PickleMemo } from './pickle-memo.js';
import { PickleText, type PickleValue } from './pickle-values.js';

/** Says that what a pickle fetches was not kept: it has to be read with a memo that knows what it fetches. */
export class ForgottenEntry extends Error {}

/** Entries kept by their numbers: names and functions, which are fetched again and again, come first in a pickle. */
const first = 256;
/** Objects kept beyond those; models have few that are not read in one go. */
const mostObjects = 100_000;

/** Numbers in a row among which an entry is looked for one by one. */
const block = 16;

/** In place of the length of a text: what was put is an object, or a short vector. */
const isObject = -1;
const isVector = -2;

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
  /** Numbers of the other entries, ascending. */
  private ids = new Int32Array(1024);
  /** Offset of a text in the file, place of an object among the objects, or number of a short vector. */
  private places = new Float64Array(1024);
  /** Twice the bytes of a text, 1 more for a byte string; or which of the others it is. */
  private lengths = new Int32Array(1024);
  private kept = 0;
  /** How many of the other entries come before each {@link block} numbers, up to those of the last entry. */
  private before = new Int32Array(64);
  private blocks = 0;
  private readonly objects: PickleValue[] = [];
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
    if (id < first) this.firstVectors[id] = vector + 1;
    else this.keep(id, vector, isVector);
  }

  find(id: number): PickleValue {
    if (id < first) {
      const vector = this.firstVectors[id] - 1;
      const value = vector < 0 ? this.firstValues[id] : this.vectors.array(vector);
      if (value === undefined) throw new ForgottenEntry();
      return value;
    }
    const at = this.search(id);
    if (at < 0) throw new ForgottenEntry();
    const place = this.places[at];
    const length = this.lengths[at];
    if (length === isObject) return this.objects[place];
    if (length === isVector) return this.vectors.array(place);
    // From now on it is an object, which decodes its text but once, however often it is fetched.
    const text = new PickleText(place, length >> 1, (length & 1) === 1);
    this.places[at] = this.placeOf(text);
    this.lengths[at] = isObject;
    return text;
  }

  findVector(id: number): number {
    if (id < first) return this.firstVectors[id] - 1;
    const at = this.search(id);
    return at >= 0 && this.lengths[at] === isVector ? this.places[at] : -1;
  }

  /** Adds an object. @returns its place */
  private placeOf(value: PickleValue): number {
    if (this.objects.length === mostObjects) throw new ForgottenEntry();
    return this.objects.push(value) - 1;
  }

  private keep(id: number, place: number, length: number): void {
    const at = this.kept++;
    // As every pickler numbers them, by an opcode each.
    if (!(id <= this.largestId && (at === 0 || id > this.ids[at - 1]))) throw new ForgottenEntry();
    this.before = grow(this.before, Math.floor(id / block) + 1);
    while (this.blocks * block <= id) this.before[this.blocks++] = at;
    this.ids = grow(this.ids, this.kept);
    this.places = grow(this.places, this.kept);
    this.lengths = grow(this.lengths, this.kept);
    this.ids[at] = id;
    this.places[at] = place;
    this.lengths[at] = length;
  }

  /** Where an entry is; −1 when it is not kept. */
  private search(id: number): number {
    if (!(id < this.blocks * block)) return -1;
    let at = this.before[Math.floor(id / block)];
    while (at < this.kept && this.ids[at] < id) at++;
    return at < this.kept && this.ids[at] === id ? at : -1;
  }
}
