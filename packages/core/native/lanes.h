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
/* x − 0 is x for every x and costs nothing; x + 0 would be an addition, for the sake of −0. */
INLINE vec splat(float x) { return x - (vec){0}; }
INLINE vec vec_of_bits(ivec x) { return (vec)x; }
INLINE ivec bits_of_vec(vec x) { return (ivec)x; }

/* a where `which` is all ones, b where it is 0. */
INLINE vec choose(ivec which, vec a, vec b) { return (vec)(((ivec)a & which) | ((ivec)b & ~which)); }
INLINE vec max_of(vec a, vec b) { return choose(a > b, a, b); }
INLINE vec absolute(vec x) { return (vec)((ivec)x & 0x7fffffff); }

/* Lanes of a (0 … LANES − 1) and b (LANES …), the same choice in every four: i and j from a, k and l from b. */
#if LANES == 4
#define CHOICE(i, j, k, l) i, j, k + 4, l + 4
#elif LANES == 8
#define CHOICE(i, j, k, l) i, j, k + 8, l + 8, i + 4, j + 4, k + 12, l + 12
#else
#define CHOICE(i, j, k, l) \
  i, j, k + 16, l + 16, i + 4, j + 4, k + 20, l + 20, i + 8, j + 8, k + 24, l + 24, i + 12, j + 12, k + 28, l + 28
#endif
#if defined(__clang__) || __GNUC__ >= 12
#define SHUFFLE(a, b, ...) __builtin_shufflevector(a, b, __VA_ARGS__)
#else
#define SHUFFLE(a, b, ...) __builtin_shuffle(a, b, (ivec){__VA_ARGS__})
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
  vec ab = SHUFFLE(a, b, CHOICE(0, 1, 0, 1)) + SHUFFLE(a, b, CHOICE(2, 3, 2, 3));
  vec cd = SHUFFLE(c, d, CHOICE(0, 1, 0, 1)) + SHUFFLE(c, d, CHOICE(2, 3, 2, 3));
  vec sums = SHUFFLE(ab, cd, CHOICE(0, 2, 0, 2)) + SHUFFLE(ab, cd, CHOICE(1, 3, 1, 3));
  *(loose_vec4 *)to = fold(sums);
}

#endif
