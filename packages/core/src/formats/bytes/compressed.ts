import { Gunzip, unzipSync } from 'fflate';
import { KeywordError } from '../../errors.js';
import { type ByteSource, invalid, memorySource } from './byte-source.js';

/** Bytes handed to the decompressor at once. */
const pieceLength = 1 << 16;
/** A pickle of a model or a list of vectors packs to no less than a few hundredths; more is meant to fill memory. */
const largestRatio = 200;
/** No deflate stream unpacks to more times its size. */
const deflateRatio = 1032;

/**
 * Unpacks a gzip file into memory.
 *
 * @param name of the file, for messages
 * @throws KeywordError INVALID_MODEL when it is damaged, or unpacks to more than 200 times its size
 */
export function gunzip(source: ByteSource, name: string): ByteSource {
  const limit = source.byteLength * largestRatio;
  const pieces: Uint8Array[] = [];
  let length = 0;
  // Streamed, since the size that is in the file may be anything.
  const unpacker = new Gunzip((piece) => {
    pieces.push(piece);
    length += piece.length;
    if (length > limit) throw invalid(name, `it unpacks to more than ${largestRatio} times its size; unpack it first.`);
  });
  unpacked(name, () => {
    for (let at = 0; at < source.byteLength; at += pieceLength) {
      const some = Math.min(pieceLength, source.byteLength - at);
      unpacker.push(source.read(at, some), at + some === source.byteLength);
    }
  });
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return memorySource(bytes);
}

/**
 * Unpacks one member of a zip file into memory.
 *
 * @param limit bytes it may have
 * @returns undefined when there is no such member
 * @throws KeywordError INVALID_MODEL when it is damaged or larger
 */
export function unzipMember(source: ByteSource, member: string, limit: number, name: string): ByteSource | undefined {
  const found = unpacked(name, () =>
    unzipSync(source.read(0, source.byteLength), {
      filter: (file) => {
        if (file.name !== member) return false;
        const most = Math.min(limit, source.byteLength * deflateRatio);
        if (file.originalSize <= most) return true;
        throw invalid(name, `${member} in it has ${file.originalSize} bytes; expected ${most} at most.`);
      },
    }),
  )[member];
  return found && memorySource(found);
}

function unpacked<T>(name: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof KeywordError) throw error;
    throw invalid(name, `it cannot be unpacked (${error instanceof Error ? error.message : error}); it is damaged.`);
  }
}
