const NEWLINE = 10;
const RETURN = 13;

/** A line of a stream, without its line end (LF or CRLF). */
export interface BoundedLine {
  readonly bytes: Uint8Array;
  /** Bytes the line has in the stream; more than `bytes` when it was cut off. */
  readonly length: number;
}

/**
 * Cuts chunks of bytes into lines. Of a line longer than the bound only its head is kept, so that no stream can fill
 * the memory. A byte-order mark at the very start is left out.
 */
export class LineSplitter {
  readonly #maxBytes: number;
  #parts: Uint8Array[] = [];
  #kept = 0;
  #length = 0;
  #atStart = true;

  /** @param maxBytes longest line that is kept whole, in bytes */
  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes;
  }

  /** The lines that this chunk ends. */
  push(chunk: Uint8Array): BoundedLine[] {
    const lines: BoundedLine[] = [];
    let from = 0;
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, from)) {
      this.#keep(chunk.subarray(from, end));
      lines.push(this.#take());
      from = end + 1;
    }
    this.#keep(chunk.subarray(from));
    return lines;
  }

  /** The last line, where the stream does not end in a newline. */
  end(): BoundedLine[] {
    return this.#length > 0 ? [this.#take()] : [];
  }

  #keep(part: Uint8Array): void {
    this.#length += part.length;
    // One byte more than the bound, for the RETURN that may belong to the line end.
    const room = this.#maxBytes + 1 - this.#kept;
    if (room <= 0 || part.length === 0) return;
    const kept = part.slice(0, room); // Streams may use the memory of a chunk again.
    this.#parts.push(kept);
    this.#kept += kept.length;
  }

  #take(): BoundedLine {
    let bytes: Uint8Array = this.#parts.length === 1 ? this.#parts[0] : Buffer.concat(this.#parts);
    let length = this.#length;
    if (length === bytes.length && bytes.at(-1) === RETURN) {
      bytes = bytes.subarray(0, -1);
      length--;
    }
    bytes = bytes.subarray(0, this.#maxBytes);
    if (this.#atStart && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) {
      bytes = bytes.subarray(3);
      length -= 3;
    }
    this.#atStart = false;
    this.#parts = [];
    this.#kept = 0;
    this.#length = 0;
    return { bytes, length };
  }
}
