/** A JSON value as it stands in a stream. */
export interface RawValue {
  readonly bytes: Uint8Array;
  /** Bytes it has in the stream; more than `bytes` when it was cut off. */
  readonly length: number;
  /** Whether the stream ends before it does. */
  readonly open: boolean;
}

const code = (sign: string) => sign.charCodeAt(0);
const [QUOTE, BACKSLASH, COMMA] = [code('"'), code('\\'), code(',')];
const [BRACKET, BRACKET_END, BRACE, BRACE_END] = [code('['), code(']'), code('{'), code('}')];

/**
 * Cuts a stream into the elements of a JSON array, or into values that follow each other. Of a value longer than the
 * bound only its head is kept. Whether a value is JSON is left to whoever parses it.
 */
export class JsonSplitter {
  readonly #maxBytes: number;
  #parts: Uint8Array[] = [];
  #kept = 0;
  #length = 0;
  /** Brackets open in the value; −1 between values. */
  #depth = -1;
  #inString = false;
  #escaped = false;
  #inArray = false;

  /** @param maxBytes longest value that is kept whole, in bytes */
  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes;
  }

  /** The values that this chunk ends. */
  push(chunk: Uint8Array): RawValue[] {
    const values: RawValue[] = [];
    let from = 0;
    for (let i = 0; i < chunk.length; i++) {
      const byte = chunk[i];
      if (this.#inString) {
        if (this.#escaped) this.#escaped = false;
        else if (byte === BACKSLASH) this.#escaped = true;
        else if (byte === QUOTE) this.#inString = false;
        continue;
      }
      const space = byte <= 0x20;
      if (this.#depth < 0) {
        if (space || byte === COMMA) continue;
        if (byte === BRACKET && !this.#inArray) this.#inArray = true;
        else if (byte === BRACKET_END && this.#inArray) this.#inArray = false;
        else {
          from = i;
          this.#depth = 0;
        }
        if (this.#depth < 0) continue;
      }
      if (byte === QUOTE) this.#inString = true;
      else if (byte === BRACE || byte === BRACKET) this.#depth++;
      else if (this.#depth > 0 && (byte === BRACE_END || byte === BRACKET_END)) {
        if (--this.#depth > 0) continue;
        this.#keep(chunk.subarray(from, i + 1));
        values.push(this.#take(false));
      } else if (this.#depth === 0 && (space || byte === COMMA || byte === BRACKET_END)) {
        this.#keep(chunk.subarray(from, i));
        values.push(this.#take(false));
        if (byte === BRACKET_END) this.#inArray = false;
      }
    }
    if (this.#depth >= 0) this.#keep(chunk.subarray(from));
    return values;
  }

  /** The value that the stream ends in; its brackets may be open. */
  end(): RawValue[] {
    return this.#depth < 0 ? [] : [this.#take(this.#depth > 0 || this.#inString)];
  }

  #keep(part: Uint8Array): void {
    this.#length += part.length;
    const room = this.#maxBytes - this.#kept;
    if (room <= 0 || part.length === 0) return;
    const kept = part.slice(0, room); // Streams may use the memory of a chunk again.
    this.#parts.push(kept);
    this.#kept += kept.length;
  }

  #take(open: boolean): RawValue {
    const value = { bytes: Buffer.concat(this.#parts), length: this.#length, open };
    this.#parts = [];
    this.#kept = 0;
    this.#length = 0;
    this.#depth = -1;
    this.#inString = false;
    return value;
  }
}
