/* assembly/scoring.ts, panels.ts, node-rows.ts, and the layout of scoring-state.ts. */
#ifndef SCORING_H
#define SCORING_H

#include "kernel.h"
#include "logistic.h"

/* Candidates side by side; with narrow vectors two vectors of them, so that a node once loaded is used twice. */
#define PANEL_VECTORS (LANES == 4 ? 2 : 1)
#define PANEL (PANEL_VECTORS * LANES)
/* Nodes whose sums with a panel stay in registers. */
#define TILE_NODES (8 / PANEL_VECTORS)

static size_t lay_out_scorer(struct scorer *s, char *scratch, size_t longest_path) {
  char *end = scratch;
  s->block_stride = (s->columns + 3) & ~(size_t)3;
  s->max_nodes = ((longest_path > 1024 ? longest_path : 1024) + NODE_BLOCK - 1) & ~(size_t)(NODE_BLOCK - 1);
  s->max_steps = 16 * s->max_nodes;
  s->node_ids = take(&end, s->max_nodes * sizeof(int32_t));
  s->zeros = take(&end, s->max_nodes * sizeof(float));
  s->ones = take(&end, s->max_nodes * sizeof(float));
  s->steps = take(&end, s->max_steps * sizeof(uint32_t));
  s->path_ends = take(&end, MAX_WORDS * sizeof(uint32_t));
  s->log_shares = take(&end, MAX_WORDS * sizeof(float));
  s->weights = take(&end, MAX_WORDS * sizeof(float));
  s->candidates = take(&end, MAX_CANDIDATES * s->columns * sizeof(float));
  s->panels = take(&end, MAX_CANDIDATES * s->columns * sizeof(float));
  s->block = take(&end, NODE_BLOCK * s->block_stride * sizeof(float));
  s->dots = take(&end, NODE_BLOCK * PANEL * sizeof(float));
  s->costs = take(&end, MAX_CANDIDATES * s->max_nodes * 2 * sizeof(float));
  s->scores = take(&end, MAX_CANDIDATES * sizeof(double));
  s->results = take(&end, MAX_CANDIDATES * MAX_WORDS * sizeof(float));
  return (size_t)(end - scratch);
}

static float half_to_float(uint16_t half) {
  uint32_t bits = (uint32_t)(half & 0x7fff) << 13;
  float magnitude;
  memcpy(&magnitude, &bits, sizeof bits);
  magnitude *= 5192296858534827628530496329220096.0f;
  return half & 0x8000 ? -magnitude : magnitude;
}

/* Vectors of `count` nodes, from place `first` of node_ids on, as 32-bit floats in `block`. */
static void load_block(struct scorer *s, size_t first, size_t count) {
  for (size_t i = 0; i < count; i++) {
    size_t from = (size_t)s->node_ids[first + i] * s->columns;
    float *to = s->block + i * s->block_stride;
    if (s->format == INT8) {
      const int8_t *row = (const int8_t *)s->node_vectors + from;
      float scale = s->scales[s->node_ids[first + i]];
      for (size_t d = 0; d < s->columns; d++) to[d] = row[d] * scale;
    } else if (s->format == F16) {
      const uint16_t *row = (const uint16_t *)s->node_vectors + from;
      for (size_t d = 0; d < s->columns; d++) to[d] = half_to_float(row[d]);
    } else {
      memcpy(to, (const float *)s->node_vectors + from, s->columns * sizeof(float));
    }
  }
}

INLINE size_t panel_count(size_t candidates) { return (candidates + PANEL - 1) / PANEL; }

static void pack_candidates(struct scorer *s, size_t count) {
  for (size_t c = 0; c < count; c++) {
    const float *from = s->candidates + c * s->columns;
    float *to = s->panels + c / PANEL * s->columns * PANEL + c % PANEL;
    for (size_t d = 0; d < s->columns; d++) to[d * PANEL] = from[d];
  }
}

/* dots[i, c] = θ_i · x_c for the first `count` rows of `block`, and up to TILE_NODES − 1 more. */
static void dot_panel(struct scorer *s, const float *panel, size_t count) {
  for (size_t i = 0; i < count; i += TILE_NODES) {
    const float *rows = s->block + i * s->block_stride;
    vec sums[TILE_NODES][PANEL_VECTORS];
    UNROLLED
    for (int n = 0; n < TILE_NODES; n++) {
      UNROLLED
      for (int v = 0; v < PANEL_VECTORS; v++) sums[n][v] = splat(0);
    }
    for (size_t d = 0; d < s->columns; d++) {
      vec x[PANEL_VECTORS];
      UNROLLED
      for (int v = 0; v < PANEL_VECTORS; v++) x[v] = load(panel + d * PANEL + v * LANES);
      UNROLLED
      for (int n = 0; n < TILE_NODES; n++) {
        UNROLLED
        for (int v = 0; v < PANEL_VECTORS; v++) sums[n][v] += x[v] * rows[n * s->block_stride + d];
      }
    }
    UNROLLED
    for (int n = 0; n < TILE_NODES; n++) {
      UNROLLED
      for (int v = 0; v < PANEL_VECTORS; v++) store(s->dots + (i + n) * PANEL + v * LANES, sums[n][v]);
    }
  }
}

static void score_tally(struct scorer *s, size_t node_count, size_t candidate_count) {
  for (size_t first = 0; first < node_count; first += NODE_BLOCK) {
    size_t count = node_count - first < NODE_BLOCK ? node_count - first : NODE_BLOCK;
    load_block(s, first, count);
    for (size_t p = 0; p < panel_count(candidate_count); p++) {
      dot_panel(s, s->panels + p * s->columns * PANEL, count);
      for (size_t v = 0; v < PANEL; v += LANES) {
        vec sum = splat(0);
        for (size_t i = 0; i < count; i++) {
          vec x = load(s->dots + i * PANEL + v);
          float zero = s->zeros[first + i], one = s->ones[first + i];
          sum += softplus_of_minus_abs(x) * (zero + one) + max_of(-x, splat(0)) * zero + max_of(x, splat(0)) * one;
        }
        for (size_t lane = 0; lane < LANES; lane++) s->scores[p * PANEL + v + lane] -= sum[lane];
      }
    }
  }
}

/* −log p of leaving each node of a block by code 0 and by code 1. */
static void dots_to_costs(const struct scorer *s, float *to, size_t count) {
  for (size_t i = 0; i < count; i++, to += 2 * PANEL) {
    UNROLLED
    for (int v = 0; v < PANEL; v += LANES) {
      vec x = load(s->dots + i * PANEL + v), common = softplus_of_minus_abs(x);
      store(to + v, common + max_of(-x, splat(0)));
      store(to + PANEL + v, common + max_of(x, splat(0)));
    }
  }
}

static void sum_paths(const struct scorer *s, const float *costs, float *to, size_t word_count, float lambda) {
  const uint32_t *step = s->steps;
  for (size_t k = 0; k < word_count; k++) {
    const uint32_t *end = s->steps + s->path_ends[k];
    vec sums[PANEL_VECTORS];
    UNROLLED
    for (int v = 0; v < PANEL_VECTORS; v++) sums[v] = splat(0);
    for (; step < end; step++) {
      UNROLLED
      for (int v = 0; v < PANEL_VECTORS; v++) sums[v] -= load(costs + *step * (size_t)PANEL + v * LANES);
    }
    if (lambda > 0) {
      UNROLLED
      for (int v = 0; v < PANEL_VECTORS; v++) sums[v] = s->weights[k] * log_mixture(sums[v] - s->log_shares[k], lambda);
    }
    for (int c = 0; c < PANEL; c++) to[c * word_count + k] = sums[c / LANES][c % LANES];
  }
}

static void log_probabilities(struct scorer *s, size_t node_count, size_t candidate_count, size_t word_count,
                              float lambda) {
  for (size_t first = 0; first < node_count; first += NODE_BLOCK) {
    size_t count = node_count - first < NODE_BLOCK ? node_count - first : NODE_BLOCK;
    load_block(s, first, count);
    for (size_t p = 0; p < panel_count(candidate_count); p++) {
      dot_panel(s, s->panels + p * s->columns * PANEL, count);
      dots_to_costs(s, s->costs + (p * s->max_nodes + first) * 2 * PANEL, count);
    }
  }
  for (size_t p = 0; p < panel_count(candidate_count); p++)
    sum_paths(s, s->costs + p * s->max_nodes * 2 * PANEL, s->results + p * PANEL * word_count, word_count, lambda);
}

#endif
