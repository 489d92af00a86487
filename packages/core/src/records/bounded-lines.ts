import { BoundedBytes } from '../formats/bytes/bounded-bytes.js';
import { withoutMarks } from '../text/decode-bytes.js';

const NEWLINE = 10;
const RETURN = 13;
/** Bytes of byte-order marks before a line that do not count for its length: of eight, which no program writes. */
const MARKS = 24;
const EMPTY: BoundedLine = { bytes: new Uint8Array(0), length: 0 };

/** A line of a stream, without its line end (LF or CRLF). */
export interface BoundedLine {
  readonly bytes: Uint8Array;
  /** Bytes the line has in the stream; more than `bytes` when it was cut off. */
  readonly length: number;
}

/**
 * Cuts chunks of bytes into lines. Of a line longer than the bound only its head is kept, so that no stream can fill
 * the memory. Byte-order marks before a line are left out.
 */
export class LineSplitter {
  readonly #maxBytes: number;
  readonly #line: BoundedBytes;

  /** @param maxBytes longest line that is kept whole, in bytes */
  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes;
    // One byte more than the bound, for the RETURN that may belong to the line end.
    this.#line = new BoundedBytes(maxBytes + 1 + MARKS);
  }

  /** The lines that this chunk ends, cut as they are asked for: a chunk may be tens of thousands of empty ones. */
  *push(chunk: Uint8Array): Generator<BoundedLine> {
    let from = 0;
    while (from < chunk.length) {
      if (chunk[from] === NEWLINE && this.#line.length === 0) {
        from++;
        yield EMPTY;
        continue;
      }
      const end = chunk.indexOf(NEWLINE, from);
      this.#line.push(chunk.subarray(from, end < 0 ? undefined : end));
      if (end < 0) return;
      yield this.#take();
      from = end + 1;
    }
  }

  /** The last line, where the stream does not end in a newline. A byte-order mark alone is none. */
  end(): BoundedLine[] {
    const { length } = this.#line;
    const line = this.#take();
    // A carriage return, of one byte, is an empty line.
    return line.length > 0 || length === 1 ? [line] : [];
  }

  #take(): BoundedLine {
    let { bytes, length } = this.#line.take();
    if (length === bytes.length && bytes.at(-1) === RETURN) {
      bytes = bytes.subarray(0, -1);
      length--;
    }
    const bare = withoutMarks(bytes);
    return { bytes: bare.subarray(0, this.#maxBytes), length: length - (bytes.length - bare.length) };
  }
}
