import { KeywordError } from '../../errors.js';
import { PackedInput } from './packed-input.js';
import { createZstdBlocks, HAS_CHECK } from './zstd-blocks.js';

/** Largest window a frame may ask for, in bytes: what the zstd command takes by default. */
const LARGEST_WINDOW = 2 ** 27;

/** Most bytes that a block stands for. */
const LARGEST_BLOCK = 2 ** 17;

const MAGIC = [0x28, 0xb5, 0x2f, 0xfd];
/** What a frame that is passed over begins with, but for the lowest bits of its first byte. */
const SKIPPED = [0x50, 0x2a, 0x4d, 0x18];

/**
 * Bytes that the package for older versions of Node.js may move: it moves the whole window for every block. So many in any
 * case, a second's work, and as many for each byte that came of it; a file of blocks of 200 bytes in windows of 2 MiB, as loggers write
 * them, stays below.
 */
const MOST_MOVED = 2 ** 33;
const MOVED_FOR_A_BYTE = 2 ** 15;

/** Kinds of blocks; there are no others. */
const [RAW, REPEATED, PACKED] = [0, 1, 2];

const isMagic = (bytes: Uint8Array) => bytes.every((byte, i) => byte === MAGIC[i]);
const isSkipped = (bytes: Uint8Array) => bytes.every((byte, i) => (i > 0 ? byte : byte & 0xf0) === SKIPPED[i]);

/** Whether a zstd stream may begin so. */
export function beginsZstd(head: Uint8Array): boolean {
  const magic = head.subarray(0, 4);
  return isMagic(magic) || isSkipped(magic);
}

/**
 * The bytes of a zstd stream of one or more frames (RFC 8878). Blocks are unpacked by Node or a package, one at
 * a time, so that what stood before a damage is given out; lengths, checksums, frames to be passed over and memory that is
 * asked for are looked at here.
 *
 * @param mostMoved {@link MOST_MOVED}
 * @throws Error for what is not whole, damaged or followed by something else; KeywordError FILE_UNREADABLE for what only
 * the command unpacks
 */
export async function* unzstd(
  chunks: AsyncIterable<Uint8Array>,
  source: string,
  mostMoved = MOST_MOVED,
): AsyncGenerator<Uint8Array> {
  const input = new PackedInput(chunks);
  const work = { moved: -mostMoved, unpacked: 0 };
  try {
    do {
      const magic = await input.bytes(4);
      if (isSkipped(magic)) await input.skip(await input.number());
      else if (isMagic(magic)) yield* unpackFrame(input, source, work);
      else throw new Error('what follows the packed data is not zstd');
    } while (!(await input.isAtEnd()));
  } finally {
    await input.close();
  }
}

/** A frame from after its magic number on. */
async function* unpackFrame(input: PackedInput, source: string, work: { moved: number; unpacked: number }) {
  const { head, length, window, largestBlock, hasCheck } = await readHead(input, source);
  const blocks = await createZstdBlocks(hasCheck);
  let unpacked = 0;
  try {
    for await (const part of partsOfFrame(input, head, largestBlock)) {
      if (blocks.movesWindow) work.moved += window;
      if (work.moved > MOVED_FOR_A_BYTE * work.unpacked) {
        throw unsupported(source, 'has too many small blocks for its large window');
      }
      for await (const piece of blocks.push(part.bytes, part.isLast)) {
        unpacked += piece.length;
        work.unpacked += piece.length;
        yield piece;
      }
    }
    if (length !== undefined && unpacked !== length) throw new Error('incorrect length check');
    if (hasCheck) await blocks.check(await input.bytes(4));
  } finally {
    blocks.close();
  }
}

/** The head of a frame and its blocks. */
async function* partsOfFrame(input: PackedInput, head: Uint8Array, largestBlock: number) {
  yield { bytes: head, isLast: false };
  for (let isLast = false; !isLast; ) {
    const blockHead = await input.number(3);
    isLast = blockHead % 2 === 1;
    const kind = (blockHead >> 1) & 3;
    const size = blockHead >> 3;
    if (kind > PACKED || size > largestBlock) throw new Error('damaged head of a block');
    yield* partsOfBlock(input, kind, size, isLast);
  }
}

/** A block, or one after another the parts of a raw one that have come, each a block. */
async function* partsOfBlock(input: PackedInput, kind: number, size: number, isLastBlock: boolean) {
  const block = (bytes: Uint8Array, size: number, isLast: boolean) => {
    const head = (size << 3) | (kind << 1) | Number(isLast);
    return { bytes: Buffer.concat([Buffer.of(head, head >> 8, head >> 16), bytes]), isLast };
  };
  if (kind !== RAW || size === 0) yield block(await input.bytes(kind === REPEATED ? 1 : size), size, isLastBlock);
  else {
    for (let left = size; left > 0; ) {
      const bytes = await input.next(left);
      left -= bytes.length;
      yield block(bytes, bytes.length, isLastBlock && left === 0);
    }
  }
}

/** The head of a frame, and what it says. */
async function readHead(input: PackedInput, source: string) {
  const flags = await input.byte();
  if (flags & 8) throw new Error('unknown flags of a frame');
  const isSingle = (flags & 0x20) !== 0;
  const windowBytes = await input.bytes(isSingle ? 0 : 1);
  const dictionary = await input.bytes([0, 1, 2, 4][flags & 3]);
  if (dictionary.some((byte) => byte !== 0)) {
    throw unsupported(source, 'was compressed with a dictionary', '-D DICTIONARY ');
  }
  const lengthBytes = await input.bytes([Number(isSingle), 2, 4, 8][flags >> 6]);
  let length = lengthBytes.length ? lengthBytes.reduceRight((sum, byte) => sum * 256 + byte, 0) : undefined;
  if (length !== undefined && lengthBytes.length === 2) length += 256;
  const [windowByte] = windowBytes;
  // Without one it is the whole content.
  const window = isSingle ? (length ?? 0) : 2 ** (10 + (windowByte >> 3)) * (1 + (windowByte & 7) / 8);
  if (window > LARGEST_WINDOW) throw unsupported(source, 'needs a window that is too large', '--long=31 ');
  return {
    head: Uint8Array.from([...MAGIC, flags, ...windowBytes, ...dictionary, ...lengthBytes]),
    length,
    window,
    largestBlock: Math.min(window, LARGEST_BLOCK),
    hasCheck: (flags & HAS_CHECK) !== 0,
  };
}

const unsupported = (source: string, what: string, option = '') =>
  new KeywordError('FILE_UNREADABLE', `${source} ${what}. Unpack it: zstd -d ${option}FILE.`);
