import { KeywordError } from '../errors.js';

const NEWLINE = 10;
const RETURN = 13;
/** Longest line taken, in bytes: a text file without newlines must not fill the memory. */
const LONGEST_LINE = 1 << 28;

/**
 * Splits a stream of bytes into lines of text, without their line ends (LF or CRLF) and without a byte-order mark.
 *
 * @param source name for messages, e.g. the file's path
 * @throws KeywordError INVALID_TEXT when a line is not UTF-8, holds a NUL byte, or is longer than 256 MiB
 */
export async function* readLines(stream: AsyncIterable<Uint8Array>, source: string): AsyncGenerator<string> {
  const decode = lineDecoder(source);
  let pending: Uint8Array[] = [];
  let pendingLength = 0;
  for await (const chunk of stream) {
    let from = 0;
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, from)) {
      const tail = chunk.subarray(from, end);
      yield decode(pending.length ? Buffer.concat([...pending, tail]) : tail);
      pending = [];
      pendingLength = 0;
      from = end + 1;
    }
    if (from < chunk.length) {
      pending.push(chunk.subarray(from));
      pendingLength += chunk.length - from;
      if (pendingLength > LONGEST_LINE) {
        throw new KeywordError(
          'INVALID_TEXT',
          `${source} has a line of more than ${LONGEST_LINE} bytes. Put one document on a line.`,
        );
      }
    }
  }
  if (pendingLength) yield decode(Buffer.concat(pending));
}

/** Decodes one line after another, counting them for the message. */
function lineDecoder(source: string): (bytes: Uint8Array) => string {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let line = 0;
  return (bytes) => {
    line++;
    const end = bytes.length && bytes[bytes.length - 1] === RETURN ? bytes.length - 1 : bytes.length;
    const text = decodeText(bytes.subarray(0, end), `${source}, line ${line}`, decoder);
    return line === 1 && text.startsWith('\ufeff') ? text.slice(1) : text;
  };
}

/**
 * UTF-8 bytes as a string.
 *
 * @throws KeywordError INVALID_TEXT saying what the bytes look like instead and what to do
 */
export function decodeText(
  bytes: Uint8Array,
  source: string,
  decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }),
): string {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
    throw new KeywordError('INVALID_TEXT', `${source} is UTF-16, not UTF-8. Convert it: iconv -f UTF-16 -t UTF-8.`);
  }
  if (bytes.includes(0))
    throw new KeywordError('INVALID_TEXT', `${source} holds NUL bytes: it is a binary file, not text.`);
  try {
    return decoder.decode(bytes);
  } catch (cause) {
    throw new KeywordError(
      'INVALID_TEXT',
      `${source} is not UTF-8. If it is Chinese text in GBK or GB18030, convert it: iconv -f GB18030 -t UTF-8.`,
      { cause },
    );
  }
}
