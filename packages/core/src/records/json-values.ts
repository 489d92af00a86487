import { BoundedBytes } from '../formats/bytes/bounded-bytes.js';

/** A JSON value as it is in a stream. */
export interface RawValue {
  readonly bytes: Uint8Array;
  /** Bytes it has in the stream; more than `bytes` when it was cut off. */
  readonly length: number;
  /** Whether the stream ends before it does. */
  readonly open: boolean;
  /** What is wrong between it and the value before. */
  readonly fault?: JsonFault;
}

/** `joined`: no comma comes before an element; `missing`: a comma stands where a value should be. */
export type JsonFault = 'joined' | 'missing';

const missing: RawValue = { bytes: new Uint8Array(0), length: 0, open: false, fault: 'missing' };

const code = (sign: string) => sign.charCodeAt(0);
const [QUOTE, BACKSLASH, COMMA] = [code('"'), code('\\'), code(',')];
const [BRACKET, BRACKET_END, BRACE, BRACE_END] = [code('['), code(']'), code('{'), code('}')];

/**
 * Cuts a stream into the elements of a JSON array, or into values that follow each other. Of a value longer than the
 * bound only its head is kept. Whether a value is JSON is left to whoever parses it.
 */
export class JsonSplitter {
  readonly #value: BoundedBytes;
  /** Brackets open in the value; −1 between values. */
  #depth = -1;
  #inString = false;
  #escaped = false;
  #inArray = false;
  /** Whether a comma was the last thing before what comes now, or a value was. */
  #last: 'comma' | 'value' | undefined;
  #fault: JsonFault | undefined;

  /** @param maxBytes longest value that is kept whole, in bytes */
  constructor(maxBytes: number) {
    this.#value = new BoundedBytes(maxBytes);
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
        if (space) continue;
        const fault = this.#begin(byte);
        if (fault) values.push(fault);
        if (this.#depth < 0) continue;
        from = i;
      }
      if (byte === QUOTE) this.#inString = true;
      else if (byte === BRACE || byte === BRACKET) this.#depth++;
      else if (this.#depth > 0 && (byte === BRACE_END || byte === BRACKET_END)) {
        if (--this.#depth > 0) continue;
        this.#value.push(chunk.subarray(from, i + 1));
        values.push(this.#take(false));
      } else if (this.#depth === 0 && (space || byte === COMMA || byte === BRACKET_END)) {
        this.#value.push(chunk.subarray(from, i));
        values.push(this.#take(false));
        if (byte === COMMA || byte === BRACKET_END) this.#begin(byte);
        // A bracket that closes nothing begins a value of its own.
        from = i;
      }
    }
    if (this.#depth >= 0) this.#value.push(chunk.subarray(from));
    return values;
  }

  /** Whether an array has begun and not ended. */
  get isInArray(): boolean {
    return this.#inArray;
  }

  /** The value that the stream ends in; its brackets may be open. */
  end(): RawValue[] {
    return this.#depth < 0 ? [] : [this.#take(this.#depth > 0 || this.#inString)];
  }

  /** Looks at what is between values, or begins one. Returns the value that is missing there. */
  #begin(byte: number): RawValue | undefined {
    if (byte === COMMA) {
      const isMissing = !this.#inArray || this.#last !== 'value';
      this.#last = 'comma';
      return isMissing ? missing : undefined;
    }
    if (byte === BRACKET && !this.#inArray) {
      this.#inArray = true;
      this.#last = undefined;
    } else if (byte === BRACKET_END && this.#inArray) {
      this.#inArray = false;
      if (this.#last === 'comma') return missing;
    } else {
      this.#depth = 0;
      if (this.#inArray && this.#last === 'value') this.#fault = 'joined';
    }
    return undefined;
  }

  #take(open: boolean): RawValue {
    const value = { ...this.#value.take(), open, ...(this.#fault && { fault: this.#fault }) };
    this.#depth = -1;
    this.#inString = false;
    this.#last = 'value';
    this.#fault = undefined;
    return value;
  }
}
