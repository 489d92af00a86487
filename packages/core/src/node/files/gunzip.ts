import { once } from 'node:events';
import { crc32, createInflateRaw } from 'node:zlib';

/** Largest and smallest number of packed bytes that are unpacked at a time. */
const LARGEST = 1 << 14;
const SMALLEST = 1 << 6;

/** Bits of the flags in the head of a member. */
const [HEAD_CHECK, EXTRA, NAME, COMMENT] = [2, 4, 8, 16];

/**
 * The bytes of a gzip stream of one or more members. Node's own unpacker takes with it what it had unpacked when
 * something is wrong, here that is given out first: all of it where the stream is cut, something else follows or a check
 * fails, and all but the last few bytes where the packed bytes themselves are damaged.
 *
 * @throws Error for what is not whole, damaged or followed by something else
 */
export async function* gunzip(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const input = new PackedInput(chunks);
  try {
    do {
      await skipHead(input);
      let check = 0;
      let length = 0;
      for await (const bytes of inflate(input)) {
        check = crc32(bytes, check);
        length += bytes.length;
        yield bytes;
      }
      const sums = [await input.number(), await input.number()];
      if (sums[0] !== check) throw new Error('incorrect data check');
      if (sums[1] !== length % 2 ** 32) throw new Error('incorrect length check');
      // Tapes and some programs fill up with zeros.
    } while (!(await input.isAtEnd(0)));
  } finally {
    await input.close();
  }
}

/** Passes over the head of a member. */
async function skipHead(input: PackedInput): Promise<void> {
  const begin = [await input.byte(), await input.byte()];
  if (begin[0] !== 0x1f || begin[1] !== 0x8b) throw new Error('what follows the packed data is not gzip');
  const method = await input.byte();
  const flags = await input.byte();
  if (method !== 8 || flags > 31) throw new Error('unknown compression method');
  await input.skip(6);
  if (flags & EXTRA) await input.skip((await input.byte()) + 256 * (await input.byte()));
  for (const text of [NAME, COMMENT]) if (flags & text) while ((await input.byte()) !== 0);
  if (flags & HEAD_CHECK) await input.skip(2);
}

/** What is packed in a member; its end is found by what the unpacker takes no more. */
async function* inflate(input: PackedInput): AsyncGenerator<Uint8Array> {
  const stream = createInflateRaw({ chunkSize: 1 << 16 });
  const unpacked: Uint8Array[] = [];
  let failure: Error | undefined;
  stream.on('data', (bytes: Uint8Array) => unpacked.push(bytes));
  stream.on('error', (error) => {
    failure = error;
  });
  const ended = once(stream, 'close');
  try {
    for (let taken = 0; ; ) {
      // Small ones first: what a damage takes with it shall be a small part of what came before.
      const packed = await input.next(Math.min(LARGEST, Math.max(SMALLEST, taken >> 4)));
      await Promise.race([new Promise((resolve) => stream.write(packed, resolve)), ended]);
      yield* unpacked.splice(0);
      if (failure) throw failure;
      const left = taken + packed.length - stream.bytesWritten;
      taken += packed.length;
      if (left === 0) continue;
      input.putBack(left);
      return;
    }
  } finally {
    stream.destroy();
  }
}

/** Packed bytes, as many as are wanted at a time. */
class PackedInput {
  readonly #chunks: AsyncIterator<Uint8Array>;
  #chunk: Uint8Array = new Uint8Array(0);
  #at = 0;

  constructor(chunks: AsyncIterable<Uint8Array>) {
    this.#chunks = chunks[Symbol.asyncIterator]();
  }

  /** Whether nothing follows, but for bytes of that value. */
  async isAtEnd(filling: number): Promise<boolean> {
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

  /** A number of four bytes, the lowest first. */
  async number(): Promise<number> {
    let value = 0;
    for (let i = 0; i < 4; i++) value += (await this.byte()) * 256 ** i;
    return value;
  }

  async skip(count: number): Promise<void> {
    for (let left = count; left > 0; ) left -= (await this.next(left)).length;
  }

  async close(): Promise<void> {
    await this.#chunks.return?.();
  }
}
