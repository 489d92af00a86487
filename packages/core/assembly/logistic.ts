/** Exponential, logistic function and softplus of four floats at a time, relative error about 1e-7. */
import { multiplyAdd } from './lanes';

/** Below this, eˣ is no longer a normal 32-bit float. */
const SMALLEST_EXPONENT: f32 = -87;
const LOG2_E: f32 = 1.4426950408889634;
/** ln 2 in two parts, the first with few enough bits that its product with a small whole number is exact. */
const LN2_HIGH: f32 = 0.693359375;
const LN2_LOW: f32 = -2.12194440e-4;
/** √½ as bits. */
const SQRT_HALF_BITS: i32 = 0x3f3504f3;
/** 1.5 · 2²³: adding it rounds to a whole number and leaves that number in the lowest bits. */
const ROUNDER: f32 = 12582912;

/**
 * eˣ for x ≤ 0, as 2ᵏ · eʳ with whole k and |r| ≤ ln 2 / 2; the polynomial for eʳ is that of Cephes `expf`
 * (Moshier 1989), its terms in pairs (Estrin) so that they need not wait for each other.
 */
@inline
export function expOfNegative(x: v128): v128 {
  const y = f32x4.max(x, f32x4.splat(SMALLEST_EXPONENT));
  const rounded = multiplyAdd(y, f32x4.splat(LOG2_E), f32x4.splat(ROUNDER));
  const k = f32x4.sub(rounded, f32x4.splat(ROUNDER));
  let r = multiplyAdd(k, f32x4.splat(-LN2_HIGH), y);
  r = multiplyAdd(k, f32x4.splat(-LN2_LOW), r);
  const r2 = f32x4.mul(r, r);
  const high = multiplyAdd(r, f32x4.splat(1.9875691500e-4), f32x4.splat(1.3981999507e-3));
  const middle = multiplyAdd(r, f32x4.splat(8.3334519073e-3), f32x4.splat(4.1665795894e-2));
  const low = multiplyAdd(r, f32x4.splat(1.6666665459e-1), f32x4.splat(5.0000001201e-1));
  let p = multiplyAdd(multiplyAdd(high, r2, middle), r2, low);
  p = f32x4.add(multiplyAdd(p, r2, r), f32x4.splat(1));
  return i32x4.add(p, i32x4.shl(rounded, 23));
}

/** σ(x) = 1 / (1 + e⁻ˣ), by e^−|x| so that nothing overflows. */
@inline
export function sigmoid(x: v128): v128 {
  const e = expOfNegative(f32x4.neg(f32x4.abs(x)));
  const positive = f32x4.div(f32x4.splat(1), f32x4.add(f32x4.splat(1), e));
  return v128.bitselect(f32x4.mul(e, positive), positive, i32x4.shr_s(x, 31));
}

/**
 * log(1 + e) for e in [0, 1]: a polynomial through Chebyshev points for log(1 + e) / e, off by at most
 * 5e-9 before rounding, so that small e keep their relative precision.
 */
@inline
export function logOnePlus(e: v128): v128 {
  let p = f32x4.splat(-0.0032563784779003984);
  p = multiplyAdd(p, e, f32x4.splat(0.01990716094663205));
  p = multiplyAdd(p, e, f32x4.splat(-0.05706420079645069));
  p = multiplyAdd(p, e, f32x4.splat(0.10614264690240381));
  p = multiplyAdd(p, e, f32x4.splat(-0.15311863103902631));
  p = multiplyAdd(p, e, f32x4.splat(0.19678117256900582));
  p = multiplyAdd(p, e, f32x4.splat(-0.2495455887119472));
  p = multiplyAdd(p, e, f32x4.splat(0.33330004036235005));
  p = multiplyAdd(p, e, f32x4.splat(-0.49999903992765));
  p = multiplyAdd(p, e, f32x4.splat(0.9999999953848525));
  return f32x4.mul(p, e);
}

/**
 * log v for normal v > 0, as e·ln 2 + log m with m in [√½, √2): the polynomial of Cephes `logf` (Moshier 1989).
 */
@inline
function logarithm(v: v128): v128 {
  const bits = i32x4.sub(v, i32x4.splat(SQRT_HALF_BITS));
  const e = f32x4.convert_i32x4_s(i32x4.shr_s(bits, 23));
  const m = i32x4.add(v128.and(bits, i32x4.splat(0x7fffff)), i32x4.splat(SQRT_HALF_BITS));
  const x = f32x4.sub(m, f32x4.splat(1));
  const z = f32x4.mul(x, x);
  let p = f32x4.splat(7.0376836292e-2);
  p = multiplyAdd(p, x, f32x4.splat(-1.1514610310e-1));
  p = multiplyAdd(p, x, f32x4.splat(1.1676998740e-1));
  p = multiplyAdd(p, x, f32x4.splat(-1.2420140846e-1));
  p = multiplyAdd(p, x, f32x4.splat(1.4249322787e-1));
  p = multiplyAdd(p, x, f32x4.splat(-1.6668057665e-1));
  p = multiplyAdd(p, x, f32x4.splat(2.0000714765e-1));
  p = multiplyAdd(p, x, f32x4.splat(-2.4999993993e-1));
  p = multiplyAdd(p, x, f32x4.splat(3.3333331174e-1));
  p = f32x4.mul(f32x4.mul(p, x), z);
  p = multiplyAdd(e, f32x4.splat(LN2_LOW), p);
  p = multiplyAdd(z, f32x4.splat(-0.5), p);
  return multiplyAdd(e, f32x4.splat(LN2_HIGH), f32x4.add(x, p));
}

/** log(λ·eʳ + 1 − λ) for 0 < λ ≤ 1, by e^−|r| so that nothing overflows; r itself where λ is 1. */
@inline
export function logMixture(r: v128, lambda: f32): v128 {
  if (lambda == 1) return r;
  const t = expOfNegative(f32x4.neg(f32x4.abs(r)));
  const model = f32x4.splat(lambda);
  const rest = f32x4.splat(1 - lambda);
  // λ + (1 − λ)·e⁻ʳ where r > 0, to which r is added; else λ·eʳ + 1 − λ.
  const positive = f32x4.gt(r, f32x4.splat(0));
  const v = multiplyAdd(v128.bitselect(rest, model, positive), t, v128.bitselect(model, rest, positive));
  return f32x4.add(logarithm(v), f32x4.max(r, f32x4.splat(0)));
}

/** softplus(−|x|) = log(1 + e^−|x|): what softplus(x) and softplus(−x) have in common beside max(±x, 0). */
@inline
export function softplusOfMinusAbs(x: v128): v128 {
  return logOnePlus(expOfNegative(f32x4.neg(f32x4.abs(x))));
}
