import { TextDecoder } from 'node:util';
import { KeywordError } from '../errors.js';
import { withoutMark } from '../text/decode-bytes.js';

const NEWLINE = 10;
const RETURN = 13;
/** Bytes of a block, roughly: enough to be worth handing to a thread. */
const BLOCK = 1 << 20;
/** Longest line taken, in bytes: a text file without newlines must not fill the memory. */
const LONGEST_LINE = 1 << 28;

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
 * @throws KeywordError INVALID_TEXT when a line is longer than 256 MiB
 */
export async function* readBlocks(stream: AsyncIterable<Uint8Array>, source: string): AsyncGenerator<LineBlock> {
  let pending: Uint8Array[] = [];
  let pendingLength = 0;
  let firstLine = 1;
  const block = (tail: Uint8Array): LineBlock => {
    let bytes: Uint8Array = new Uint8Array(pendingLength + tail.length);
    let at = 0;
    for (const part of [...pending, tail]) {
      bytes.set(part, at);
      at += part.length;
    }
    if (firstLine === 1) bytes = withoutMark(bytes);
    const result = { bytes, source, firstLine };
    firstLine += countLines(bytes);
    pending = [];
    pendingLength = 0;
    return result;
  };
  for await (const chunk of stream) {
    const end = pendingLength + chunk.length < BLOCK ? -1 : chunk.lastIndexOf(NEWLINE);
    if (end >= 0) yield block(chunk.subarray(0, end));
    // Streams may use the memory of a chunk again.
    pending.push(chunk.slice(end + 1));
    pendingLength += chunk.length - end - 1;
    if (pendingLength > LONGEST_LINE) {
      throw new KeywordError(
        'INVALID_TEXT',
        `${source} has a line of more than ${LONGEST_LINE} bytes. Put one document on a line.`,
      );
    }
  }
  if (pendingLength) yield block(new Uint8Array(0));
}

/**
 * The lines of a block, without their line ends (LF or CRLF).
 *
 * @throws KeywordError INVALID_TEXT when a line is not UTF-8 or holds a NUL byte
 */
export function* linesOf({ bytes, source, firstLine }: LineBlock): Generator<string> {
  const decoder = strictDecoder();
  let line = firstLine;
  for (let from = 0; from <= bytes.length; line++) {
    const newline = bytes.indexOf(NEWLINE, from);
    const end = newline < 0 ? bytes.length : newline;
    const last = end > from && bytes[end - 1] === RETURN ? end - 1 : end;
    if (newline >= 0 || from < end) yield decodeText(bytes.subarray(from, last), `${source}, line ${line}`, decoder);
    from = end + 1;
  }
}

/** Every line of a stream; {@link readBlocks} and {@link linesOf} in one. */
export async function* readLines(stream: AsyncIterable<Uint8Array>, source: string): AsyncGenerator<string> {
  for await (const block of readBlocks(stream, source)) yield* linesOf(block);
}

/**
 * UTF-8 bytes as a string.
 *
 * @throws KeywordError INVALID_TEXT saying what the bytes look like instead and what to do
 */
export function decodeText(bytes: Uint8Array, source: string, decoder: TextDecoder = strictDecoder()): string {
  refuseBinary(bytes, source);
  try {
    return decoder.decode(bytes);
  } catch (cause) {
    throw notUtf8(source, cause);
  }
}

/** @throws KeywordError INVALID_TEXT for bytes that are no text */
export function refuseBinary(bytes: Uint8Array, source: string): void {
  // A Buffer finds a byte several times as fast as a Uint8Array does.
  if (Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(0)) {
    throw new KeywordError('INVALID_TEXT', `${source} holds NUL bytes: it is a binary file, not text.`);
  }
}

/** The error for bytes that are not UTF-8. */
export function notUtf8(source: string, cause?: unknown): KeywordError {
  return new KeywordError(
    'INVALID_TEXT',
    `${source} is not UTF-8, or not of the encoding that was named. Chinese text in GBK or GB18030 is read with --encoding gb18030, or converted by iconv -f GB18030 -t UTF-8.`,
    { cause },
  );
}

function strictDecoder(): TextDecoder {
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
}

/** Lines of a block whose last newline was left out. */
function countLines(block: Uint8Array): number {
  const bytes = Buffer.from(block.buffer, block.byteOffset, block.length);
  let lines = 1;
  for (let at = bytes.indexOf(NEWLINE); at >= 0; at = bytes.indexOf(NEWLINE, at + 1)) lines++;
  return lines;
}
