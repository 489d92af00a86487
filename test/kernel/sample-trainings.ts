import type { Kernel, TrainingMemory, TrainingShape, TrainingWorker } from '../../packages/core/dist/kernel/kernel.js';
import { nextRandom, randomState } from '../../packages/core/dist/math/random.js';
import { buildHuffmanTree, type HuffmanTree } from '../../packages/core/dist/model/huffman.js';

/** Uniform numbers from −1 to 1. */
export function* uniform(seed: number): Generator<number, never> {
  let state = randomState(seed);
  for (;;) {
    state = nextRandom(state);
    yield (state / 2 ** 32) * 2 - 1;
  }
}

/** The tree of V words whose frequencies fall off as 1 / rank. */
export function zipfTree(V: number): HuffmanTree {
  return buildHuffmanTree(Array.from({ length: V }, (_, rank) => Math.round(1e6 / (rank + 1))));
}

/** A tree so lopsided that the longest of its V paths has V − 1 nodes: the counts are Fibonacci numbers. */
export function deepTree(V: number): HuffmanTree {
  const counts = [1, 1];
  while (counts.length < V) counts.push(counts[counts.length - 1] + counts[counts.length - 2]);
  return buildHuffmanTree(counts.reverse());
}

/** Documents of 1 … `longest` Zipf-distributed word indices, a −1 behind each. */
export function randomCorpus(V: number, tokens: number, longest: number, seed: number): Int32Array {
  const numbers = uniform(seed);
  const draw = (end: number) => Math.floor(((numbers.next().value + 1) / 2) * end);
  const ids = new Int32Array(tokens);
  let left = 1 + draw(longest);
  for (let i = 0; i < tokens; i++) {
    ids[i] = left-- === 0 ? -1 : Math.floor(V ** ((numbers.next().value + 1) / 2)) - 1;
    if (left < 0) left = 1 + draw(longest);
  }
  return ids;
}

/** A training set up on a kernel. */
export interface SampleTraining {
  readonly memory: TrainingMemory;
  readonly workers: TrainingWorker[];
}

/** Starts a training with random vectors of size `spread`; the same for every kernel. */
export function startTraining(
  kernel: Kernel,
  tree: HuffmanTree,
  options: Pick<TrainingShape, 'dim' | 'window'> & {
    threads?: number;
    keep?: number;
    spread?: number;
    frozenInputs?: boolean;
  },
): SampleTraining {
  const V = tree.offsets.length - 1;
  const { dim, window, threads = 1, keep = 1, spread = 0.5, frozenInputs = false } = options;
  let maxPathLength = 0;
  for (let w = 0; w < V; w++) maxPathLength = Math.max(maxPathLength, tree.offsets[w + 1] - tree.offsets[w]);
  const memory = kernel.allocateTraining({
    vocabularySize: V,
    dim,
    pathLength: tree.nodes.length,
    maxPathLength,
    window,
    chunkLength: 10_000,
    threads,
    frozenInputs,
  });
  memory.pathOffsets.set(tree.offsets);
  memory.pathNodes.set(tree.nodes);
  memory.pathCodes.set(tree.codes);
  memory.keepThresholds.fill(Math.floor(keep * 0xffffffff));
  const numbers = uniform(7);
  for (const vectors of [memory.inputVectors, memory.nodeVectors]) {
    for (let row = 0; row < vectors.length; row += memory.stride) {
      for (let d = 0; d < dim; d++) vectors[row + d] = numbers.next().value * spread;
    }
  }
  const workers = Array.from({ length: threads }, (_, thread) => kernel.attachTraining(memory.handle, thread));
  return { memory, workers };
}

/** The vectors without what lies between their rows. */
export function dense(vectors: Float32Array, stride: number, dim: number): Float32Array {
  const rows = vectors.length / stride;
  const out = new Float32Array(rows * dim);
  for (let r = 0; r < rows; r++) out.set(vectors.subarray(r * stride, r * stride + dim), r * dim);
  return out;
}
