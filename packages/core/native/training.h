/* assembly/training.ts and the layout of assembly/training-state.ts. */
#ifndef TRAINING_H
#define TRAINING_H

#include "batch-update.h"
#include "hot-rows.h"
#include "kernel.h"

enum { RUN_LENGTH = 1000, LOSS_INTERVAL = 32 };

static size_t lay_out_training(struct training *t, char *scratch) {
  char *end = scratch;
  size_t paths = (t->path_capacity + LANES - 1) & ~(size_t)(LANES - 1);
  size_t row = t->stride * sizeof(float);
  t->result = take(&end, sizeof *t->result);
  t->token_ids = take(&end, t->chunk_capacity * sizeof(int32_t));
  t->run = take(&end, RUN_LENGTH * sizeof(int32_t));
  t->path_rows = take(&end, (paths + BATCH) * sizeof(float *));
  t->labels = take(&end, paths * sizeof(float));
  t->mask = take(&end, paths * sizeof(float));
  t->context_rows = take(&end, BATCH * sizeof(float *));
  t->context_copies = take(&end, BATCH * row);
  t->overlaps = take(&end, 6 * sizeof(float));
  t->factor_stride = paths + BATCH;
  t->factors = take(&end, BATCH * t->factor_stride * sizeof(float));
  t->zero_row = take(&end, row);
  t->waste_row = take(&end, row);
  t->hot_uses = take(&end, 2 * t->hot_rows * sizeof(uint32_t));
  t->hot_copies = take(&end, 2 * t->hot_rows * row);
  t->hot_originals = take(&end, 2 * t->hot_rows * row);
  return (size_t)(end - scratch);
}

INLINE uint32_t next_random(uint32_t x) {
  x ^= x << 13;
  x ^= x >> 17;
  x ^= x << 5;
  return x;
}

/* Looks the path of a word up. Returns its length, rounded up to a multiple of 4. */
static size_t load_path(struct training *t, size_t word) {
  size_t from = t->path_offsets[word], length = t->path_offsets[word + 1] - from;
  size_t rows = (length + 3) & ~(size_t)3, lanes = (length + LANES - 1) & ~(size_t)(LANES - 1);
  for (size_t j = 0; j < length; j++) {
    t->path_rows[j] = node_row(t, t->path_nodes[from + j]);
    t->labels[j] = t->path_codes[from + j] ? 0 : 1;
    t->mask[j] = 1;
  }
  for (size_t j = length; j < lanes; j++) t->mask[j] = 0;
  for (size_t j = length; j < rows; j++) t->path_rows[j] = t->zero_row;
  for (size_t i = 0; i < BATCH; i++) t->path_rows[rows + i] = t->context_copies + i * t->stride;
  return rows;
}

static int is_in_batch(const struct training *t, const float *row, size_t contexts) {
  for (size_t i = 0; i < contexts; i++)
    if (t->context_rows[i] == row) return 1;
  return 0;
}

/* Makes the words first … last of the run predict the word at centre. Returns the loss, if sampled. */
static double train_window(struct training *t, int32_t centre, int32_t first, int32_t last, float learning_rate,
                           int sampled) {
  size_t path_length = load_path(t, t->run[centre]), contexts = 0;
  double loss = 0;
  for (int32_t position = first; position <= last; position++) {
    if (position == centre) continue;
    float *row = context_row(t, t->run[position]);
    if (contexts == BATCH || is_in_batch(t, row, contexts)) {
      loss += update_batch(t, contexts, path_length, learning_rate, sampled);
      contexts = 0;
    }
    t->context_rows[contexts++] = row;
    for (size_t i = contexts; i < BATCH; i++) t->context_rows[i] = t->waste_row;
  }
  return loss + update_batch(t, contexts, path_length, learning_rate, sampled);
}

static void train(struct training *t, int32_t count, float learning_rate, uint32_t state) {
  struct chunk_result result = {0};
  uint32_t centres = 0;
  for (int32_t at = 0; at < count;) {
    int32_t length = 0;
    while (at < count && length < RUN_LENGTH) {
      int32_t word = t->token_ids[at++];
      if (word < 0) break;
      result.tokens++;
      state = next_random(state);
      if (state <= t->keep_thresholds[word]) t->run[length++] = word;
    }
    for (int32_t centre = 0; centre < length; centre++) {
      state = next_random(state);
      int32_t reach = 1 + (int32_t)(state % t->max_window);
      int32_t first = centre - reach < 0 ? 0 : centre - reach;
      int32_t last = centre + reach >= length ? length - 1 : centre + reach;
      int sampled = centres++ % LOSS_INTERVAL == 0;
      if (first == last) continue;
      result.loss += train_window(t, centre, first, last, learning_rate, sampled);
      result.pairs += last - first;
      if (sampled) result.loss_pairs += last - first;
    }
  }
  *t->result = result;
}

#endif
