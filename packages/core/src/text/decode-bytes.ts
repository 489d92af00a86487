/** An encoding that a text says it has, by the mark it begins with. */
export type MarkedEncoding = 'utf-8' | 'utf-16le' | 'utf-16be';

/** The encoding whose byte-order mark a text begins with; undefined where there is none. */
export function encodingByMark(bytes: Uint8Array): MarkedEncoding | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 'utf-8' : undefined;
}

/** Bytes without the byte-order mark of UTF-8 that some editors put before a text. */
export function withoutMark(bytes: Uint8Array): Uint8Array {
  return encodingByMark(bytes) === 'utf-8' ? bytes.subarray(3) : bytes;
}

/** The same without any number of marks, as lines have them where files with a mark were joined. */
export function withoutMarks(bytes: Uint8Array): Uint8Array {
  let bare = bytes;
  while (encodingByMark(bare) === 'utf-8') bare = bare.subarray(3);
  return bare;
}

/**
 * Bytes as text, without the byte-order mark.
 *
 * @returns undefined where they are not of that encoding
 */
export function decodeBytes(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/**
 * The text of a file whose encoding nobody names: what its mark says, else UTF-8, else GB 18030, in which many Chinese
 * texts still are.
 *
 * @returns undefined for what is not text
 */
export function guessText(bytes: Uint8Array): string | undefined {
  const marked = encodingByMark(bytes);
  for (const encoding of marked ? [marked] : ['utf-8', 'gb18030']) {
    const text = decodeBytes(bytes, encoding);
    // Bytes of any kind may happen to be characters, but texts have no other control characters than these.
    if (text !== undefined && !/[^\P{Cc}\t\n\v\f\r\x85]/u.test(text)) return text;
  }
  return undefined;
}
