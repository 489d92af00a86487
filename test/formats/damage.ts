/** mulberry32. */
export function randomOf(start: number): () => number {
  let state = start >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

const extremes = [0, 1, 0x7f, 0xff, 0xffff, 0x7fffffff, 0x80000000, 0xffffffff, 1_000_000_000];

/** How seldom a piece is repeated, which makes large files. */
const seldom = 0.03;

/**
 * A damaged copy: flipped bits, other bytes, lengths that are bombs, pieces moved, doubled, repeated thousands of times, cut
 * out, the end cut off.
 */
export function damage(bytes: Uint8Array, random: () => number): Uint8Array {
  let copy = new Uint8Array(bytes);
  const below = (limit: number) => Math.floor(random() * limit);
  for (let times = 1 + below(4); times > 0 && copy.length > 8; times--) {
    // Most lengths, shapes and names are near the beginning or the end.
    const near = [copy.length, Math.min(copy.length, 256), copy.length][below(3)];
    const at = below(near);
    const length = 1 + below(Math.min(64, copy.length - at));
    const from = below(copy.length - length + 1);
    switch (below(7)) {
      case 0:
        copy[at] ^= 1 << below(8);
        break;
      case 1:
        copy[at] = below(256);
        break;
      case 2: {
        const view = new DataView(copy.buffer);
        if (at + 8 <= copy.length) view.setUint32(at, extremes[below(extremes.length)], random() < 0.8);
        break;
      }
      case 3:
        copy = copy.slice(0, at);
        break;
      case 4:
        copy.copyWithin(at, from, from + length);
        break;
      case 5:
        copy = joined(copy.subarray(0, at), copy.subarray(from, from + length), copy.subarray(at));
        break;
      default:
        copy = joined(copy.subarray(0, at), copy.subarray(at + length));
    }
  }
  if (random() < seldom && copy.length > 8) {
    const from = below(copy.length - 8);
    const piece = copy.subarray(from, from + 1 + below(8));
    const repeated = Buffer.alloc(piece.length * 2 ** below(16), piece);
    copy = joined(copy.subarray(0, from), repeated, copy.subarray(from));
  }
  return copy;
}

/** In memory of its own, as the bytes of a file are. */
function joined(...parts: Uint8Array[]): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.concat(parts));
}
