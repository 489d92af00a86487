/** IEEE 754 half precision (binary16) to and from numbers, for models stored as F16. */

const scratch = new DataView(new ArrayBuffer(4));

/** The number a binary16 bit pattern stands for. */
export function halfToNumber(half: number): number {
  const sign = half & 0x8000 ? -1 : 1;
  const exponent = (half >> 10) & 0x1f;
  const fraction = half & 0x3ff;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  if (exponent === 31) return fraction ? Number.NaN : sign * Number.POSITIVE_INFINITY;
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}

/** The binary16 bit pattern nearest to the 32-bit float `value`, ties to even; too large becomes infinity. */
export function numberToHalf(value: number): number {
  scratch.setFloat32(0, value);
  const bits = scratch.getUint32(0);
  const sign = (bits >>> 16) & 0x8000;
  const exponent = (bits >>> 23) & 0xff;
  const fraction = bits & 0x7fffff;
  if (exponent === 255) return sign | 0x7c00 | (fraction ? 0x200 : 0);
  const shifted = exponent - 112;
  if (shifted >= 31) return sign | 0x7c00;
  // Below the smallest normal half the hidden bit is written out and shifted along.
  const mantissa = shifted > 0 ? fraction : fraction | 0x800000;
  const drop = shifted > 0 ? 13 : 14 - shifted;
  if (drop > 24) return sign;
  const base = (shifted > 0 ? shifted << 10 : 0) + (mantissa >>> drop);
  const rest = mantissa & ((1 << drop) - 1);
  const middle = 1 << (drop - 1);
  return sign | (base + (rest > middle || (rest === middle && base & 1) ? 1 : 0));
}
