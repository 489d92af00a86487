import { KeywordError } from '../../errors.js';
import { encodingByMark, withoutMarks } from '../../text/decode-bytes.js';

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

/** A TextDecoder, as far as it is used here; named here so that users need no types of Node.js. */
export interface Decoder {
  decode(bytes: Uint8Array): string;
}

/**
 * UTF-8 bytes as a string.
 *
 * @param isStart whether a file begins with them
 * @throws KeywordError INVALID_TEXT saying what the bytes look like instead and what to do
 */
export function decodeText(
  bytes: Uint8Array,
  source: string,
  decoder: Decoder = strictDecoder(),
  isStart = false,
): string {
  refuseBinary(bytes, source, isStart);
  try {
    return decoder.decode(bytes);
  } catch (cause) {
    throw notUtf8(source, cause);
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

/** What order of bytes UTF-16 is in where a line does not tell. */
const EITHER = 'utf-16le or utf-16be';

/**
 * The UTF-16 that bytes are in by their mark, or by every second one, which is NUL in Latin letters.
 *
 * @param isStart whether a file begins with them
 */
export function utf16Of(bytes: Uint8Array, isStart: boolean): 'utf-16le' | 'utf-16be' | typeof EITHER | undefined {
  const marked = encodingByMark(bytes);
  if (marked && marked !== 'utf-8') return marked;
  const head = bytes.subarray(0, 1000);
  const nuls = [0, 0];
  for (let i = 0; i < head.length; i++) if (head[i] === 0) nuls[i % 2]++;
  const [even, odd] = nuls;
  if (even > 0 && odd > 0) return undefined;
  const many = even + odd;
  if (many < 2 || many < Math.floor(head.length / 2) - 1) return undefined;
  if (odd > 0) return 'utf-16le';
  // Cut at the byte of a newline, a line keeps its NUL in the one order, and begins with that of the line before in the other.
  return isStart || bytes.length % 2 === 0 ? 'utf-16be' : EITHER;
}

/** @throws KeywordError INVALID_TEXT for bytes that are no text */
export function refuseBinary(bytes: Uint8Array, source: string, isStart: boolean): void {
  if (!holdsNul(bytes)) return;
  const encoding = utf16Of(bytes, isStart);
  if (encoding === EITHER) {
    throw new KeywordError(
      'INVALID_TEXT',
      `${source} looks like UTF-16. Texts are read with \`encoding\` utf-16le or utf-16be.`,
    );
  }
  if (encoding) {
    throw new KeywordError(
      'INVALID_TEXT',
      `${source} looks like UTF-16. Texts are read with \`encoding\` ${encoding}; convert other files with iconv -f ${encoding} -t utf-8.`,
    );
  }
  throw new KeywordError(
    'INVALID_TEXT',
    `${source} holds NUL bytes: it is a binary file, or UTF-16 without a mark, which \`encoding\` utf-16le or utf-16be reads.`,
  );
}

/** The error for bytes that are not UTF-8. */
export function notUtf8(source: string, cause?: unknown): KeywordError {
  return new KeywordError(
    'INVALID_TEXT',
    `${source} is not UTF-8, or not of the encoding that was named. Chinese text in GBK or GB18030 is read with \`encoding\` gb18030, or converted with iconv -f GB18030 -t UTF-8.`,
    { cause },
  );
}

/** The error for bytes of a list, a dictionary or the like, whose encoding cannot be named. */
export function notUtf8File(source: string): KeywordError {
  return new KeywordError(
    'INVALID_TEXT',
    `${source} is not UTF-8. Convert Chinese text in GBK or GB18030 with iconv -f GB18030 -t UTF-8; save a table of Excel as CSV UTF-8.`,
    {
      zh: `${source} 不是 UTF-8。GBK 或 GB18030 的中文请用 iconv -f GB18030 -t UTF-8 转换；Excel 的表格请存为 CSV UTF-8。`,
    },
  );
}

/** Throws for bytes that are not UTF-8. */
export function strictDecoder(): Decoder {
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
}

/** Lines of a block whose last newline was left out. */
function countLines(block: Uint8Array): number {
  const bytes = Buffer.from(block.buffer, block.byteOffset, block.length);
  let lines = 1;
  for (let at = bytes.indexOf(NEWLINE); at >= 0; at = bytes.indexOf(NEWLINE, at + 1)) lines++;
  return lines;
}
