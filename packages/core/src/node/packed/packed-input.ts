/** Packed bytes, as many as are wanted at a time. */
export class PackedInput {
  readonly #chunks: AsyncIterator<Uint8Array>;
  #chunk: Uint8Array = new Uint8Array(0);
  #at = 0;

  constructor(chunks: AsyncIterable<Uint8Array>) {
    this.#chunks = chunks[Symbol.asyncIterator]();
  }

  /** Whether nothing follows, but for bytes of that value if one is given. */
  async isAtEnd(filling?: number): Promise<boolean> {
    for (;;) {
      for (; this.#at < this.#chunk.length; this.#at++) if (this.#chunk[this.#at] !== filling) return false;
      const { done, value } = await this.#chunks.next();
      if (done) return true;
      this.#chunk = value;
      this.#at = 0;
    }
  }

  /** Some bytes, at least one; until the next call. @throws Error where there is none */
  async next(most: number): Promise<Uint8Array> {
    while (this.#at === this.#chunk.length) {
      const { done, value } = await this.#chunks.next();
      if (done) throw new Error('unexpected end of file');
      this.#chunk = value;
      this.#at = 0;
    }
    const bytes = this.#chunk.subarray(this.#at, this.#at + most);
    this.#at += bytes.length;
    return bytes;
  }

  /** Has the last bytes of what `next` gave be read again. */
  putBack(count: number): void {
    this.#at -= count;
  }

  async byte(): Promise<number> {
    return (await this.next(1))[0];
  }

  /** A number of that many bytes, the lowest first. */
  async number(bytes = 4): Promise<number> {
    let value = 0;
    for (let i = 0; i < bytes; i++) value += (await this.byte()) * 256 ** i;
    return value;
  }

  /** So many bytes, in memory of their own. @throws Error where there are fewer */
  async bytes(count: number): Promise<Uint8Array> {
    const all = new Uint8Array(count);
    for (let at = 0; at < count; ) {
      const some = await this.next(count - at);
      all.set(some, at);
      at += some.length;
    }
    return all;
  }

  async skip(count: number): Promise<void> {
    for (let left = count; left > 0; ) left -= (await this.next(left)).length;
  }

  async close(): Promise<void> {
    await this.#chunks.return?.();
  }
}
