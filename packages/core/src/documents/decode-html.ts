import { decodeBytes, encodingByMark, guessText } from '../text/decode-bytes.js';
import { latin1 } from './document.js';

/** Bytes that the encoding is named within. */
const HEAD = 4096;

/**
 * HTML as text, in the encoding that was given, that its mark or its `meta` element names, or that it can be read in; as
 * browsers do, what is not of that encoding becomes U+FFFD.
 *
 * @param encoding a name that TextDecoder knows
 */
export function decodeHtml(bytes: Uint8Array, encoding?: string): string {
  const named = encodingByMark(bytes) ?? encoding ?? encodingNamedIn(latin1(bytes.subarray(0, HEAD)));
  if (named === undefined) return guessText(bytes) ?? new TextDecoder('windows-1252').decode(bytes);
  // What can be read as ASCII is not UTF-16, whatever it says.
  const isUtf16 = /^utf-?16/i.test(named) && encodingByMark(bytes) === undefined && encoding === undefined;
  const name = isUtf16 ? 'utf-8' : named;
  return decodeBytes(bytes, name) ?? new TextDecoder(name).decode(bytes);
}

function encodingNamedIn(head: string): string | undefined {
  const name = (/<meta\b[^>]{0,300}?\bcharset\s*=\s*["']?\s*([\w.:-]{1,40})/i.exec(head) ??
    /^\s*<\?xml[^>]{0,200}\bencoding\s*=\s*["']([\w.:-]{1,40})/i.exec(head))?.[1];
  if (name === undefined) return undefined;
  try {
    return new TextDecoder(name).encoding;
  } catch {
    return undefined;
  }
}
