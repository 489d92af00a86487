const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * A word as UTF-8; as Latin-1 where it is not UTF-8, so that no two different words become one.
 */
export function decodeWord(bytes: Uint8Array): string {
  return decodeUtf8(bytes) ?? decodeLatin1(bytes);
}

/** Text as UTF-8; undefined where it is not. */
export function decodeUtf8(bytes: Uint8Array): string | undefined {
  // For the short names of attributes this is several times faster than the decoder.
  if (bytes.length <= 16) {
    let ascii = true;
    for (let i = 0; i < bytes.length; i++) ascii &&= bytes[i] < 0x80;
    if (ascii) return decodeLatin1(bytes);
  }
  try {
    return utf8.decode(bytes);
  } catch {
    return undefined;
  }
}

/** Text with one byte for each of the first 256 code points. */
export function decodeLatin1(bytes: Uint8Array): string {
  if (bytes.length <= 4096) return String.fromCharCode.apply(null, bytes as unknown as number[]);
  let text = '';
  for (let at = 0; at < bytes.length; at += 4096) text += decodeLatin1(bytes.subarray(at, at + 4096));
  return text;
}
