/* assembly/products.ts, with tiles as high as the registers allow: AVX-512 has 32 of them, the others have 16. */
#ifndef PRODUCTS_H
#define PRODUCTS_H

#include "lanes.h"

/* Vectors, or targets, worked on at once. */
#define TILE (LANES == 16 ? 4 : 2)

/* out[t][r] = vectors[t] · rows[r] for `height` vectors, `stride` apart, and row_count rows, a multiple of 4. */
INLINE void dot_rows(const int height, const float *vectors, size_t stride, float *const *rows, size_t row_count,
                     float *out, size_t out_stride) {
  for (size_t r = 0; r < row_count; r += 4) {
    const float *row0 = rows[r], *row1 = rows[r + 1], *row2 = rows[r + 2], *row3 = rows[r + 3];
    vec sums[4][4];
    UNROLLED
    for (int t = 0; t < height; t++) sums[t][0] = sums[t][1] = sums[t][2] = sums[t][3] = splat(0);
    for (size_t d = 0; d < stride; d += LANES) {
      vec part0 = load(row0 + d), part1 = load(row1 + d), part2 = load(row2 + d), part3 = load(row3 + d);
      UNROLLED
      for (int t = 0; t < height; t++) {
        vec x = load(vectors + t * stride + d);
        sums[t][0] += x * part0;
        sums[t][1] += x * part1;
        sums[t][2] += x * part2;
        sums[t][3] += x * part3;
      }
    }
    UNROLLED
    for (int t = 0; t < height; t++)
      store_sums_of_four(out + t * out_stride + r, sums[t][0], sums[t][1], sums[t][2], sums[t][3]);
  }
}

/* Six dot products of four successive rows with each other: 1·0, 2·0, 2·1, 3·0, 3·1, 3·2. */
INLINE void dot_pairs_of_four(const float *rows, size_t stride, float *out) {
  vec s10 = splat(0), s20 = s10, s21 = s10, s30 = s10, s31 = s10, s32 = s10;
  for (size_t d = 0; d < stride; d += LANES) {
    vec a = load(rows + d), b = load(rows + stride + d), c = load(rows + 2 * stride + d),
        e = load(rows + 3 * stride + d);
    s10 += b * a;
    s20 += c * a;
    s21 += c * b;
    s30 += e * a;
    s31 += e * b;
    s32 += e * c;
  }
  store_sums_of_four(out, s10, s20, s21, s30);
  out[4] = sum_lanes(s31);
  out[5] = sum_lanes(s32);
}

/* `width` vectors of each target, from float d on. */
INLINE void add_rows_tile(const int height, const int width, size_t d, float *const *targets, const float *factors,
                          size_t target_step, size_t row_step, float *const *rows, size_t row_count) {
  vec sums[4][4];
  UNROLLED
  for (int t = 0; t < height; t++) {
    UNROLLED
    for (int n = 0; n < width; n++) sums[t][n] = splat(0);
  }
  for (size_t r = 0; r < row_count; r++) {
    const float *row = rows[r] + d;
    vec parts[4];
    UNROLLED
    for (int n = 0; n < width; n++) parts[n] = load(row + n * LANES);
    UNROLLED
    for (int t = 0; t < height; t++) {
      vec factor = splat(factors[t * target_step + r * row_step]);
      UNROLLED
      for (int n = 0; n < width; n++) sums[t][n] += factor * parts[n];
    }
  }
  UNROLLED
  for (int t = 0; t < height; t++) {
    UNROLLED
    for (int n = 0; n < width; n++) {
      float *to = targets[t] + d + n * LANES;
      store(to, load(to) + sums[t][n]);
    }
  }
}

/* targets[t] += Σ_r factors[t · target_step + r · row_step] · rows[r] for `height` targets. */
INLINE void add_rows(const int height, float *const *targets, const float *factors, size_t target_step, size_t row_step,
                     float *const *rows, size_t row_count, size_t stride) {
  size_t d = 0;
  for (; d + 4 * LANES <= stride; d += 4 * LANES)
    add_rows_tile(height, 4, d, targets, factors, target_step, row_step, rows, row_count);
  switch ((stride - d) / LANES) {
    case 3: add_rows_tile(height, 3, d, targets, factors, target_step, row_step, rows, row_count); break;
    case 2: add_rows_tile(height, 2, d, targets, factors, target_step, row_step, rows, row_count); break;
    case 1: add_rows_tile(height, 1, d, targets, factors, target_step, row_step, rows, row_count); break;
  }
}

#endif
