// Tokens per second and held-out log p of a training kernel.
//
//   node bench/kernels/training.mjs corpus.txt [--kernel wasm] [--threads 1] [--dim 100] [--window 5] [--min-count 5]
//     [--subsample 1e-3] [--learning-rate 0.025] [--epochs 1]
//
// The corpus is a segmented text: one document a line, words separated by spaces.
import { parseArgs } from 'node:util';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { chooseKernel } from '../../packages/core/dist/kernel/choose-kernel.js';
import { sigmoid } from '../../packages/core/dist/math/log-sigmoid.js';
import { randomState } from '../../packages/core/dist/math/random.js';
import { registerNativeKernel } from '../../packages/core/dist/node/platform/native-kernel.js';
import { keepThresholds, readCorpus } from './corpus.mjs';

const chunkLength = 10_000;

registerNativeKernel();

if (isMainThread) await main();
else work(workerData);

async function main() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: Object.fromEntries(
      Object.entries({
        kernel: undefined,
        threads: '1',
        dim: '100',
        window: '5',
        'min-count': '5',
        subsample: '1e-3',
        'learning-rate': '0.025',
        epochs: '1',
      }).map(([name, value]) => [name, { type: 'string', ...(value && { default: value }) }]),
    ),
  });
  const { threads, dim, window, epochs } = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, Number(value)]),
  );
  const { counts, tree, training, heldOut } = readCorpus(positionals[0], Number(values['min-count']));
  const kernel = chooseKernel(values.kernel);
  const { memory, shape } = allocate(kernel, counts, tree, { dim, window, threads });
  memory.keepThresholds.set(keepThresholds(counts, Number(values.subsample)));

  const tokenIds = new Int32Array(new SharedArrayBuffer(training.byteLength));
  tokenIds.set(training);
  const tokens = training.reduce((sum, id) => sum + (id >= 0 ? 1 : 0), 0);
  const progress = new Int32Array(new SharedArrayBuffer(8));
  const task = { handle: memory.handle, tokenIds, progress, threads, epochs, totalTokens: tokens * epochs };
  const workers = Array.from(
    { length: threads },
    (_, thread) =>
      new Worker(new URL(import.meta.url), {
        workerData: { ...task, thread, learningRate: Number(values['learning-rate']) },
      }),
  );
  await Promise.all(workers.map((worker) => new Promise((resolve) => worker.once('message', resolve))));
  const start = performance.now();
  const cpu = process.cpuUsage();
  const results = workers.map((worker) => new Promise((resolve) => worker.once('message', resolve)));
  for (const worker of workers) worker.postMessage('start');
  const sums = await Promise.all(results);
  const seconds = (performance.now() - start) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  const loss = sums.reduce((sum, { loss }) => sum + loss, 0) / sums.reduce((sum, { lossPairs }) => sum + lossPairs, 0);
  const row = {
    kernel: kernel.name,
    node: process.version,
    threads,
    dim,
    window,
    vocabulary: shape.vocabularySize,
    tokens: tokens * epochs,
    seconds: Number(seconds.toFixed(2)),
    tokensPerSecond: Math.round((tokens * epochs) / seconds),
    tokensPerCpuSecond: Math.round((tokens * epochs * 1e6) / (user + system)),
    loss: Number(loss.toFixed(4)),
    heldOutLogP: Number(heldOutLogP(memory, heldOut, dim, window).toFixed(4)),
  };
  console.log(JSON.stringify(row));
}

function allocate(kernel, counts, tree, { dim, window, threads }) {
  const V = counts.length;
  let maxPathLength = 0;
  for (let w = 0; w < V; w++) maxPathLength = Math.max(maxPathLength, tree.offsets[w + 1] - tree.offsets[w]);
  const pathLength = tree.nodes.length;
  const shape = {
    vocabularySize: V,
    dim,
    pathLength,
    maxPathLength,
    window,
    chunkLength,
    threads,
    frozenInputs: false,
  };
  const memory = kernel.allocateTraining(shape);
  memory.pathOffsets.set(tree.offsets);
  memory.pathNodes.set(tree.nodes);
  memory.pathCodes.set(tree.codes);
  let state = randomState(1);
  for (let row = 0; row < memory.inputVectors.length; row += memory.stride) {
    for (let d = 0; d < dim; d++) {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      memory.inputVectors[row + d] = (state / 2 ** 32 - 0.5) / dim;
    }
  }
  return { memory, shape };
}

/** A thread trains on its share of the tokens, chunk by chunk, at a rate that falls linearly over all threads. */
function work({ handle, thread, threads, tokenIds, progress, epochs, totalTokens, learningRate }) {
  const worker = chooseKernel(handle.kernel).attachTraining(handle, thread);
  parentPort.once('message', () => {
    const sum = { loss: 0, lossPairs: 0 };
    const end = Math.floor((tokenIds.length * (thread + 1)) / threads);
    for (let epoch = 0; epoch < epochs; epoch++) {
      for (let at = Math.floor((tokenIds.length * thread) / threads); at < end; at += chunkLength) {
        const rate = Math.max(learningRate * (1 - Atomics.load(progress, 0) / totalTokens), learningRate * 1e-4);
        const result = worker.train(
          tokenIds.subarray(at, Math.min(end, at + chunkLength)),
          rate,
          randomState(1, epoch, at),
        );
        worker.synchronize();
        Atomics.add(progress, 0, result.tokens);
        if (epoch === epochs - 1) {
          sum.loss += result.loss;
          sum.lossPairs += result.lossPairs;
        }
      }
    }
    parentPort.postMessage(sum);
  });
  parentPort.postMessage('ready');
}

/** Mean log p(centre | context) over all pairs within the window of every 4th held-out word, in nats. */
function heldOutLogP(memory, ids, dim, window) {
  const { stride, inputVectors, nodeVectors, pathOffsets, pathNodes, pathCodes } = memory;
  let sum = 0;
  let pairs = 0;
  for (let centre = 0; centre < ids.length; centre += 4) {
    if (ids[centre] < 0) continue;
    for (const step of [-1, 1]) {
      for (let i = 1; i <= window && ids[centre + i * step] >= 0; i++) {
        const x = ids[centre + i * step] * stride;
        for (let at = pathOffsets[ids[centre]]; at < pathOffsets[ids[centre] + 1]; at++) {
          const theta = pathNodes[at] * stride;
          let dot = 0;
          for (let d = 0; d < dim; d++) dot += inputVectors[x + d] * nodeVectors[theta + d];
          sum += Math.log(sigmoid(pathCodes[at] ? -dot : dot));
        }
        pairs++;
      }
    }
  }
  return sum / pairs;
}
