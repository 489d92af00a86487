import { KeywordError } from '../../errors.js';
import { gunzip } from './gunzip.js';
import { beginsZstd, unzstd } from './unzstd.js';

interface Packing {
  readonly ending: string;
  /** Bytes that tell its kind. */
  readonly magicLength: number;
  /** Whether a file of this kind may begin with these bytes, be they fewer. */
  readonly begins: (head: Uint8Array) => boolean;
  readonly unpack: (chunks: AsyncIterable<Uint8Array>, source: string) => AsyncIterable<Uint8Array>;
}

const refuse = (program: string) => (_: unknown, source: string) => {
  throw new KeywordError('FILE_UNREADABLE', `${source} uses an unsupported compression. Unpack it: ${program}.`);
};

const beginning = (magic: Uint8Array) => ({
  magicLength: magic.length,
  begins: (head: Uint8Array) => magic.subarray(0, head.length).every((byte, i) => byte === head[i]),
});

const packings: readonly Packing[] = [
  { ending: '.gz', ...beginning(Buffer.of(0x1f, 0x8b)), unpack: (chunks) => gunzip(chunks) },
  { ending: '.zst', magicLength: 4, begins: beginsZstd, unpack: unzstd },
  { ending: '.bz2', ...beginning(Buffer.from('BZh')), unpack: refuse('bunzip2 FILE, or bzcat FILE | telltale …') },
  {
    ending: '.xz',
    ...beginning(Buffer.from('\xfd7zXZ\0', 'latin1')),
    unpack: refuse('xz -d FILE, or xzcat FILE | telltale …'),
  },
];

/**
 * The bytes of a packed stream, told by its first bytes; others as they are.
 *
 * @param source name for messages; one that ends in .gz, .zst or .bz2 must be packed
 * @throws KeywordError FILE_UNREADABLE for .bz2 and .xz, naming the command that unpacks, and for a file that is not what
 * its name says
 */
export async function* unpackStream(chunks: AsyncIterable<Uint8Array>, source: string): AsyncGenerator<Uint8Array> {
  const { head, all } = await peek(
    chunks,
    // A short line of a program that waits for its answer must not wait for more.
    (head) => packings.some(({ magicLength, begins }) => head.length < magicLength && begins(head)),
  );
  const packing = packings.find(({ magicLength, begins }) => head.length >= magicLength && begins(head));
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
