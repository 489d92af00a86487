import type { ByteReader } from './byte-reader.js';
import { invalid } from './byte-source.js';
import { decodeLatin1 } from './decode-text.js';
import { op, operand, operands } from './pickle-opcodes.js';
import type { PickleValue } from './pickle-values.js';

/** Longest line of a text opcode that is a number or a name. */
export const longestName = 4096;

/**
 * The memo of a pickle: values put there under a number, to be fetched again. Python's pickler puts nearly everything
 * there and fetches little; only what will be fetched is kept, so that the rest can be forgotten at once.
 */
export class PickleMemo {
  private readonly values = new Map<number, PickleValue>();
  private readonly fetched: Uint8Array;
  private readonly name: string;
  private size = 0;

  /** @param fetched bit set of the numbers that will be fetched, from {@link scanMemo} */
  constructor(fetched: Uint8Array, name: string) {
    this.fetched = fetched;
    this.name = name;
  }

  /** Keeps a value under a number. */
  put(id: number, value: PickleValue): void {
    this.size++;
    if ((this.fetched[id >>> 3] >> (id & 7)) & 1) this.values.set(id, value);
  }

  /** Keeps a value under the next number. */
  append(value: PickleValue): void {
    this.put(this.size, value);
  }

  get(id: number): PickleValue {
    const value = this.values.get(id);
    if (value === undefined) throw invalid(this.name, `the pickle fetches memo entry ${id} before it is there.`);
    return value;
  }
}

/**
 * Runs over a pickle from the reader's position to its STOP without making anything.
 *
 * @returns bit set of the memo entries that are fetched
 * @throws KeywordError INVALID_MODEL at an unknown opcode or the end of the file
 */
export function scanMemo(reader: ByteReader): Uint8Array {
  let fetched = new Uint8Array(64);
  const mark = (id: number) => {
    // An honest pickle numbers its entries as it goes, each by an opcode of its own.
    if (!(id <= reader.source.byteLength)) throw invalid(reader.name, `the pickle fetches memo entry ${id}.`);
    const at = Math.floor(id / 8);
    if (at >= fetched.length) {
      const larger = new Uint8Array(2 * at);
      larger.set(fetched);
      fetched = larger;
    }
    fetched[at] |= 1 << (id & 7);
  };
  for (;;) {
    const code = reader.byte();
    if (code === op.BINGET) mark(reader.byte());
    else if (code === op.LONG_BINGET) mark(reader.uint32());
    else if (code === op.GET) mark(readDecimal(reader));
    else if (code === op.STOP) return fetched;
    else skipOperand(reader, code);
  }
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
      `byte 0x${code.toString(16)} at ${reader.position - 1} is no pickle opcode; the file is damaged.`,
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
