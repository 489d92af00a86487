import { totalmem } from 'node:os';
import { KeywordError } from '../../errors.js';
import type { Kernel, TrainingMemory } from '../../kernel/kernel.js';
import { copyRow, floatMatrix } from '../../math/matrix.js';
import { nextRandom, randomState } from '../../math/random.js';
import type { HuffmanTree } from '../../model/huffman.js';
import type { SkipGramModel } from '../../model/skip-gram.js';
import type { Vocabulary } from '../../model/vocabulary.js';
import type { ResolvedOf, trainOptions } from '../../options.js';
import { fillKeepThresholds } from '../../train/subsampling.js';
import type { TrainEvent } from '../../train/train-events.js';
import { fillGivenVectors, type GivenVectors } from '../models/given-vectors.js';

/** Token ids handed to a kernel at a time. */
export const chunkLength = 10_000;

/** The options of a training with the number of threads made up. */
export type TrainModelOptions = ResolvedOf<typeof trainOptions> & { readonly threads: number };

/**
 * Takes memory for training and fills it: the tree, the thresholds of subsampling, and first vectors. With
 * `deterministic` each thread gets a replica of its own.
 *
 * @param given input vectors that are to stay as they are
 * @param start a model with this vocabulary that the training goes on from
 * @throws KeywordError OUT_OF_MEMORY; INVALID_OPTION when the input vectors of `start` are not the given ones
 */
export function allocateTraining(
  kernel: Kernel,
  vocabulary: Vocabulary,
  tree: HuffmanTree,
  options: TrainModelOptions,
  tokenIds: number,
  report: (event: TrainEvent) => void,
  given?: GivenVectors,
  start?: SkipGramModel,
): TrainingMemory[] {
  const V = vocabulary.words.length;
  const P = tree.nodes.length;
  const vectors = 2 * V * options.dim * 4;
  const replicas = options.deterministic ? options.threads : 1;
  // Each replica has vectors and tree; the model has both once more, and replicas also a common start.
  const total = (replicas + (replicas > 1 ? 2 : 1)) * vectors + (replicas + 1) * (5 * P + 4 * V) + 40 * V;
  report({ type: 'memory', vectors, total, disk: 4 * tokenIds, kernel: kernel.name, threads: options.threads });
  const tooMuch = (cause?: unknown) =>
    new KeywordError(
      'OUT_OF_MEMORY',
      `${V} words × ${options.dim} need about ${Math.ceil(total / 2 ** 20)} MiB, more than is available. ` +
        'Lower `dim` or `maxVocabulary`, or raise `minCount`.',
      { cause },
    );
  if (total > totalmem()) throw tooMuch();
  try {
    const shape = {
      vocabularySize: V,
      dim: options.dim,
      pathLength: P,
      maxPathLength: longestPath(tree),
      window: options.window,
      chunkLength,
      threads: replicas > 1 ? 1 : options.threads,
      frozenInputs: given !== undefined,
    };
    return Array.from({ length: replicas }, () => {
      const memory = kernel.allocateTraining(shape);
      memory.pathOffsets.set(tree.offsets);
      memory.pathNodes.set(tree.nodes);
      memory.pathCodes.set(tree.codes);
      fillKeepThresholds(memory.keepThresholds, vocabulary.counts, vocabulary.tokenCount, options.subsample);
      if (given) fillGivenVectors(given, vocabulary.words, memory);
      if (start) fillFrom(start, memory, given);
      if (!given && !start) fillInputVectors(memory.inputVectors, memory.stride, V, options);
      return memory;
    });
  } catch (error) {
    throw error instanceof RangeError ? tooMuch(error) : error;
  }
}

function longestPath({ offsets }: HuffmanTree): number {
  let longest = 0;
  for (let w = 0; w + 1 < offsets.length; w++) longest = Math.max(longest, offsets[w + 1] - offsets[w]);
  return longest;
}

/** Input vectors start uniform in ±1/(2D), node vectors at 0, as in word2vec.c. */
export function fillInputVectors(
  inputVectors: Float32Array,
  stride: number,
  V: number,
  { dim, seed }: Pick<TrainModelOptions, 'dim' | 'seed'>,
): void {
  let state = randomState(seed, 0, 0);
  for (let w = 0; w < V; w++) {
    for (let d = 0; d < dim; d++) {
      state = nextRandom(state);
      inputVectors[w * stride + d] = (state / 2 ** 32 - 0.5) / dim;
    }
  }
}

function fillFrom(
  start: SkipGramModel,
  { inputVectors, nodeVectors, stride }: TrainingMemory,
  given: GivenVectors | undefined,
): void {
  const before = given && inputVectors.slice();
  for (let row = 0; row < start.inputVectors.rows; row++) copyRow(start.inputVectors, row, inputVectors, row * stride);
  for (let row = 0; row < start.nodeVectors.rows; row++) copyRow(start.nodeVectors, row, nodeVectors, row * stride);
  if (before?.every((value, i) => value === inputVectors[i]) === false) {
    throw new KeywordError(
      'INVALID_OPTION',
      `The vectors in ${given!.name} are not those that the training began with. Give the same file.`,
    );
  }
}

/** A model with vectors of its own, without the kernel's padding; {@link copyVectors} fills it. */
export function modelOver(vocabulary: Vocabulary, tree: HuffmanTree, D: number): SkipGramModel {
  const V = vocabulary.words.length;
  return {
    vocabulary,
    tree,
    inputVectors: floatMatrix(new Float32Array(V * D), V, D),
    nodeVectors: floatMatrix(new Float32Array((V - 1) * D), V - 1, D),
  };
}

/** Brings what was trained into the model. */
export function copyVectors(
  { stride, inputVectors, nodeVectors }: Pick<TrainingMemory, 'stride' | 'inputVectors' | 'nodeVectors'>,
  model: SkipGramModel,
): void {
  for (const [from, to] of [
    [inputVectors, model.inputVectors],
    [nodeVectors, model.nodeVectors],
  ] as const) {
    for (let row = 0; row < to.rows; row++) {
      to.data.set(from.subarray(row * stride, row * stride + to.columns), row * to.columns);
    }
  }
}
