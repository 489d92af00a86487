/* LANES floats at a time, in the vector types of GCC and Clang. Products and sums are fused where there is an FMA. */
#ifndef LANES_H
#define LANES_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

#define INLINE static inline __attribute__((always_inline))
#ifdef __clang__
#define UNROLLED
#else
#define UNROLLED _Pragma("GCC unroll 16")
#endif

typedef float vec __attribute__((vector_size(LANES * 4)));
typedef int32_t ivec __attribute__((vector_size(LANES * 4)));
typedef float vec4 __attribute__((vector_size(16)));
typedef float loose_vec __attribute__((vector_size(LANES * 4), aligned(4), may_alias));
typedef float loose_vec4 __attribute__((vector_size(16), aligned(4), may_alias));

INLINE vec load(const float *from) { return *(const loose_vec *)from; }
INLINE void store(float *to, vec x) { *(loose_vec *)to = x; }
INLINE vec splat(float x) { return (vec){0} + x; }
INLINE vec vec_of_bits(ivec x) { return (vec)x; }
INLINE ivec bits_of_vec(vec x) { return (ivec)x; }

/* a where `which` is all ones, b where it is 0. */
INLINE vec choose(ivec which, vec a, vec b) { return (vec)(((ivec)a & which) | ((ivec)b & ~which)); }
INLINE vec max_of(vec a, vec b) { return choose(a > b, a, b); }
INLINE vec absolute(vec x) { return (vec)((ivec)x & 0x7fffffff); }

#if defined(__clang__) || __GNUC__ >= 12
#define SHUFFLE(a, b, i, j, k, l) __builtin_shufflevector(a, b, i, j, k, l)
#else
typedef int32_t ivec4 __attribute__((vector_size(16)));
#define SHUFFLE(a, b, i, j, k, l) __builtin_shuffle(a, b, (ivec4){i, j, k, l})
#endif

/* Adds the quarters (halves) of a vector up to four lanes. */
INLINE vec4 fold(vec x) {
  vec4 parts[LANES / 4];
  memcpy(parts, &x, sizeof x);
#if LANES == 4
  return parts[0];
#elif LANES == 8
  return parts[0] + parts[1];
#else
  return (parts[0] + parts[1]) + (parts[2] + parts[3]);
#endif
}

INLINE float sum_lanes(vec x) {
  vec4 s = fold(x);
  return (s[0] + s[2]) + (s[1] + s[3]);
}

/* The lane sums of four vectors, side by side. */
INLINE void store_sums_of_four(float *to, vec a, vec b, vec c, vec d) {
  vec4 a4 = fold(a), b4 = fold(b), c4 = fold(c), d4 = fold(d);
  vec4 ab = SHUFFLE(a4, b4, 0, 4, 1, 5) + SHUFFLE(a4, b4, 2, 6, 3, 7);
  vec4 cd = SHUFFLE(c4, d4, 0, 4, 1, 5) + SHUFFLE(c4, d4, 2, 6, 3, 7);
  *(loose_vec4 *)to = SHUFFLE(ab, cd, 0, 1, 4, 5) + SHUFFLE(ab, cd, 2, 3, 6, 7);
}

#endif
