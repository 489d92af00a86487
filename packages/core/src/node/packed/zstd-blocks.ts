import type { Transform } from 'node:stream';
import { createContext, Script } from 'node:vm';
import * as zlib from 'node:zlib';
import { importPackage } from '../platform/import-package.js';
import { Unpacker } from './unpacker.js';

/** The bit of a frame's head that says that a checksum follows its blocks. */
export const HAS_CHECK = 4;

/** Unpacks a frame, of which it is given the head, then one block at a time, then the checksum if there is one. */
export interface ZstdBlocks {
  /** Whether each part moves the whole window. */
  readonly movesWindow: boolean;
  /** What the head and blocks stand for. @throws Error for what is damaged, if it can be seen */
  push(packed: Uint8Array, isLast: boolean): AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
  /** @throws Error where the checksum is not that of what was unpacked */
  check(sum: Uint8Array): Promise<void>;
  close(): void;
}

/** Node's own since 22.15, which is several times as fast and finds more of what is damaged; packages for older ones. */
export async function createZstdBlocks(hasCheck: boolean): Promise<ZstdBlocks> {
  const { createZstdDecompress } = zlib as { createZstdDecompress?: (options: { chunkSize: number }) => Transform };
  return createZstdDecompress ? nodeBlocks(createZstdDecompress({ chunkSize: 1 << 17 })) : packageBlocks(hasCheck);
}

function nodeBlocks(stream: Transform): ZstdBlocks {
  const unpacker = new Unpacker(stream);
  return {
    movesWindow: false,
    push: (packed) => unpacker.push(packed),
    check: async (sum) => {
      for await (const _ of unpacker.push(sum));
    },
    close: () => unpacker.close(),
  };
}

/** Milliseconds that the package may take for a block, which holds 128 KiB at most; some damaged ones it never ends with. */
export const patience = { milliseconds: 10_000 };

const script = new Script('work()');
/** Where the script finds its work: only a script has its time measured. */
const scope = createContext({ work: () => {} });

/** Does work that may never end. @throws Error where it does not */
function endInTime(work: () => void): void {
  scope.work = work;
  try {
    script.runInContext(scope, { timeout: patience.milliseconds });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw error;
    throw new Error('a block that takes too long to unpack, as damaged ones do', { cause: error });
  }
}

async function packageBlocks(hasCheck: boolean): Promise<ZstdBlocks> {
  // Loaded here, for most commands never need it.
  const { Decompress } = await import('fzstd');
  const hash = hasCheck ? await createHash() : undefined;
  const pieces: Uint8Array[] = [];
  const stream = new Decompress((piece) => {
    hash?.update(piece);
    pieces.push(piece);
  });
  let isHead = true;
  return {
    movesWindow: true,
    push: (packed, isLast) => {
      // The package would pass over the checksum; it is not told of it.
      if (isHead) packed[4] &= ~HAS_CHECK;
      isHead = false;
      endInTime(() => stream.push(packed, isLast));
      return pieces.splice(0);
    },
    check: async (sum) => {
      const digest = Buffer.alloc(8);
      digest.writeBigUInt64LE(hash!.digest());
      if (!digest.subarray(0, 4).equals(sum)) throw new Error('incorrect data check');
    },
    close: () => {},
  };
}

async function createHash() {
  const purpose = { en: 'Checking .zst files on Node.js before 22.15', zh: '在 22.15 之前的 Node.js 上校验 .zst 文件' };
  const { default: load } = (await importPackage(['xxhash-wasm'], purpose)) as typeof import('xxhash-wasm');
  return (await load()).create64();
}
