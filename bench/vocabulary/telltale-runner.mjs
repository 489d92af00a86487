// Counting and encoding a segmented corpus: words are counted, and their ids are written to disk.
//
//   telltale-runner.mjs CORPUS MIN_COUNT THREADS
import { resolveOptions } from '../../packages/core/dist/check-options.js';
import { encodeCorpus } from '../../packages/core/dist/node/training/encode-corpus.js';
import { EncodeThreads } from '../../packages/core/dist/node/training/encode-threads.js';
import { readCorpus } from '../../packages/core/dist/node.js';
import { trainOptions } from '../../packages/core/dist/options.js';

const [path, minCount, threads] = process.argv.slice(2);
const options = resolveOptions(trainOptions, {
  ...{ tokenizer: 'whitespace', normalization: 'none', minCount: Number(minCount), heldOut: 0 },
});
const { tokenizer, normalization } = options;
const cpu = process.cpuUsage();
const start = performance.now();
const encoder = new EncodeThreads({ tokenizer, normalization }, Number(threads));
const corpus = await encodeCorpus(readCorpus([path]), encoder, options, () => {});
const vocabularySeconds = (performance.now() - start) / 1000;
const { user, system } = process.cpuUsage(cpu);
await encoder.close();
corpus.tokenFile.close();
const words = corpus.vocabulary.words.length;
console.log(JSON.stringify({ vocabularySeconds, vocabularyCpuSeconds: (user + system) / 1e6, words }));
