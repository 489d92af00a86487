/** xorshift32, as src/math/random.ts. */
@inline
export function nextRandom(state: u32): u32 {
  let x = state;
  x ^= x << 13;
  x ^= x >> 17;
  x ^= x << 5;
  return x;
}
