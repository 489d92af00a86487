/**
 * xorshift32 (Marsaglia 2003): 32 bits of state, the same three shifts in TypeScript, WebAssembly and C, so that every
 * kernel draws the same windows and drops the same words from the same seed.
 */

/** The next state after `state`; both are non-zero unsigned 32-bit integers. The state is the random number. */
export function nextRandom(state: number): number {
  let x = state;
  x ^= x << 13;
  x ^= x >>> 17;
  x ^= x << 5;
  return x >>> 0;
}

/**
 * Spreads a seed and up to two counters into a non-zero xorshift32 state (the finalizer of MurmurHash3), so that
 * neighbouring seeds, epochs and chunks start far apart.
 */
export function randomState(seed: number, a = 0, b = 0): number {
  let h = Math.imul(seed | 0, 0x9e3779b1) ^ Math.imul((a + 1) | 0, 0x85ebca6b) ^ Math.imul((b + 1) | 0, 0xc2b2ae35);
  h ^= h >>> 16;
  h = Math.imul(h, 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul(h, 0xc2b2ae35);
  h ^= h >>> 16;
  return h >>> 0 || 0x6d2b79f5;
}
