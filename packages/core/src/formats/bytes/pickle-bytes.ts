import type { ByteReader, FillBytes } from './byte-reader.js';
import { invalid } from './byte-source.js';

/** Bytes as a range of the file. */
export class PickleBytes {
  /** Offset in the file; or the bytes themselves where the file has them in an escaped form. */
  readonly place: number | Uint8Array;
  /** Bytes in the file. */
  readonly length: number;
  /** The file holds them as UTF-8 text, one code point 0 … 255 for each; `length` counts the UTF-8. */
  readonly isText: boolean;

  constructor(place: number | Uint8Array, length: number, isText: boolean) {
    this.place = place;
    this.length = length;
    this.isText = isText;
  }

  /** Writes the bytes out, from the first on. */
  fill(reader: ByteReader): FillBytes {
    const { place, isText } = this;
    if (typeof place === 'number') {
      if (isText) return fillFromText(place, this.length, reader);
      reader.seek(place);
      return (target) => reader.copy(target);
    }
    let passed = 0;
    return (target) => {
      target.set(place.subarray(passed, passed + target.length));
      passed += target.length;
    };
  }
}

/** Bytes out of UTF-8 text of code points 0 … 255. */
function fillFromText(start: number, length: number, reader: ByteReader): FillBytes {
  const end = start + length;
  let position = start;
  return (target) => {
    let filled = 0;
    while (filled < target.length) {
      reader.seek(position);
      const bytes = reader.bytes(Math.min(end - position, 2 * (target.length - filled), 1 << 16));
      let i = 0;
      while (i < bytes.length && filled < target.length) {
        const byte = bytes[i];
        if (byte < 0x80) {
          target[filled++] = byte;
          i++;
        } else if (i + 1 < bytes.length && (byte === 0xc2 || byte === 0xc3)) {
          target[filled++] = (byte << 6) | (bytes[i + 1] & 0x3f);
          i += 2;
        } else break;
      }
      if (i === 0) throw invalid(reader.name, `the data of an array is damaged at byte ${position}.`);
      position += i;
    }
  };
}
