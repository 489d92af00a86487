import type { ByteReader } from './byte-reader.js';
import { Dtype, NumpyArray } from './numpy-array.js';
import type { PickleMemo } from './pickle-memo.js';
import { op } from './pickle-opcodes.js';
import { PickleGlobal, type PickleValue } from './pickle-values.js';

/** Longest form of a short vector: 255 bytes of data among two dozen opcodes with their operands. */
const longestForm = 384;

/**
 * Reads short NumPy vectors in one go. A model has hundreds of thousands of them, each two dozen opcodes and half a dozen
 * objects to the machine, and always the same: the array that `_reconstruct(ndarray, (0,), b'b')` makes, with the state
 * `(1, (n,), dtype, False, data)`. What is written in any other way is left to the machine.
 */
export class ShortVectors {
  private readonly reader: ByteReader;
  private readonly memo: PickleMemo;
  private bytes: Uint8Array = new Uint8Array(0);
  private at = 0;
  /** Memo entries made so far. */
  private puts = 0;

  constructor(reader: ByteReader, memo: PickleMemo) {
    this.reader = reader;
    this.memo = memo;
  }

  /**
   * Reads a vector, from behind the opcode that fetched `_reconstruct`.
   *
   * @returns undefined when it is none that can be read here; nothing has happened then
   */
  read(): NumpyArray | undefined {
    const { reader } = this;
    const start = reader.lookAhead(longestForm);
    this.bytes = reader.window;
    this.at = start;
    this.puts = 0;
    const type = this.fetch();
    if (!(type instanceof PickleGlobal && type.fullName === 'numpy.ndarray')) return undefined;
    if (!(this.takes(op.BININT1) && this.takes(0) && this.takes(op.TUPLE1) && this.puttable())) return undefined;
    if (this.fetch() === undefined || !(this.takes(op.TUPLE3) && this.puttable())) return undefined;
    if (!(this.takes(op.REDUCE) && this.puttable() && this.takes(op.MARK))) return undefined;
    if (!(this.takes(op.BININT1) && this.takes(1) && this.takes(op.BININT1))) return undefined;
    const count = this.bytes[this.at++];
    if (!(this.takes(op.TUPLE1) && this.puttable())) return undefined;
    const dtype = this.fetch();
    if (!(dtype instanceof Dtype && this.takes(op.NEWFALSE))) return undefined;
    if (!(this.takes(op.SHORT_BINBYTES) || this.takes(op.SHORT_BINSTRING))) return undefined;
    const length = this.bytes[this.at++];
    const data = this.at;
    this.at += length;
    if (dtype.itemSize === 0 || length !== count * dtype.itemSize || !this.puttable()) return undefined;
    if (!(this.takes(op.TUPLE) && this.puttable() && this.takes(op.BUILD))) return undefined;
    const array = new NumpyArray();
    array.layout = dtype.vector(count);
    array.data = reader.position + data - start;
    this.memo.pass(this.puts);
    reader.skip(this.at - start);
    return array;
  }

  /** Whether the next byte is this one; then it is passed. Behind the end there is none. */
  private takes(byte: number): boolean {
    if (this.bytes[this.at] !== byte) return false;
    this.at++;
    return true;
  }

  /** What the next opcode fetches from the memo. */
  private fetch(): PickleValue | undefined {
    const { bytes } = this;
    if (this.takes(op.BINGET)) return this.memo.find(bytes[this.at++]);
    return this.takes(op.LONG_BINGET) ? this.memo.find(this.uint32()) : undefined;
  }

  /** Passes an opcode that puts into the memo, if one is next; false when what it puts there is fetched later. */
  private puttable(): boolean {
    if (this.takes(op.MEMOIZE)) return !this.memo.isFetched(this.memo.entries + this.puts++);
    if (this.takes(op.BINPUT)) {
      this.puts++;
      return !this.memo.isFetched(this.bytes[this.at++]);
    }
    if (!this.takes(op.LONG_BINPUT)) return true;
    this.puts++;
    return !this.memo.isFetched(this.uint32());
  }

  private uint32(): number {
    const { bytes, at } = this;
    this.at = at + 4;
    return (bytes[at] | (bytes[at + 1] << 8) | (bytes[at + 2] << 16) | (bytes[at + 3] << 24)) >>> 0;
  }
}
