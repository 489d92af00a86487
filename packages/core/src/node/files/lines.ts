import { withoutMarks } from '../../text/decode-bytes.js';

const NEWLINE = 10;
const RETURN = 13;
/** Bytes of a block, roughly: enough to be worth handing to a thread. */
const BLOCK = 1 << 20;

/** Whole lines of a file, as bytes. */
export interface LineBlock {
  /** Lines without the newline of the last one. */
  readonly bytes: Uint8Array;
  /** Name for messages, e.g. the file's path. */
  readonly source: string;
  /** Number of the first line, from 1. */
  readonly firstLine: number;
}

/**
 * Cuts a stream of bytes into blocks of whole lines of about a megabyte. A byte-order mark is left out. Every block has
 * memory of its own, so that it can be handed to a thread.
 *
 * @param longest bytes a line may have: a text file without newlines must not fill the memory
 * @param onLongLine told of a longer line, which is left out, by its number and its bytes
 */
export async function* readBlocks(
  stream: AsyncIterable<Uint8Array>,
  source: string,
  longest: number,
  onLongLine: (line: number, bytes: number) => void,
): AsyncGenerator<LineBlock> {
  let pending: Uint8Array[] = [];
  let pendingLength = 0;
  let firstLine = 1;
  /** Bytes of a line that is left out, while it goes on. */
  let left = 0;
  const take = (tail: Uint8Array = new Uint8Array(0)): Uint8Array => {
    const bytes = new Uint8Array(pendingLength + tail.length);
    let at = 0;
    for (const part of [...pending, tail]) {
      bytes.set(part, at);
      at += part.length;
    }
    pending = [];
    pendingLength = 0;
    return bytes;
  };
  // Streams may use the memory of a chunk again.
  const keep = (part: Uint8Array) => {
    pending.push(part.slice());
    pendingLength += part.length;
  };
  const blockOf = (all: Uint8Array): LineBlock => {
    const bytes = firstLine === 1 ? withoutMarks(all) : all;
    const block = { bytes, source, firstLine };
    firstLine += countLines(bytes);
    return block;
  };
  for await (let chunk of stream) {
    if (left > 0) {
      const end = chunk.indexOf(NEWLINE);
      left += end < 0 ? chunk.length : end;
      if (end < 0) continue;
      onLongLine(firstLine++, left);
      left = 0;
      chunk = chunk.subarray(end + 1);
    }
    const end = pendingLength + chunk.length < BLOCK ? -1 : chunk.lastIndexOf(NEWLINE);
    if (end >= 0) yield blockOf(take(chunk.subarray(0, end)));
    keep(chunk.subarray(end + 1));
    if (pendingLength <= longest) continue;
    const all = take();
    const last = all.lastIndexOf(NEWLINE);
    if (last >= 0) yield blockOf(all.slice(0, last));
    if (all.length - last - 1 <= longest) keep(all.subarray(last + 1));
    else left = all.length - last - 1;
  }
  if (left > 0) onLongLine(firstLine, left);
  if (pendingLength) yield blockOf(take());
}

/** A line as bytes, without its line end (LF or CRLF). */
export interface RawLine {
  readonly bytes: Uint8Array;
  /** From 1. */
  readonly number: number;
}

/** The lines of a block, without byte-order marks before them. */
export function* rawLinesOf({ bytes, firstLine }: LineBlock): Generator<RawLine> {
  let number = firstLine;
  for (let from = 0; from <= bytes.length; number++) {
    const newline = bytes.indexOf(NEWLINE, from);
    const end = newline < 0 ? bytes.length : newline;
    const last = end > from && bytes[end - 1] === RETURN ? end - 1 : end;
    if (newline >= 0 || from < end) yield { bytes: withoutMarks(bytes.subarray(from, last)), number };
    from = end + 1;
  }
}

/** Whether a line begins with a byte-order mark, as where files with a mark were joined. */
export function holdsMarks(bytes: Uint8Array): boolean {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  return withoutMarks(bytes).length < bytes.length || buffer.includes('\n\ufeff');
}

/** Whether there is a byte that no text has. */
export function holdsNul(bytes: Uint8Array): boolean {
  // A Buffer finds a byte several times as fast as a Uint8Array does.
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(0);
}

/** Lines of a block whose last newline was left out. */
function countLines(block: Uint8Array): number {
  const bytes = Buffer.from(block.buffer, block.byteOffset, block.length);
  let lines = 1;
  for (let at = bytes.indexOf(NEWLINE); at >= 0; at = bytes.indexOf(NEWLINE, at + 1)) lines++;
  return lines;
}
