// The training phase of trainModel, timed, on a share of the corpus.
//
//   telltale-runner.mjs CORPUS OUTPUT DIM WINDOW MIN_COUNT SUBSAMPLE THREADS LEARNING_RATE SEED KERNEL [SHARE]
//
// OUTPUT may be empty. Words are counted in the whole corpus, and the first SHARE of it, all without it, is trained on with
// a whole schedule of learning rates. Prints one line of JSON. Wall time begins when the threads are made, CPU time
// already when memory for the vectors is taken, so both contain a little more than the peers' do.
import { resolveOptions } from '../../packages/core/dist/check-options.js';
import { buildHuffmanTree } from '../../packages/core/dist/model/huffman.js';
import { createTokenizer } from '../../packages/core/dist/node/models/tokenizers.js';
import { selectKernel } from '../../packages/core/dist/node/platform/kernels.js';
import { encodeCorpus } from '../../packages/core/dist/node/training/encode-corpus.js';
import { EncodeThreads } from '../../packages/core/dist/node/training/encode-threads.js';
import { runEpochs } from '../../packages/core/dist/node/training/run-epochs.js';
import { allocateTraining, modelOver } from '../../packages/core/dist/node/training/training-memory.js';
import { readCorpus, writeModelFile } from '../../packages/core/dist/node.js';
import { trainOptions } from '../../packages/core/dist/options.js';

const [path, output, ...rest] = process.argv.slice(2);
const [dim, window, minCount, subsample, threads, learningRate, seed] = rest.slice(0, 7).map(Number);
const [kernel, share = '1'] = rest.slice(7);
const text = { tokenizer: 'whitespace', normalization: 'none' };
const options = {
  ...resolveOptions(trainOptions, {
    ...text,
    epochs: 1,
    heldOut: 0,
    dim,
    window,
    minCount,
    subsample,
    seed,
    learningRate,
  }),
  threads,
};
const result = {};
let cpu;
const report = (event) => {
  if (event.type === 'corpus' && event.done) result.vocabularySeconds = event.seconds;
  if (event.type === 'vocabulary') result.words = event.words;
  if (event.type === 'memory') cpu = process.cpuUsage();
  if (event.type === 'epoch') {
    const { user, system } = process.cpuUsage(cpu);
    Object.assign(result, { seconds: event.seconds, cpuSeconds: (user + system) / 1e6, pairs: event.pairs });
  }
};
const { vocabulary, tokenFile } = await encodeCorpus(readCorpus([path]), new EncodeThreads(text, 1), options, report);
const tree = buildHuffmanTree(vocabulary.counts);
const memories = allocateTraining(selectKernel(kernel), vocabulary, tree, options, tokenFile.length, report);
const model = modelOver(vocabulary, tree, dim);
const part = { fd: tokenFile.fd, length: Math.round(tokenFile.length * Number(share)) };
const trained = { tokenFile: part, heldOut: [], tokens: vocabulary.tokenCount * Number(share) };
await runEpochs(memories, model, trained, options, { report });
tokenFile.close();
if (output) {
  const corpus = { name: '', tokens: 0, documents: vocabulary.documentCount };
  const { description: tokenizer } = createTokenizer(text);
  await writeModelFile(output, model, { formatVersion: 1, source: '', tokenizer, training: {}, corpus, licence: '' });
}
console.log(JSON.stringify(result));
