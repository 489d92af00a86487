/** 10^0 … 10^22: the powers of ten that are exact in double precision. */
const exactPowers = Float64Array.from({ length: 23 }, (_, i) => Number(`1e${i}`));

/**
 * Reads a decimal number from bytes, rounded as Number() does. Vector files hold hundreds of millions of them, so the
 * usual ones are read without making a string: up to 15 digits and a power of ten up to 22 are exact in one division
 * (Clinger 1990).
 *
 * @returns NaN when the bytes from `start` to `end` are no finite number
 */
export function parseDecimal(bytes: Uint8Array, start: number, end: number): number {
  let at = start;
  const negative = bytes[at] === 0x2d;
  if (negative || bytes[at] === 0x2b) at++;
  let digits = 0;
  let count = 0;
  let decimals = 0;
  let point = false;
  for (; at < end; at++) {
    const digit = bytes[at] - 0x30;
    if (digit >= 0 && digit <= 9) {
      digits = digits * 10 + digit;
      count++;
      if (point) decimals++;
    } else if (bytes[at] === 0x2e && !point) point = true;
    else break;
  }
  if (at !== end || count === 0 || count > 15 || decimals > 22) return parseAny(bytes, start, end);
  const value = digits / exactPowers[decimals];
  return negative ? -value : value;
}

function parseAny(bytes: Uint8Array, start: number, end: number): number {
  if (end - start > 400 || end === start) return Number.NaN;
  const text = String.fromCharCode(...bytes.subarray(start, end));
  if (!/^[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?$/.test(text)) return Number.NaN;
  const value = Number(text);
  return Number.isFinite(value) ? value : Number.NaN;
}
