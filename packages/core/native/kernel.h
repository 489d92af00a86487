/*
 * The native kernel: assembly/ in C, for as wide vectors as the processor has. variant.c is compiled once for every
 * kind of vector; addon.c takes the best variant that runs and shows it to JavaScript. What the files of one name in
 * assembly/ explain is not repeated here.
 */
#ifndef KERNEL_H
#define KERNEL_H

#include <stddef.h>
#include <stdint.h>

/* What one training thread works on: assembly/training-state.ts. `stride` and all sizes count floats. */
struct training {
  float *input_vectors, *node_vectors;
  const int32_t *path_offsets, *path_nodes;
  const uint8_t *path_codes;
  const uint32_t *keep_thresholds;
  size_t vocabulary_size, stride;
  uint32_t max_window;
  int frozen_inputs;

  size_t path_capacity, chunk_capacity;
  int32_t *token_ids, *run;
  struct chunk_result *result;
  float **path_rows, *labels, *mask;
  float **context_rows, *context_copies, *overlaps;
  float *factors;
  size_t factor_stride;
  float *zero_row, *waste_row;

  size_t hot_rows, hot_words, first_hot_node;
  float *hot_copies, *hot_originals;
  uint32_t *hot_uses, max_uses;
};

/* As the glue in src/kernel/memory-training.ts reads it. */
struct chunk_result {
  uint32_t tokens, pairs, loss_pairs, unused;
  double loss;
};

/* What one scorer works on: assembly/scoring-state.ts. */
struct scorer {
  int format;
  const void *node_vectors;
  const float *scales;
  size_t columns, max_nodes, max_steps;

  int32_t *node_ids;
  float *zeros, *ones;
  uint32_t *steps, *path_ends;
  float *log_shares, *weights;
  float *candidates, *panels;
  float *block;
  size_t block_stride;
  float *dots, *costs;
  double *scores;
  float *results;
};

enum { F32, F16, INT8 };
enum { MAX_CANDIDATES = 128, MAX_WORDS = 1024, NODE_BLOCK = 64 };
enum { MAX_HOT_ROWS = 256, USES_OF_ALL_THREADS = 128 };

/* What a variant offers. Layouts start at `scratch`, or at 0 to find out how many bytes they take. */
struct variant {
  const char *name;
  size_t lanes;
  size_t (*lay_out_training)(struct training *, char *scratch);
  void (*train)(struct training *, int32_t count, float learning_rate, uint32_t state);
  void (*synchronize)(struct training *);
  size_t (*lay_out_scorer)(struct scorer *, char *scratch, size_t longest_path);
  void (*pack_candidates)(struct scorer *, size_t count);
  void (*score_tally)(struct scorer *, size_t node_count, size_t candidate_count);
  void (*log_probabilities)(struct scorer *, size_t node_count, size_t candidate_count, size_t word_count,
                            float lambda);
};

/* Takes the next `bytes` bytes of a layout, from the start of a cache line on. */
static inline void *take(char **end, size_t bytes) {
  char *start = *end;
  *end = start + ((bytes + 63) & ~(size_t)63);
  return start;
}

#endif
