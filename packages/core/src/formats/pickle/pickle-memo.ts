import type { ByteReader } from '../bytes/byte-reader.js';
import { int32At, invalid } from '../bytes/byte-source.js';
import { decodeLatin1 } from '../bytes/decode-text.js';
import { ShortVectors } from '../bytes/short-vectors.js';
import { op, operand, operands } from './pickle-opcodes.js';
import type { PickleValue } from './pickle-values.js';

/** Longest line of a text opcode that is a number or a name. */
export const longestName = 4096;

/**
 * The memo of a pickle: values put there under a number, to be fetched again. Only those are kept that will be, which are few
 * of what Python's pickler puts there.
 */
export class PickleMemo {
  /** Those of the values that are short vectors need no objects. */
  readonly vectors = new ShortVectors();
  private readonly name: string;
  private readonly fetched: FetchedEntries;
  private readonly values: (PickleValue | undefined)[];
  /** The number of a short vector and 1; 0 for other values. */
  private readonly vectorNumbers: Int32Array;
  private size = 0;

  /** @param name of the file, for messages */
  constructor(fetched: FetchedEntries, name: string) {
    this.name = name;
    this.fetched = fetched;
    this.values = new Array(fetched.count);
    this.vectorNumbers = new Int32Array(fetched.count);
  }

  /** Entries put so far. */
  get entries(): number {
    return this.size;
  }

  /** Counts entries that were put. */
  pass(entries: number): void {
    this.size += entries;
  }

  /** Whether an entry is fetched somewhere. */
  isFetched(id: number): boolean {
    return this.fetched.place(id) >= 0;
  }

  /** Keeps a value under a number, if it is fetched. */
  put(id: number, value: PickleValue): void {
    const place = this.fetched.place(id);
    if (place < 0) return;
    this.values[place] = value;
    this.vectorNumbers[place] = 0;
  }

  /** Keeps a short vector under a number that is fetched. */
  putVector(id: number, vector: number): void {
    this.vectorNumbers[this.fetched.place(id)] = vector + 1;
  }

  /** The value under a number. @throws KeywordError INVALID_MODEL where there is none yet */
  get(id: number): PickleValue {
    const value = this.find(id);
    if (value === undefined) throw invalid(this.name, `the pickle fetches memo entry ${id} before it is there.`);
    return value;
  }

  /** The value under a number; undefined where there is none yet. */
  find(id: number): PickleValue | undefined {
    const place = this.fetched.place(id);
    if (place < 0) return undefined;
    const vector = this.vectorNumbers[place] - 1;
    return vector < 0 ? this.values[place] : this.vectors.array(vector);
  }

  /** The short vector under a number; −1 when there is none. */
  findVector(id: number): number {
    const place = this.fetched.place(id);
    return place < 0 ? -1 : this.vectorNumbers[place] - 1;
  }
}

/** The numbers of the memo entries that are fetched, as a bit set that can count. */
export class FetchedEntries {
  /** Entries in all. */
  readonly count: number;
  private readonly bits: Uint32Array;
  /** Entries before each 32 numbers. */
  private readonly before: Uint32Array;

  constructor(bits: Uint32Array) {
    this.bits = bits;
    this.before = new Uint32Array(bits.length);
    let count = 0;
    for (let i = 0; i < bits.length; i++) {
      this.before[i] = count;
      count += bitCount(bits[i]);
    }
    this.count = count;
  }

  /** How many entries have a smaller number; −1 for a number that is none. */
  place(id: number): number {
    const at = id >>> 5;
    const bit = 1 << (id & 31);
    if (!(id < 2 ** 32 && at < this.bits.length && this.bits[at] & bit)) return -1;
    return this.before[at] + bitCount(this.bits[at] & (bit - 1));
  }
}

function bitCount(bits: number): number {
  let count = bits - ((bits >>> 1) & 0x55555555);
  count = (count & 0x33333333) + ((count >>> 2) & 0x33333333);
  return Math.imul((count + (count >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/**
 * Runs over a pickle from the reader's position to its STOP without making anything.
 *
 * @returns the memo entries that are fetched
 * @throws KeywordError INVALID_MODEL at an unknown opcode or the end of the file
 */
export function scanMemo(reader: ByteReader): FetchedEntries {
  let bits = new Uint32Array(64);
  const mark = (id: number) => {
    // An honest pickle numbers its entries as it goes, each by an opcode of its own.
    if (!(id <= reader.source.byteLength)) throw invalid(reader.name, `the pickle fetches memo entry ${id}.`);
    const at = Math.floor(id / 32);
    if (at >= bits.length) {
      const larger = new Uint32Array(2 * at);
      larger.set(bits);
      bits = larger;
    }
    bits[at] |= 1 << (id & 31);
  };
  for (;;) {
    passKnown(reader, mark);
    const code = reader.byte();
    const kind = operands[code];
    if (kind === 0 && code !== op.STOP) continue;
    if (code === op.BINGET) mark(reader.byte());
    else if (code === op.LONG_BINGET) mark(reader.uint32());
    else if (code === op.GET) mark(readDecimal(reader));
    else if (code === op.STOP) return new FetchedEntries(bits);
    else skipOperand(reader, code);
  }
}

/** Bytes of an opcode with its operand; 0 where they are not the same for all, or the opcode is to be looked at. */
const lengths = operands.map((kind) => (kind <= 8 ? 1 + kind : 0));
for (const code of [op.STOP, op.BINGET, op.LONG_BINGET]) lengths[code] = 0;
/** Bytes that must be at hand: the most that an opcode takes with its operand, or with the length of it. */
const longestKnown = 9;

/**
 * Passes opcodes as long as they are common ones and well within the window: the same as the loop of
 * {@link scanMemo}, without a call for each. Nearly all of a large pickle is passed here.
 */
function passKnown(reader: ByteReader, mark: (id: number) => void): void {
  const start = reader.lookAhead(1);
  const { window } = reader;
  const end = window.length - longestKnown;
  let at = start;
  while (at <= end) {
    const code = window[at];
    const length = lengths[code];
    if (length > 0) at += length;
    else if (code === op.BINGET) {
      mark(window[at + 1]);
      at += 2;
    } else if (operands[code] === operand.length1) at += 2 + window[at + 1];
    else if (code === op.LONG_BINGET) {
      mark(int32At(window, at + 1) >>> 0);
      at += 5;
    } else if (operands[code] === operand.length4) at += 5 + (int32At(window, at + 1) >>> 0);
    else break;
  }
  reader.skip(at - start);
}

function skipOperand(reader: ByteReader, code: number): void {
  const kind = operands[code];
  if (kind <= 8) reader.skip(kind);
  else if (kind === operand.length1) reader.skip(reader.byte());
  else if (kind === operand.length4) reader.skip(reader.uint32());
  else if (kind === operand.length8) reader.skip(reader.uint64());
  else if (kind === operand.line) readLine(reader);
  else if (kind === operand.twoLines) {
    readLine(reader);
    readLine(reader);
  } else {
    throw invalid(
      reader.name,
      `byte 0x${code.toString(16)} at ${reader.position - 1} is not a pickle opcode; the file is damaged.`,
    );
  }
}

/** The bytes of a line, without its end. */
export function readLine(reader: ByteReader): Uint8Array {
  const line = reader.bytesUntil(10, reader.remaining);
  if (!line) throw invalid(reader.name, `a line of the pickle has no end at byte ${reader.position}.`);
  return line;
}

/** A short line as text. */
export function readName(reader: ByteReader): string {
  const line = reader.bytesUntil(10, longestName);
  if (!line) throw invalid(reader.name, `a name in the pickle is too long at byte ${reader.position}.`);
  return decodeLatin1(line);
}

/** A line that holds a decimal number ≥ 0, as PUT and GET have. */
export function readDecimal(reader: ByteReader): number {
  const text = readName(reader);
  if (!/^\d{1,15}$/.test(text)) throw invalid(reader.name, `a memo entry of the pickle is called "${text}".`);
  return Number(text);
}
