// word2vec.c as it is, behind a main() that times its phases and keeps what word2vec.c throws away: the node vectors,
// the paths and the counts.
//
//   word2vec CORPUS OUTPUT DIM WINDOW MIN_COUNT SUBSAMPLE THREADS LEARNING_RATE SEED
//
// OUTPUT may be empty; DIM 0 stops behind the vocabulary. Prints one line of JSON.
// SEED is ignored: word2vec.c has none.
#define main word2vec_main
#include "word2vec.c"
#undef main
#include <sys/resource.h>
#include <time.h>

static double wall(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return now.tv_sec + now.tv_nsec / 1e9;
}

static double cpu(void) {
  struct rusage use;
  getrusage(RUSAGE_SELF, &use);
  return use.ru_utime.tv_sec + use.ru_stime.tv_sec + (use.ru_utime.tv_usec + use.ru_stime.tv_usec) / 1e6;
}

// What the main() of word2vec.c sets up before it trains.
static void set_up(char **arg) {
  strcpy(train_file, arg[1]);
  layer1_size = atoi(arg[3]);
  window = atoi(arg[4]);
  min_count = atoi(arg[5]);
  sample = atof(arg[6]);
  num_threads = atoi(arg[7]);
  alpha = starting_alpha = atof(arg[8]);
  cbow = 0, hs = 1, negative = 0, iter = 1, debug_mode = 0;
  vocab = calloc(vocab_max_size, sizeof(struct vocab_word));
  vocab_hash = calloc(vocab_hash_size, sizeof(int));
  expTable = malloc((EXP_TABLE_SIZE + 1) * sizeof(real));
  for (int i = 0; i < EXP_TABLE_SIZE; i++) {
    expTable[i] = exp((i / (real)EXP_TABLE_SIZE * 2 - 1) * MAX_EXP);
    expTable[i] = expTable[i] / (expTable[i] + 1);
  }
}

// V, D; then for every word its text, count and path; then both matrices.
static void save(const char *path) {
  FILE *file = fopen(path, "wb");
  if (!file) exit(1);
  fwrite(&vocab_size, 8, 1, file);
  fwrite(&layer1_size, 8, 1, file);
  for (long long w = 0; w < vocab_size; w++) {
    fwrite(vocab[w].word, 1, strlen(vocab[w].word) + 1, file);
    fwrite(&vocab[w].cn, 8, 1, file);
    fwrite(&vocab[w].codelen, 1, 1, file);
    fwrite(vocab[w].point, 4, vocab[w].codelen, file);
    fwrite(vocab[w].code, 1, vocab[w].codelen, file);
  }
  fwrite(syn0, sizeof(real), vocab_size * layer1_size, file);
  fwrite(syn1, sizeof(real), (vocab_size - 1) * layer1_size, file);
  fclose(file);
}

int main(int argc, char **argv) {
  if (argc != 10) return 2;
  set_up(argv);
  double start = wall(), start_cpu = cpu();
  LearnVocabFromTrainFile();
  printf("{\"vocabularySeconds\":%f,\"vocabularyCpuSeconds\":%f,\"words\":%lld", wall() - start, cpu() - start_cpu,
         vocab_size);
  if (layer1_size) {
    InitNet();
    pthread_t *threads = malloc(num_threads * sizeof(pthread_t));
    start = wall(), start_cpu = cpu();
    for (long t = 0; t < num_threads; t++) pthread_create(&threads[t], NULL, TrainModelThread, (void *)t);
    for (long t = 0; t < num_threads; t++) pthread_join(threads[t], NULL);
    printf(",\"seconds\":%f,\"cpuSeconds\":%f", wall() - start, cpu() - start_cpu);
    if (argv[2][0]) save(argv[2]);
  }
  printf("}\n");
  return 0;
}
