const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * A word as UTF-8; as Latin-1 where it is not UTF-8, so that no two different words become one.
 */
export function decodeWord(bytes: Uint8Array): string {
  return decodeUtf8(bytes) ?? decodeLatin1(bytes);
}

/** Text as UTF-8; undefined where it is not. */
export function decodeUtf8(bytes: Uint8Array): string | undefined {
  const short = decodeShort(bytes, 0, bytes.length);
  if (short !== undefined) return short;
  try {
    return utf8.decode(bytes);
  } catch {
    return undefined;
  }
}

/** Words are nearly all shorter; a call of the decoder costs more than all the rest of reading one. */
const longestShort = 48;
const units = new Uint16Array(longestShort);
/** The first of them, by how many. */
const firstUnits = Array.from({ length: longestShort + 1 }, (_, length) => units.subarray(0, length));

/** Short UTF-8 of characters up to U+07FF and U+1000 … U+CFFF; undefined where it is something else. */
export function decodeShort(bytes: Uint8Array, start: number, end: number): string | undefined {
  if (end - start > longestShort) return undefined;
  let length = 0;
  for (let i = start; i < end; ) {
    const first = bytes[i++];
    if (first < 0x80) {
      units[length++] = first;
      continue;
    }
    const second = bytes[i++] ^ 0x80;
    if (first >= 0xc2 && first <= 0xdf && second < 0x40 && i <= end) {
      units[length++] = ((first & 0x1f) << 6) | second;
      continue;
    }
    const third = bytes[i++] ^ 0x80;
    if (!(first >= 0xe1 && first <= 0xec && second < 0x40 && third < 0x40 && i <= end)) return undefined;
    units[length++] = ((first & 0xf) << 12) | (second << 6) | third;
  }
  return String.fromCharCode.apply(null, firstUnits[length] as unknown as number[]);
}

/** Text with one byte for each of the first 256 code points. */
export function decodeLatin1(bytes: Uint8Array): string {
  if (bytes.length <= 4096) return String.fromCharCode.apply(null, bytes as unknown as number[]);
  let text = '';
  for (let at = 0; at < bytes.length; at += 4096) text += decodeLatin1(bytes.subarray(at, at + 4096));
  return text;
}
