/*
 * The door to JavaScript, by Node-API: an `Instance` has the functions and numbers that an instance of the WebAssembly
 * module has, so that one glue serves both. Addresses are byte offsets from the first cache line of the memory it was
 * made with. The glue checks what it passes; nothing is checked again here.
 */
#include <node_api.h>
#include <stdlib.h>
#include <string.h>

#include "kernel.h"

#if defined(__x86_64__)
extern const struct variant variant_avx512, variant_avx2, variant_baseline;
#elif defined(__aarch64__)
extern const struct variant variant_neon;
#else
extern const struct variant variant_baseline;
#endif

/* The variants that run on this processor, best first; returns how many. */
static size_t list_variants(const struct variant *out[3]) {
  size_t count = 0;
#if defined(__x86_64__)
  __builtin_cpu_init();
  int avx2 = __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma");
  if (avx2 && __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq") &&
      __builtin_cpu_supports("avx512vl"))
    out[count++] = &variant_avx512;
  if (avx2) out[count++] = &variant_avx2;
  out[count++] = &variant_baseline;
#elif defined(__aarch64__)
  out[count++] = &variant_neon;
#else
  out[count++] = &variant_baseline;
#endif
  return count;
}

struct instance {
  const struct variant *variant;
  char *memory;
  napi_ref memory_owner;
  struct training training;
  struct scorer scorer;
};

enum { MAX_ARGUMENTS = 8 };

/* Reads `this` and up to MAX_ARGUMENTS numbers. */
static struct instance *arguments(napi_env env, napi_callback_info info, double numbers[MAX_ARGUMENTS]) {
  size_t count = MAX_ARGUMENTS;
  napi_value values[MAX_ARGUMENTS], self;
  void *instance = NULL;
  napi_get_cb_info(env, info, &count, values, &self, NULL);
  for (size_t i = 0; i < count && i < MAX_ARGUMENTS; i++) napi_get_value_double(env, values[i], &numbers[i]);
  if (napi_unwrap(env, self, &instance) != napi_ok) napi_throw_type_error(env, NULL, "Not a kernel instance.");
  return instance;
}

static napi_value number(napi_env env, double value) {
  napi_value result;
  napi_create_double(env, value, &result);
  return result;
}

/* A method that takes numbers and returns a number, or nothing. */
#define METHOD(name)                                                         \
  static double name##_numbers(struct instance *instance, const double *a);  \
  static napi_value name(napi_env env, napi_callback_info info) {            \
    double numbers[MAX_ARGUMENTS] = {0};                                     \
    struct instance *instance = arguments(env, info, numbers);               \
    return instance ? number(env, name##_numbers(instance, numbers)) : NULL; \
  }                                                                          \
  static double name##_numbers(struct instance *instance, const double *a)

METHOD(set_training_shape) {
  struct training *t = &instance->training;
  t->vocabulary_size = a[0];
  t->stride = a[1];
  t->max_window = a[2];
  t->path_capacity = a[3];
  t->chunk_capacity = a[4];
  size_t rows = t->vocabulary_size - 1;
  t->hot_rows = a[5] > 1 ? (rows < MAX_HOT_ROWS ? rows : MAX_HOT_ROWS) : 0;
  t->max_uses = a[5] < USES_OF_ALL_THREADS ? USES_OF_ALL_THREADS / (uint32_t)a[5] : 1;
  t->first_hot_node = rows - t->hot_rows;
  t->frozen_inputs = a[6] != 0;
  t->hot_words = t->frozen_inputs ? 0 : t->hot_rows;
  return instance->variant->lay_out_training(t, NULL);
}

METHOD(attach_training) {
  struct training *t = &instance->training;
  char *memory = instance->memory;
  t->input_vectors = (float *)(memory + (size_t)a[0]);
  t->node_vectors = (float *)(memory + (size_t)a[1]);
  t->path_offsets = (const int32_t *)(memory + (size_t)a[2]);
  t->path_nodes = (const int32_t *)(memory + (size_t)a[3]);
  t->path_codes = (const uint8_t *)(memory + (size_t)a[4]);
  t->keep_thresholds = (const uint32_t *)(memory + (size_t)a[5]);
  instance->variant->lay_out_training(t, memory + (size_t)a[6]);
  return 0;
}

METHOD(train) {
  instance->variant->train(&instance->training, a[0], a[1], a[2]);
  return 0;
}

METHOD(synchronize) {
  (void)a;
  instance->variant->synchronize(&instance->training);
  return 0;
}

METHOD(scorer_scratch_bytes) {
  instance->scorer.columns = a[0];
  return instance->variant->lay_out_scorer(&instance->scorer, NULL, a[1]);
}

METHOD(attach_scorer) {
  struct scorer *s = &instance->scorer;
  s->format = a[0];
  s->node_vectors = instance->memory + (size_t)a[1];
  s->scales = (const float *)(instance->memory + (size_t)a[2]);
  s->columns = a[3];
  instance->variant->lay_out_scorer(s, instance->memory + (size_t)a[5], a[4]);
  return 0;
}

METHOD(pack_candidates) {
  instance->variant->pack_candidates(&instance->scorer, a[0]);
  return 0;
}

METHOD(score_tally) {
  instance->variant->score_tally(&instance->scorer, a[0], a[1]);
  return 0;
}

METHOD(log_probabilities) {
  instance->variant->log_probabilities(&instance->scorer, a[0], a[1], a[2], a[3]);
  return 0;
}

/* A property: an address as offset into the memory, or a size. */
#define GETTER(name, expression) \
  METHOD(get_##name) {           \
    (void)a;                     \
    return (double)(expression); \
  }
#define OFFSET(pointer) ((char *)(pointer) - instance->memory)

GETTER(lanes, instance->variant->lanes)
GETTER(token_ids, OFFSET(instance->training.token_ids))
GETTER(result, OFFSET(instance->training.result))
GETTER(max_candidates, ((void)instance, MAX_CANDIDATES))
GETTER(max_words, ((void)instance, MAX_WORDS))
GETTER(max_nodes, instance->scorer.max_nodes)
GETTER(max_steps, instance->scorer.max_steps)
GETTER(node_ids, OFFSET(instance->scorer.node_ids))
GETTER(zeros, OFFSET(instance->scorer.zeros))
GETTER(ones, OFFSET(instance->scorer.ones))
GETTER(steps, OFFSET(instance->scorer.steps))
GETTER(path_ends, OFFSET(instance->scorer.path_ends))
GETTER(log_shares, OFFSET(instance->scorer.log_shares))
GETTER(weights, OFFSET(instance->scorer.weights))
GETTER(candidates, OFFSET(instance->scorer.candidates))
GETTER(scores, OFFSET(instance->scorer.scores))
GETTER(results, OFFSET(instance->scorer.results))

static void free_instance(napi_env env, void *data, void *hint) {
  (void)hint;
  struct instance *instance = data;
  if (instance->memory_owner) napi_delete_reference(env, instance->memory_owner);
  free(instance);
}

/* Start of the memory behind a Uint8Array, which may be shared between threads; NULL if it is none. */
static char *data_of(napi_env env, napi_value array) {
  void *data = NULL;
  napi_typedarray_type type;
  if (napi_get_typedarray_info(env, array, &type, NULL, &data, NULL, NULL) != napi_ok) {
    napi_throw_type_error(env, NULL, "A Uint8Array was expected.");
    return NULL;
  }
  return data;
}

static size_t padding(const char *data) { return (64 - (uintptr_t)data % 64) % 64; }

/* new Instance(memory: Uint8Array, variant: string) */
static napi_value construct(napi_env env, napi_callback_info info) {
  size_t count = 2, length;
  napi_value values[2], self;
  char name[32] = "";
  napi_get_cb_info(env, info, &count, values, &self, NULL);
  char *data = data_of(env, values[0]);
  if (!data) return NULL;
  napi_get_value_string_utf8(env, values[1], name, sizeof name, &length);
  const struct variant *variants[3];
  for (size_t i = 0, n = list_variants(variants); i < n; i++) {
    if (strcmp(variants[i]->name, name)) continue;
    struct instance *instance = calloc(1, sizeof *instance);
    if (!instance) break;
    instance->variant = variants[i];
    instance->memory = data + padding(data);
    napi_create_reference(env, values[0], 1, &instance->memory_owner);
    napi_wrap(env, self, instance, free_instance, NULL, NULL);
    return self;
  }
  napi_throw_type_error(env, NULL, "There is no such variant of the kernel here.");
  return NULL;
}

/* padding(memory: Uint8Array): bytes before the first cache line. */
static napi_value get_padding(napi_env env, napi_callback_info info) {
  size_t count = 1;
  napi_value value;
  napi_get_cb_info(env, info, &count, &value, NULL, NULL);
  char *data = data_of(env, value);
  return data ? number(env, padding(data)) : NULL;
}

#define FUNCTION(name, function) {name, NULL, function, NULL, NULL, NULL, napi_default, NULL}
#define PROPERTY(name, function) {name, NULL, NULL, function, NULL, NULL, napi_default, NULL}

NAPI_MODULE_INIT() {
  const napi_property_descriptor members[] = {
      FUNCTION("setTrainingShape", set_training_shape),
      FUNCTION("attachTraining", attach_training),
      FUNCTION("train", train),
      FUNCTION("synchronize", synchronize),
      FUNCTION("scorerScratchBytes", scorer_scratch_bytes),
      FUNCTION("attachScorer", attach_scorer),
      FUNCTION("packCandidates", pack_candidates),
      FUNCTION("scoreTally", score_tally),
      FUNCTION("logProbabilities", log_probabilities),
      PROPERTY("LANES", get_lanes),
      PROPERTY("tokenIds", get_token_ids),
      PROPERTY("result", get_result),
      PROPERTY("MAX_CANDIDATES", get_max_candidates),
      PROPERTY("MAX_WORDS", get_max_words),
      PROPERTY("maxNodes", get_max_nodes),
      PROPERTY("maxSteps", get_max_steps),
      PROPERTY("nodeIds", get_node_ids),
      PROPERTY("zeros", get_zeros),
      PROPERTY("ones", get_ones),
      PROPERTY("steps", get_steps),
      PROPERTY("pathEnds", get_path_ends),
      PROPERTY("logShares", get_log_shares),
      PROPERTY("weights", get_weights),
      PROPERTY("candidates", get_candidates),
      PROPERTY("scores", get_scores),
      PROPERTY("results", get_results),
  };
  napi_value instance_class, padding_function, names;
  napi_define_class(env, "Instance", NAPI_AUTO_LENGTH, construct, NULL, sizeof members / sizeof *members, members,
                    &instance_class);
  napi_set_named_property(env, exports, "Instance", instance_class);
  napi_create_function(env, "padding", NAPI_AUTO_LENGTH, get_padding, NULL, &padding_function);
  napi_set_named_property(env, exports, "padding", padding_function);

  const struct variant *variants[3];
  napi_create_array(env, &names);
  for (size_t i = 0, n = list_variants(variants); i < n; i++) {
    napi_value name;
    napi_create_string_utf8(env, variants[i]->name, NAPI_AUTO_LENGTH, &name);
    napi_set_element(env, names, i, name);
  }
  napi_set_named_property(env, exports, "variants", names);
  return exports;
}
