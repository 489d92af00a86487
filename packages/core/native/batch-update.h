/* assembly/batch-update.ts. */
#ifndef BATCH_UPDATE_H
#define BATCH_UPDATE_H

#include "kernel.h"
#include "logistic.h"
#include "products.h"

enum { BATCH = 4 };

/* x_i · θ_j += Σ_{k<i} g_kj · (x_k · x_i), then g_ij from it, then h_ik = Σ_j g_ij · g_kj. */
INLINE double finish_row(const struct training *t, size_t i, const float *overlaps, size_t path_length,
                         float learning_rate, int sampled) {
  float *row = t->factors + i * t->factor_stride;
  vec loss = splat(0);
  vec weights[BATCH];
  for (size_t k = 0; k < BATCH; k++) weights[k] = splat(0);
  for (size_t j = 0; j < path_length; j += LANES) {
    vec dots = load(row + j);
    for (size_t k = 0; k < i; k++) dots += load(t->factors + k * t->factor_stride + j) * overlaps[k];
    vec mask = load(t->mask + j), label = load(t->labels + j);
    if (sampled) {
      vec against = choose(label > 0.5f, -dots, dots);
      loss += (softplus_of_minus_abs(dots) + max_of(against, splat(0))) * mask;
    }
    vec gradient = (label - sigmoid(dots)) * (mask * learning_rate);
    store(row + j, gradient);
    for (size_t k = 0; k < i; k++) weights[k] += load(t->factors + k * t->factor_stride + j) * gradient;
  }
  store_sums_of_four(row + path_length, weights[0], weights[1], weights[2], weights[3]);
  return sampled ? sum_lanes(loss) : 0;
}

/* Update of a batch with tiles of `height` context words. */
INLINE double update_tiled(const int height, const struct training *t, size_t contexts, size_t path_length,
                           float learning_rate, int sampled) {
  const size_t stride = t->stride;
  for (size_t i = 0; i < contexts; i++)
    for (size_t d = 0; d < stride; d += LANES) store(t->context_copies + i * stride + d, load(t->context_rows[i] + d));

  for (size_t i = 0; i < contexts; i += height)
    dot_rows(height, t->context_copies + i * stride, stride, t->path_rows, path_length,
             t->factors + i * t->factor_stride, t->factor_stride);
  dot_pairs_of_four(t->context_copies, stride, t->overlaps);

  double loss = 0;
  size_t first_overlap = 0;
  UNROLLED
  for (size_t i = 0; i < BATCH; first_overlap += i, i++)
    if (i < contexts) loss += finish_row(t, i, t->overlaps + first_overlap, path_length, learning_rate, sampled);

  for (size_t i = 0; i < contexts && !t->frozen_inputs; i += height)
    add_rows(height, t->context_rows + i, t->factors + i * t->factor_stride, t->factor_stride, 1, t->path_rows,
             path_length + i + height - 1, stride);
  for (size_t j = 0; j < path_length; j += TILE)
    add_rows(TILE, t->path_rows + j, t->factors + j, 1, t->factor_stride, t->path_rows + path_length, contexts, stride);
  return loss;
}

/* `context_rows` is filled up with `waste_row` to BATCH. */
static double update_batch(const struct training *t, size_t contexts, size_t path_length, float learning_rate,
                           int sampled) {
  if (contexts <= 2) return update_tiled(2, t, contexts, path_length, learning_rate, sampled);
  return update_tiled(TILE, t, contexts, path_length, learning_rate, sampled);
}

#endif
