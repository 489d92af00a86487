const decoder = new TextDecoder();

/** Many strings in one array of UTF-8: a file holds it as it is, and nothing is decoded before it is asked for. */
export class StringTable {
  /** UTF-8 of all strings, one after the other. */
  readonly bytes: Uint8Array;
  /** (length + 1) where each begins. */
  readonly offsets: Uint32Array;
  /** Those that were asked for one by one. */
  private decoded: (string | undefined)[] | undefined;

  constructor(bytes: Uint8Array, offsets: Uint32Array) {
    this.bytes = bytes;
    this.offsets = offsets;
  }

  static from(strings: readonly string[]): StringTable {
    const encoder = new TextEncoder();
    const parts = strings.map((string) => encoder.encode(string));
    const offsets = new Uint32Array(parts.length + 1);
    parts.forEach((part, i) => {
      offsets[i + 1] = offsets[i] + part.length;
    });
    const bytes = new Uint8Array(offsets[parts.length]);
    parts.forEach((part, i) => {
      bytes.set(part, offsets[i]);
    });
    return new StringTable(bytes, offsets);
  }

  get length(): number {
    return this.offsets.length - 1;
  }

  at(index: number): string {
    this.decoded ??= new Array(this.length);
    this.decoded[index] ??= this.decode(index);
    return this.decoded[index];
  }

  /** All strings, in order. */
  all(): string[] {
    return Array.from({ length: this.length }, (_, i) => this.decode(i));
  }

  private decode(index: number): string {
    // slice: a decoder need not take bytes of a SharedArrayBuffer.
    return decoder.decode(this.bytes.slice(this.offsets[index], this.offsets[index + 1]));
  }
}
