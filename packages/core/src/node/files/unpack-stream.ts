import { KeywordError } from '../../errors.js';
import { gunzip } from './gunzip.js';

/** Largest window a zstd frame may ask for, in bytes: what the zstd command takes by default. */
const LARGEST_WINDOW = 2 ** 27;

interface Packing {
  readonly ending: string;
  /** What a file of this kind begins with. */
  readonly magic: readonly number[];
  readonly unpack: (chunks: AsyncIterable<Uint8Array>, source: string) => AsyncIterable<Uint8Array>;
}

const refuse = (program: string) => (_: unknown, source: string) => {
  throw new KeywordError('FILE_UNREADABLE', `${source} uses an unsupported compression. Unpack it: ${program}.`);
};

const packings: readonly Packing[] = [
  { ending: '.gz', magic: [0x1f, 0x8b], unpack: gunzip },
  { ending: '.zst', magic: [0x28, 0xb5, 0x2f, 0xfd], unpack: unzstd },
  { ending: '.bz2', magic: [...Buffer.from('BZh')], unpack: refuse('bunzip2 FILE, or bzcat FILE | telltale …') },
  { ending: '.xz', magic: [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0], unpack: refuse('xz -d FILE, or xzcat FILE | telltale …') },
];
const longestMagic = 6;

/** The name of a file without the ending that says how it is packed. */
export function withoutPacking(path: string): string {
  const ending = packings.find((packing) => path.toLowerCase().endsWith(packing.ending))?.ending;
  return ending === undefined ? path : path.slice(0, -ending.length);
}

/**
 * The bytes of a packed stream, told by its first bytes; others as they are.
 *
 * @param source name for messages; one that ends in .gz, .zst or .bz2 must be packed
 * @throws KeywordError FILE_UNREADABLE for .bz2 and .xz, naming the command that unpacks, and for a file that is not what
 * its name says
 */
export async function* unpackStream(chunks: AsyncIterable<Uint8Array>, source: string): AsyncGenerator<Uint8Array> {
  const begins = (head: Uint8Array, { magic }: Packing) =>
    magic.slice(0, head.length).every((byte, i) => byte === head[i]);
  const { head, all } = await peek(
    chunks,
    // A short line of a program that waits for its answer must not wait for more.
    (head) => head.length < longestMagic && packings.some((packing) => begins(head, packing)),
  );
  const packing = packings.find((one) => head.length >= one.magic.length && begins(head, one));
  const named = packings.find(({ ending }) => source.toLowerCase().endsWith(ending));
  try {
    if (named && head.length > 0 && packing !== named) {
      throw new KeywordError('FILE_UNREADABLE', `${source} is not compressed as its extension ${named.ending} says.`);
    }
    yield* packing ? packing.unpack(all, source) : all;
  } finally {
    // What is refused was not read.
    await all.return(undefined);
  }
}

/**
 * Looks at the beginning of a stream.
 *
 * @param wants whether more than this must be seen
 * @returns its beginning, and all of it; whoever does not read it calls its `return`, which closes the stream
 */
export async function peek(
  chunks: AsyncIterable<Uint8Array>,
  wants: (head: Uint8Array) => boolean,
): Promise<{ head: Uint8Array; all: AsyncGenerator<Uint8Array> }> {
  const iterator = chunks[Symbol.asyncIterator]();
  let head: Uint8Array = new Uint8Array(0);
  let done = false;
  let failure: { readonly error: unknown } | undefined;
  while (!done && !failure && (head.length === 0 || wants(head))) {
    try {
      const next = await iterator.next();
      if (next.done) done = true;
      // Streams may use the memory of a chunk again.
      else head = Buffer.concat([head, next.value]);
    } catch (error) {
      // What came before is read first: a file that is cut off is not lost.
      if (head.length === 0) throw error;
      failure = { error };
    }
  }
  async function* all(): AsyncGenerator<Uint8Array> {
    try {
      if (head.length) yield head;
      if (failure) throw failure.error;
      while (!done) {
        const next = await iterator.next();
        if (next.done) done = true;
        else yield next.value;
      }
    } finally {
      await iterator.return?.();
    }
  }
  const whole = all();
  // A generator that was never read ends without its finally.
  const end = whole.return.bind(whole);
  whole.return = async (value) => {
    await iterator.return?.();
    return end(value);
  };
  return { head, all: whole };
}

async function* unzstd(chunks: AsyncIterable<Uint8Array>, source: string): AsyncGenerator<Uint8Array> {
  // Loaded here, for most commands never need it.
  const { Decompress } = await import('fzstd');
  const pieces: Uint8Array[] = [];
  const stream = new Decompress((piece) => pieces.push(piece));
  function* push(packed: Uint8Array, isLast = false): Generator<Uint8Array> {
    try {
      stream.push(packed, isLast);
    } finally {
      // What stood before a damage comes before its error.
      yield* pieces.splice(0);
    }
  }
  let checked = false;
  for await (const chunk of chunks) {
    if (!checked) checkWindow(chunk, source);
    checked = true;
    for (let at = 0; at < chunk.length; at += 1 << 16) yield* push(Buffer.from(chunk.subarray(at, at + (1 << 16))));
  }
  yield* push(new Uint8Array(0), true);
}

/** Refuses a first frame that asks for more memory than the zstd command would give it; it says so at its start. */
function checkWindow(head: Uint8Array, source: string): void {
  if (head.length < 18) return;
  const descriptor = head[4];
  const view = new DataView(head.buffer, head.byteOffset, head.length);
  let window: number;
  if (descriptor & 0x20) {
    // No window: the whole content, whose size follows the number of a dictionary.
    const at = 5 + [0, 1, 2, 4][descriptor & 3];
    window = [head[at], view.getUint16(at, true), view.getUint32(at, true), Number(view.getBigUint64(at, true))][
      descriptor >> 6
    ];
  } else window = 2 ** (10 + (head[5] >> 3)) * (1 + (head[5] & 7) / 8);
  if (window > LARGEST_WINDOW) {
    throw new KeywordError(
      'FILE_UNREADABLE',
      `${source} needs a window that is too large. Unpack it: zstd -d --long=31 FILE.`,
    );
  }
}
