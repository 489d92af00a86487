import { type ByteSource, int32At, invalid } from './byte-source.js';

/** Bytes taken from the source at once, at most. */
const windowLength = 1 << 20;
/** Bytes taken after a jump, which may be followed by a jump back; reading on from there takes more each time. */
const jumpLength = 1 << 12;
/** Bytes before the position that stay at hand when the window moves on: what was just passed is often asked for. */
const lookBack = 1 << 18;

const scratch = new DataView(new ArrayBuffer(8));

/** Writes the next bytes of an array to `target`, in the order of the file. */
export type FillBytes = (target: Uint8Array) => void;

/**
 * Reads a file from front to back through a window, little-endian.
 *
 * Every method that reads throws KeywordError INVALID_MODEL where the file ends too early.
 */
export class ByteReader {
  readonly source: ByteSource;
  /** Name of the file in messages. */
  readonly name: string;
  /** Part of the file that is at hand; see {@link lookAhead}. */
  window: Uint8Array = new Uint8Array(0);
  /** What the window is a part of. */
  private buffer: Uint8Array = this.window;
  /** Position of the window in the file. */
  private start = 0;
  /** Next byte, counted from `start`. */
  private at = 0;

  constructor(source: ByteSource, name: string) {
    this.source = source;
    this.name = name;
  }

  /** Offset of the next byte in the file. */
  get position(): number {
    return this.start + this.at;
  }

  /** Bytes left. */
  get remaining(): number {
    return this.source.byteLength - this.position;
  }

  /** Goes to an offset in the file. */
  seek(position: number): void {
    if (position < 0 || position > this.source.byteLength) throw this.truncated(position, 0);
    if (position >= this.start && position <= this.start + this.window.length) {
      this.at = position - this.start;
    } else {
      this.window = new Uint8Array(0);
      this.start = position;
      this.at = 0;
    }
  }

  /** Passes over `length` bytes. */
  skip(length: number): void {
    if (this.at + length <= this.window.length) {
      this.at += length;
      return;
    }
    if (length > this.remaining) throw this.truncated(this.position, length);
    this.seek(this.position + length);
  }

  byte(): number {
    if (this.at === this.window.length) this.fill(1);
    return this.window[this.at++];
  }

  /**
   * Brings the next bytes into the window, `length` of them or what is left, at most 2^20; the position stays.
   *
   * @returns place of the next byte in the window
   */
  lookAhead(length: number): number {
    const wanted = Math.min(length, this.remaining);
    if (this.at + wanted > this.window.length) this.fill(wanted);
    return this.at;
  }

  int8(): number {
    return (this.byte() << 24) >> 24;
  }

  uint16(): number {
    if (this.at + 2 > this.window.length) this.fill(2);
    const { window, at } = this;
    this.at = at + 2;
    return window[at] | (window[at + 1] << 8);
  }

  int32(): number {
    if (this.at + 4 > this.window.length) this.fill(4);
    const { window, at } = this;
    this.at = at + 4;
    return int32At(window, at);
  }

  uint32(): number {
    return this.int32() >>> 0;
  }

  /** An unsigned 64-bit integer; rounded above 2^53. */
  uint64(): number {
    const low = this.uint32();
    return low + this.uint32() * 2 ** 32;
  }

  /** A signed 64-bit integer; rounded beyond ±2^53. */
  int64(): number {
    const low = this.uint32();
    return low + this.int32() * 2 ** 32;
  }

  float64(littleEndian = true): number {
    scratch.setInt32(0, this.int32(), true);
    scratch.setInt32(4, this.int32(), true);
    return scratch.getFloat64(0, littleEndian);
  }

  /** The next bytes: a view, not to be changed, and good only until the next call that reads. */
  bytes(length: number): Uint8Array {
    if (length > this.remaining) throw this.truncated(this.position, length);
    if (length > windowLength) {
      const found = this.source.read(this.position, length);
      this.skip(length);
      return found;
    }
    if (this.at + length > this.window.length) this.fill(length);
    const from = this.at;
    this.at += length;
    return this.window.subarray(from, this.at);
  }

  /** Where in the window bytes of the file are; −1 when they are not there. */
  placeInWindow(position: number, length: number): number {
    const from = position - this.start;
    return from >= 0 && from + length <= this.window.length ? from : -1;
  }

  /** Bytes anywhere in the file, a view as from {@link bytes}; the position stays. */
  bytesAt(position: number, length: number): Uint8Array {
    if (position < 0 || position + length > this.source.byteLength) throw this.truncated(position, length);
    const from = this.placeInWindow(position, length);
    return from >= 0 ? this.window.subarray(from, from + length) : this.source.read(position, length);
  }

  /** The next bytes, to be kept: a view where the file lies in memory, else a copy. Not to be changed. */
  take(length: number): Uint8Array {
    if (length > this.remaining) throw this.truncated(this.position, length);
    const found = this.source.read(this.position, length);
    this.skip(length);
    return found;
  }

  /** Fills `target` with the next bytes. */
  copy(target: Uint8Array): void {
    if (target.length > this.remaining) throw this.truncated(this.position, target.length);
    this.source.copy(this.position, target);
    this.skip(target.length);
  }

  /** The bytes up to `end`, a view as from {@link bytes}, which is passed over; undefined when it does not come within `limit` bytes. */
  bytesUntil(end: number, limit: number): Uint8Array | undefined {
    let length = this.window.subarray(this.at, this.at + limit).indexOf(end);
    if (length < 0) length = this.search(end, Math.min(limit, this.remaining));
    if (length < 0) return undefined;
    const found = this.bytes(length);
    this.skip(1);
    return found;
  }

  /** How many bytes before the next `end`, which must come within `limit` bytes; −1 when it does not. */
  private search(end: number, limit: number): number {
    for (let passed = 0; passed < limit; passed += windowLength) {
      const length = Math.min(windowLength, limit - passed);
      const at = this.source.read(this.position + passed, length).indexOf(end);
      if (at >= 0) return passed + at;
    }
    return -1;
  }

  /** Moves the window so that it holds the next `length` bytes, at most 2^20. */
  private fill(length: number): void {
    const position = this.position;
    const wanted = Math.max(length, jumpLength, Math.min(8 * this.window.length, windowLength));
    const end = Math.min(position + wanted, this.source.byteLength);
    if (position + length > end) throw this.truncated(position, length);
    // Only what was read through is worth keeping; after a jump there is nothing.
    const start = this.window.length > 0 ? Math.max(this.start, position - lookBack) : position;
    if (this.buffer.length < end - start) {
      this.buffer = new Uint8Array(Math.min(windowLength + lookBack, this.source.byteLength));
    }
    const known = this.window.subarray(start - this.start);
    this.window = this.buffer.subarray(0, end - start);
    this.window.set(known);
    this.source.copy(start + known.length, this.window.subarray(known.length));
    this.start = start;
    this.at = position - start;
  }

  private truncated(position: number, length: number) {
    return invalid(
      this.name,
      `the file of ${this.source.byteLength} bytes ends where ${length} more were expected at byte ${position}; it is cut off or damaged.`,
    );
  }
}
