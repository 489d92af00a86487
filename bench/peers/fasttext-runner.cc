// The trainer of fastText with its phases timed; everything that computes is the library's own.
//
//   fasttext CORPUS OUTPUT DIM WINDOW MIN_COUNT SUBSAMPLE THREADS LEARNING_RATE SEED
//
// OUTPUT may be empty; DIM 0 stops behind the vocabulary. Prints one line of JSON.
#include <sys/resource.h>

#include <chrono>
#include <fstream>
#include <iostream>

#include "fasttext.h"

using namespace fasttext;

struct Stopwatch {
  std::chrono::steady_clock::time_point start = std::chrono::steady_clock::now();
  double startCpu = cpu();

  double wallSeconds() const { return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count(); }
  double cpuSeconds() const { return cpu() - startCpu; }

  static double cpu() {
    rusage use;
    getrusage(RUSAGE_SELF, &use);
    return use.ru_utime.tv_sec + use.ru_stime.tv_sec + (use.ru_utime.tv_usec + use.ru_stime.tv_usec) / 1e6;
  }
};

class TimedFastText : public FastText {
 public:
  // The steps of FastText::train, with the times between them.
  void trainTimed(const Args& args) {
    args_ = std::make_shared<Args>(args);
    dict_ = std::make_shared<Dictionary>(args_);
    std::ifstream corpus(args.input);
    if (!corpus.is_open()) throw std::invalid_argument("There is no file " + args.input);
    Stopwatch reading;
    dict_->readFromFile(corpus);
    std::cout << "{\"vocabularySeconds\":" << reading.wallSeconds()
              << ",\"vocabularyCpuSeconds\":" << reading.cpuSeconds() << ",\"words\":" << dict_->nwords();
    if (args.dim > 0) {
      input_ = createRandomMatrix();
      output_ = createTrainOutputMatrix();
      quant_ = false;
      model_ = std::make_shared<Model>(input_, output_, createLoss(output_), false);
      Stopwatch training;
      startThreads();
      std::cout << ",\"seconds\":" << training.wallSeconds() << ",\"cpuSeconds\":" << training.cpuSeconds();
      if (!args.output.empty()) saveModel(args.output);
    }
    std::cout << "}" << std::endl;
  }
};

int main(int argc, char** argv) {
  if (argc != 10) return 2;
  Args args;
  args.model = model_name::sg;
  args.loss = loss_name::hs;
  args.input = argv[1];
  args.output = argv[2];
  args.dim = std::stoi(argv[3]);
  args.ws = std::stoi(argv[4]);
  args.minCount = std::stoi(argv[5]);
  // fastText drops every word at 0.
  args.t = std::stod(argv[6]) > 0 ? std::stod(argv[6]) : 1e9;
  args.thread = std::stoi(argv[7]);
  args.lr = std::stod(argv[8]);
  args.seed = std::stoi(argv[9]);
  args.epoch = 1;
  args.minn = args.maxn = args.bucket = 0;
  args.verbose = 0;
  TimedFastText().trainTimed(args);
}
