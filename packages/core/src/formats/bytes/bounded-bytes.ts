/** Bytes gathered from the chunks of a stream, of which no more than a bound is kept. */
export class BoundedBytes {
  readonly #maxBytes: number;
  #parts: Uint8Array[] = [];
  #kept = 0;
  #length = 0;

  /** @param maxBytes bytes that are kept at most; the rest is only counted */
  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes;
  }

  /** Bytes gathered since the last {@link take}, those not kept included. */
  get length(): number {
    return this.#length;
  }

  push(part: Uint8Array): void {
    this.#length += part.length;
    const room = this.#maxBytes - this.#kept;
    if (room <= 0 || part.length === 0) return;
    const kept = part.slice(0, room); // Streams may use the memory of a chunk again.
    this.#parts.push(kept);
    this.#kept += kept.length;
  }

  /** What was gathered: more than `bytes` where `length` says so. Gathering begins again. */
  take(): { bytes: Uint8Array; length: number } {
    const taken = { bytes: this.#parts.length === 1 ? this.#parts[0] : this.#joined(), length: this.#length };
    this.#parts = [];
    this.#kept = 0;
    this.#length = 0;
    return taken;
  }

  #joined(): Uint8Array {
    const bytes = new Uint8Array(this.#kept);
    let at = 0;
    for (const part of this.#parts) {
      bytes.set(part, at);
      at += part.length;
    }
    return bytes;
  }
}
