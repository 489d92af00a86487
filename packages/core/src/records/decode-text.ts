import { KeywordError } from '../errors.js';
import { encodingByMark } from '../text/decode-bytes.js';

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
  if (!bytes.includes(0)) return;
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
