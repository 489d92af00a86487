import type { ByteReader } from '../bytes/byte-reader.js';
import { int32At } from '../bytes/byte-source.js';
import { decodeShort } from '../bytes/decode-text.js';
import { Dtype, decodeIntegers } from '../bytes/numpy-array.js';
import type { PickleMemo } from './pickle-memo.js';
import { op } from './pickle-opcodes.js';
import { PickleGlobal, PickleText, type PickleValue } from './pickle-values.js';

/** Longest form: an object of two vectors, each 255 bytes of data, as text perhaps twice that, among its opcodes. */
const longestForm = 2048;
/** Longest data of a vector, as its length takes one byte; as text a byte may take two. */
const longestData = 255;

/**
 * Reads at once what a pickle holds hundreds of thousands of times, each a hundred opcodes and a dozen objects to the
 * machine. Whatever is written in another way than expected here is left to the machine: nothing has happened unless
 * {@link commit} is called.
 */
export class PickleCursor {
  private readonly reader: ByteReader;
  private readonly memo: PickleMemo;
  private bytes: Uint8Array = new Uint8Array(0);
  private start = 0;
  private at = 0;
  /** Memo entries made so far. */
  private puts = 0;
  /** Number that a short vector is to have in the memo, −1 where there is none, and which vector that is. */
  private keptId = -1;
  private kept = -1;
  /** The same for a text: its number in the memo, and where and what it is. */
  private textId = -1;
  private textPlace = 0;
  private textLength = 0;
  private isByteString = false;
  private readonly unpacked = new Uint8Array(longestData);

  /** Element type of the last vector. */
  private dtype: Dtype | undefined = undefined;
  /** Elements of the last vector. */
  private count = 0;
  /** Place of the last vector's data. */
  private data = 0;
  /** Bytes that its data take in the file. */
  private dataLength = 0;
  /** Whether the data are text, one code point 0 … 255 for each byte: how Python 3 writes bytes by protocols 0 to 2. */
  private isText = false;
  /** Number of the last vector in the memo, where it is fetched again; else −1. */
  private id = -1;

  constructor(reader: ByteReader, memo: PickleMemo) {
    this.reader = reader;
    this.memo = memo;
  }

  /**
   * Begins at the reader's position.
   *
   * @param length bytes of the longest form that is looked for
   */
  begin(length = longestForm): this {
    this.start = this.reader.lookAhead(length);
    this.bytes = this.reader.window;
    this.at = this.start;
    this.puts = 0;
    this.keptId = -1;
    this.textId = -1;
    return this;
  }

  /** Moves the reader past what was read. */
  commit(): void {
    const { memo } = this;
    memo.pass(this.puts);
    if (this.textId >= 0 && memo.isFetched(this.textId)) {
      memo.put(this.textId, new PickleText(this.textPlace, this.textLength, this.isByteString));
    }
    if (this.keptId >= 0) memo.putVector(this.keptId, this.kept);
    this.reader.skip(this.at - this.start);
  }

  /** Whether the next byte is this one; then it is passed. Behind the end there is none. */
  takes(byte: number): boolean {
    if (this.bytes[this.at] !== byte) return false;
    this.at++;
    return true;
  }

  /** What the next opcode fetches from the memo. */
  fetch(): PickleValue | undefined {
    if (this.takes(op.BINGET)) return this.memo.find(this.bytes[this.at++]);
    return this.takes(op.LONG_BINGET) ? this.memo.find(this.int32() >>> 0) : undefined;
  }

  /** The short vector that the next opcode fetches from the memo; −1, and the opcode stays, when it is something else. */
  fetchVector(): number {
    const { at } = this;
    const isShort = this.takes(op.BINGET);
    if (!isShort && !this.takes(op.LONG_BINGET)) return -1;
    const found = this.memo.findVector(isShort ? this.bytes[this.at++] : this.int32() >>> 0);
    if (found < 0) this.at = at;
    return found;
  }

  /** Elements of a short vector. */
  countOf(vector: number): number {
    return this.memo.vectors.count(vector);
  }

  /** A name, such as that of an attribute, that the next opcode fetches from the memo; undefined when it is none. */
  fetchName(): string | undefined {
    const value = this.fetch();
    const name = value instanceof PickleText && value.length < 256 ? value.read(this.reader) : value;
    return typeof name === 'string' ? name : undefined;
  }

  /** A short text, one at a time, that is put into the memo or not; undefined when something else is next. */
  text(): string | undefined {
    while (this.takes(op.FRAME)) this.at += 8;
    this.isByteString = this.takes(op.SHORT_BINSTRING);
    let length: number;
    if (this.isByteString || this.takes(op.SHORT_BINUNICODE)) length = this.bytes[this.at++];
    else if (this.takes(op.BINUNICODE)) length = this.int32();
    else return undefined;
    const from = this.at;
    this.at += length;
    if (!(length >= 0 && this.at <= this.bytes.length)) return undefined;
    const text = decodeShort(this.bytes, from, this.at);
    this.textPlace = this.reader.position + from - this.start;
    this.textLength = length;
    this.textId = this.put();
    return text;
  }

  /** Passes an opcode that puts into the memo, if one is next; false when what it puts there is fetched later. */
  passPut(): boolean {
    const id = this.put();
    return id < 0 || !this.memo.isFetched(id);
  }

  /** Passes an opcode that puts into the memo, if one is next. @returns the number, −1 when there is none */
  private put(): number {
    let id = this.memo.entries + this.puts;
    if (this.takes(op.BINPUT)) id = this.bytes[this.at++];
    else if (this.takes(op.LONG_BINPUT)) id = this.int32() >>> 0;
    else if (!this.takes(op.MEMOIZE)) return -1;
    this.puts++;
    return id;
  }

  /** Passes numbers and fetches from the memo up to the opcode that adds them to what is below; false at anything else. */
  passItems(adds: number): boolean {
    while (!this.takes(adds)) {
      if (this.takes(op.LONG_BINGET)) this.at += 4;
      else if (this.takes(op.BINGET)) this.at++;
      else if (this.takes(op.FRAME)) this.at += 8;
      else if (Number.isNaN(this.integer())) return false;
    }
    return true;
  }

  /** A whole number of up to 48 bits; NaN when something else is next. */
  integer(): number {
    if (this.takes(op.BININT1)) return this.bytes[this.at++];
    if (this.takes(op.BININT2)) return this.bytes[this.at++] | (this.bytes[this.at++] << 8);
    if (this.takes(op.BININT)) return this.int32();
    if (!(this.takes(op.LONG1) && this.bytes[this.at] <= 6)) return Number.NaN;
    const length = this.bytes[this.at++];
    let value = 0;
    for (let i = length - 1; i >= 0; i--) value = 256 * value + this.bytes[this.at + i];
    this.at += length;
    return length > 0 && this.bytes[this.at - 1] >= 128 ? value - 256 ** length : value;
  }

  /** Passes a number or None; false when something else is next. */
  passScalar(): boolean {
    if (this.takes(op.NONE) || this.takes(op.NEWTRUE) || this.takes(op.NEWFALSE)) return true;
    if (!this.takes(op.BINFLOAT)) return !Number.isNaN(this.integer());
    this.at += 8;
    return true;
  }

  /**
   * Reads a short NumPy vector from after the opcode that fetched `_reconstruct`: the array that
   * `_reconstruct(ndarray, (0,), b'b')` makes, with the state `(1, (n,), dtype, False, data)`.
   *
   * @returns false when it is none
   */
  vector(): boolean {
    const type = this.fetch();
    if (!(type instanceof PickleGlobal && type.fullName === 'numpy.ndarray')) return false;
    if (!(this.takes(op.BININT1) && this.takes(0) && this.takes(op.TUPLE1) && this.passPut())) return false;
    if (this.fetch() === undefined || !(this.takes(op.TUPLE3) && this.passPut())) return false;
    if (!this.takes(op.REDUCE)) return false;
    const id = this.put();
    this.id = id >= 0 && this.memo.isFetched(id) ? id : -1;
    if (!this.takes(op.MARK)) return false;
    if (!(this.takes(op.BININT1) && this.takes(1) && this.takes(op.BININT1))) return false;
    this.count = this.bytes[this.at++];
    if (!(this.takes(op.TUPLE1) && this.passPut())) return false;
    const dtype = this.fetch();
    if (!(dtype instanceof Dtype && dtype.itemSize > 0 && this.takes(op.NEWFALSE))) return false;
    this.dtype = dtype;
    if (!(this.passData() && this.passPut())) return false;
    const length = this.count * dtype.itemSize;
    const fits = this.isText ? this.dataLength >= length && this.dataLength <= 2 * length : this.dataLength === length;
    return fits && this.takes(op.TUPLE) && this.passPut() && this.takes(op.BUILD);
  }

  private passData(): boolean {
    this.isText = false;
    if (this.takes(op.SHORT_BINBYTES) || this.takes(op.SHORT_BINSTRING)) {
      this.dataLength = this.bytes[this.at++];
      this.data = this.at;
      this.at += this.dataLength;
      return true;
    }
    // _codecs.encode(data, 'latin1')
    const call = this.fetch();
    if (!(call instanceof PickleGlobal && call.fullName === '_codecs.encode' && this.takes(op.BINUNICODE)))
      return false;
    this.isText = true;
    this.dataLength = this.int32();
    if (!(this.dataLength >= 0 && this.dataLength <= 2 * longestData)) return false;
    this.data = this.at;
    this.at += this.dataLength;
    if (!this.passPut() || this.fetchName() !== 'latin1') return false;
    return this.takes(op.TUPLE2) && this.passPut() && this.takes(op.REDUCE);
  }

  /** Whether the last vector is fetched again. */
  get isFetched(): boolean {
    return this.id >= 0;
  }

  /** Adds the last vector to the short ones, and to the memo where it is to be kept. @returns its number, or −1 */
  addVector(): number {
    const position = this.reader.position + this.data - this.start;
    const vector = this.memo.vectors.add(this.dtype!, this.count, position, this.dataLength);
    this.keptId = vector < 0 ? -1 : this.id;
    this.kept = vector;
    return vector;
  }

  /**
   * Writes the last vector's whole numbers out.
   *
   * @param target as long as the longest vector, 255
   * @returns how many there are; −1 when they are of another type
   */
  integers(target: Int32Array): number {
    const bytes = this.isText ? this.unpackText() : this.bytes;
    const isRead = bytes && decodeIntegers(bytes, this.isText ? 0 : this.data, this.dtype!, this.count, target);
    return isRead ? this.count : -1;
  }

  /** The bytes that the last vector's text stands for; undefined when they are not as many as it needs. */
  private unpackText(): Uint8Array | undefined {
    const { bytes, unpacked } = this;
    const wanted = this.count * this.dtype!.itemSize;
    const end = this.data + this.dataLength;
    let length = 0;
    for (let at = this.data; at < end; ) {
      const byte = bytes[at++];
      if (byte >= 0x80 && (at === end || (byte !== 0xc2 && byte !== 0xc3))) return undefined;
      if (length === wanted || wanted > longestData) return undefined;
      unpacked[length++] = byte < 0x80 ? byte : (byte << 6) | (bytes[at++] & 0x3f);
    }
    return length === wanted ? unpacked : undefined;
  }

  private int32(): number {
    this.at += 4;
    return int32At(this.bytes, this.at - 4);
  }
}
