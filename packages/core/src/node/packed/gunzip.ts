import { crc32, createInflateRaw } from 'node:zlib';
import { PackedInput } from './packed-input.js';
import { Unpacker } from './unpacker.js';

/** Largest number of packed bytes that are unpacked at a time if none is given, and smallest. */
const LARGEST = 1 << 14;
const SMALLEST = 1 << 6;

/** Bits of the flags in the head of a member. */
const [HEAD_CHECK, EXTRA, NAME, COMMENT] = [2, 4, 8, 16];

/**
 * The bytes of a gzip stream of one or more members. Node's own unpacker takes with it what it had unpacked when
 * something is wrong, here that is given out first: all of it where the stream is cut, something else follows or a check
 * fails, and all but the last few bytes where the packed bytes themselves are damaged.
 *
 * @param most packed bytes that are unpacked at a time; they may stand for a thousand times as many
 * @throws Error for what is not whole, damaged or followed by something else
 */
export async function* gunzip(chunks: AsyncIterable<Uint8Array>, most = LARGEST): AsyncGenerator<Uint8Array> {
  const input = new PackedInput(chunks);
  try {
    do {
      await skipHead(input);
      let check = 0;
      let length = 0;
      for await (const bytes of inflate(input, most)) {
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
async function* inflate(input: PackedInput, most: number): AsyncGenerator<Uint8Array> {
  const stream = createInflateRaw({ chunkSize: 1 << 16 });
  const unpacker = new Unpacker(stream);
  try {
    for (let taken = 0; ; ) {
      // Small ones first: what a damage takes with it shall be a small part of what came before.
      const packed = await input.next(Math.min(most, Math.max(SMALLEST, taken >> 4)));
      yield* unpacker.push(packed);
      const left = taken + packed.length - stream.bytesWritten;
      taken += packed.length;
      if (left === 0) continue;
      input.putBack(left);
      return;
    }
  } finally {
    unpacker.close();
  }
}
