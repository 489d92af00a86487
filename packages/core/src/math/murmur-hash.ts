const mask = (1n << 64n) - 1n;
const first = 0x87c37b91114253d5n;
const second = 0x4cf5ad432745937fn;

const rotate = (x: bigint, by: bigint) => ((x << by) | (x >> (64n - by))) & mask;
const mixFirst = (k: bigint) => (rotate((k * first) & mask, 31n) * second) & mask;
const mixSecond = (k: bigint) => (rotate((k * second) & mask, 33n) * first) & mask;

/**
 * MurmurHash3_x64_128 (Austin Appleby, public domain).
 *
 * @param seed 32 bits
 * @returns the 128 bits as four numbers of 32, the lowest first
 */
export function murmurHash128(bytes: Uint8Array, seed: number): [number, number, number, number] {
  let a = BigInt(seed >>> 0);
  let b = a;
  const word = (from: number, to: number) => {
    let value = 0n;
    for (let i = Math.min(to, bytes.length) - 1; i >= from; i--) value = (value << 8n) | BigInt(bytes[i]);
    return value;
  };
  let at = 0;
  for (; at + 16 <= bytes.length; at += 16) {
    a = (rotate(a ^ mixFirst(word(at, at + 8)), 27n) + b) & mask;
    a = (a * 5n + 0x52dce729n) & mask;
    b = (rotate(b ^ mixSecond(word(at + 8, at + 16)), 31n) + a) & mask;
    b = (b * 5n + 0x38495ab5n) & mask;
  }
  const length = BigInt(bytes.length);
  b ^= mixSecond(word(at + 8, at + 16)) ^ length;
  a ^= mixFirst(word(at, at + 8)) ^ length;
  a = (a + b) & mask;
  b = (b + a) & mask;
  a = finish(a);
  b = finish(b);
  a = (a + b) & mask;
  b = (b + a) & mask;
  return [Number(a & 0xffffffffn), Number(a >> 32n), Number(b & 0xffffffffn), Number(b >> 32n)];
}

function finish(x: bigint): bigint {
  let k = x ^ (x >> 33n);
  k = (k * 0xff51afd7ed558ccdn) & mask;
  k ^= k >> 33n;
  k = (k * 0xc4ceb9fe1a85ec53n) & mask;
  return k ^ (k >> 33n);
}
