/* assembly/logistic.ts. */
#ifndef LOGISTIC_H
#define LOGISTIC_H

#include "lanes.h"

/* eˣ for x ≤ 0. */
INLINE vec exp_of_negative(vec x) {
  const vec rounder = splat(12582912.0f);
  vec y = max_of(x, splat(-87.0f));
  vec rounded = y * 1.4426950408889634f + rounder;
  vec k = rounded - rounder;
  vec r = y - k * 0.693359375f;
  r = r + k * 2.12194440e-4f;
  vec r2 = r * r;
  vec high = r * 1.9875691500e-4f + 1.3981999507e-3f;
  vec middle = r * 8.3334519073e-3f + 4.1665795894e-2f;
  vec low = r * 1.6666665459e-1f + 5.0000001201e-1f;
  vec p = (high * r2 + middle) * r2 + low;
  p = p * r2 + r + 1.0f;
  return vec_of_bits(bits_of_vec(p) + (bits_of_vec(rounded) << 23));
}

INLINE vec sigmoid(vec x) {
  vec e = exp_of_negative(-absolute(x));
  vec positive = 1.0f / (1.0f + e);
  return choose(bits_of_vec(x) >> 31, e * positive, positive);
}

/* log(1 + e) for e in [0, 1]. */
INLINE vec log_one_plus(vec e) {
  vec p = e * -0.0032563784779003984f + 0.01990716094663205f;
  p = p * e - 0.05706420079645069f;
  p = p * e + 0.10614264690240381f;
  p = p * e - 0.15311863103902631f;
  p = p * e + 0.19678117256900582f;
  p = p * e - 0.2495455887119472f;
  p = p * e + 0.33330004036235005f;
  p = p * e - 0.49999903992765f;
  p = p * e + 0.9999999953848525f;
  return p * e;
}

/* log v for normal v > 0. */
INLINE vec logarithm(vec v) {
  const int32_t sqrt_half = 0x3f3504f3;
  ivec bits = bits_of_vec(v) - sqrt_half;
  vec e = __builtin_convertvector(bits >> 23, vec);
  vec x = vec_of_bits((bits & 0x7fffff) + sqrt_half) - 1.0f;
  vec z = x * x;
  vec p = x * 7.0376836292e-2f - 1.1514610310e-1f;
  p = p * x + 1.1676998740e-1f;
  p = p * x - 1.2420140846e-1f;
  p = p * x + 1.4249322787e-1f;
  p = p * x - 1.6668057665e-1f;
  p = p * x + 2.0000714765e-1f;
  p = p * x - 2.4999993993e-1f;
  p = p * x + 3.3333331174e-1f;
  p = p * x * z - e * 2.12194440e-4f;
  p = p - z * 0.5f;
  return e * 0.693359375f + (x + p);
}

/* log(λ·eʳ + 1 − λ). */
INLINE vec log_mixture(vec r, float lambda) {
  if (lambda == 1) return r;
  vec t = exp_of_negative(-absolute(r));
  vec model = splat(lambda), rest = splat(1 - lambda);
  vec v = choose(r > 0, rest, model) * t + choose(r > 0, model, rest);
  return logarithm(v) + max_of(r, splat(0));
}

/* softplus(−|x|). */
INLINE vec softplus_of_minus_abs(vec x) { return log_one_plus(exp_of_negative(-absolute(x))); }

#endif
