/* assembly/hot-rows.ts. */
#ifndef HOT_ROWS_H
#define HOT_ROWS_H

#include "kernel.h"
#include "lanes.h"

static void merge(const struct training *t, size_t place, float *shared) {
  float *copy = t->hot_copies + place * t->stride, *original = t->hot_originals + place * t->stride;
  for (size_t d = 0; d < t->stride; d += LANES) {
    vec merged = load(shared + d) + (load(copy + d) - load(original + d));
    store(shared + d, merged);
    store(copy + d, merged);
    store(original + d, merged);
  }
}

static float *hot_row(const struct training *t, size_t place, float *shared) {
  if (++t->hot_uses[place] > t->max_uses) {
    merge(t, place, shared);
    t->hot_uses[place] = 1;
  }
  return t->hot_copies + place * t->stride;
}

INLINE float *context_row(const struct training *t, size_t word) {
  float *row = t->input_vectors + word * t->stride;
  return word < t->hot_words ? hot_row(t, word, row) : row;
}

INLINE float *node_row(const struct training *t, size_t node) {
  float *row = t->node_vectors + node * t->stride;
  return node >= t->first_hot_node ? hot_row(t, t->hot_rows + node - t->first_hot_node, row) : row;
}

static void synchronize(struct training *t) {
  for (size_t i = 0; i < t->hot_words; i++) merge(t, i, t->input_vectors + i * t->stride);
  for (size_t i = 0; i < t->hot_rows; i++)
    merge(t, t->hot_rows + i, t->node_vectors + (t->first_hot_node + i) * t->stride);
  memset(t->hot_uses, 0, 2 * t->hot_rows * sizeof *t->hot_uses);
}

#endif
