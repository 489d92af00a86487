// trainModel with its training phase timed.
//
//   telltale-runner.mjs CORPUS OUTPUT DIM WINDOW MIN_COUNT SUBSAMPLE THREADS LEARNING_RATE SEED KERNEL
//
// OUTPUT may be empty. Prints one line of JSON. Wall time begins when the threads are made, CPU time already when memory
// for the vectors is taken, so both contain a little more than the peers' do.
import { readCorpus, trainModel, writeModelFile } from '../../dist/node.js';

const [corpus, output, dim, window, minCount, subsample, threads, learningRate, seed, kernel] = process.argv.slice(2);
const result = {};
let cpu;
const { model, metadata } = await trainModel(
  readCorpus([corpus]),
  {
    ...{ tokenizer: 'whitespace', normalization: 'none', epochs: 1, heldOut: 0, kernel },
    ...{ dim: Number(dim), window: Number(window), minCount: Number(minCount), subsample: Number(subsample) },
    ...{ threads: Number(threads), learningRate: Number(learningRate), seed: Number(seed) },
  },
  {
    onEvent(event) {
      if (event.type === 'corpus' && event.done) result.vocabularySeconds = event.seconds;
      if (event.type === 'vocabulary') result.words = event.words;
      if (event.type === 'memory') cpu = process.cpuUsage();
      if (event.type === 'epoch') {
        const { user, system } = process.cpuUsage(cpu);
        Object.assign(result, { seconds: event.seconds, cpuSeconds: (user + system) / 1e6, pairs: event.pairs });
      }
    },
  },
);
if (output) await writeModelFile(output, model, metadata);
console.log(JSON.stringify(result));
