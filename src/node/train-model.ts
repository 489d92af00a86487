import { availableParallelism, totalmem } from 'node:os';
import { resolveOptions } from '../check-options.js';
import { KeywordError } from '../errors.js';
import type { Kernel, TrainingMemory } from '../kernel/kernel.js';
import { floatMatrix } from '../math/matrix.js';
import { nextRandom, randomState } from '../math/random.js';
import { buildHuffmanTree, type HuffmanTree } from '../model/huffman.js';
import type { ModelMetadata } from '../model/metadata.js';
import type { SkipGramModel } from '../model/skip-gram.js';
import type { Vocabulary } from '../model/vocabulary.js';
import { type ResolvedOf, type TrainOptions, trainOptions } from '../options.js';
import type { Tokenizer } from '../text/tokenizer.js';
import { heldOutLogProbability } from '../train/held-out.js';
import { fillKeepThresholds } from '../train/subsampling.js';
import type { TrainingSchedule } from '../train/train-epoch.js';
import type { TrainEvent } from '../train/train-events.js';
import { type Documents, type EncodedCorpus, encodeCorpus } from './encode-corpus.js';
import { EncodeThreads, localEncoder } from './encode-threads.js';
import { selectKernel } from './kernels.js';
import { packageVersion } from './package-files.js';
import { createTokenizer } from './tokenizers.js';
import { TrainThreads } from './train-threads.js';

/** Token ids handed to a kernel at a time. */
const CHUNK_LENGTH = 10_000;
/** Pairs the held-out log p is measured on, at most. */
const HELD_OUT_PAIRS = 200_000;

/** What {@link trainModel} takes beside its options. */
export interface TrainHooks {
  /** Called with every {@link TrainEvent}. */
  onEvent?: (event: TrainEvent) => void;
  /** Stops the training; it then throws KeywordError INTERRUPTED. */
  signal?: AbortSignal;
  /** Cuts the documents; made from the options when not given. */
  tokenizer?: Tokenizer;
}

/** A trained model, and what its file says of it. */
export interface TrainedModel {
  readonly model: SkipGramModel;
  readonly metadata: ModelMetadata;
}

/**
 * Trains a skip-gram model with hierarchical softmax: cut and count the corpus, build the tree, pass over the token
 * ids `epochs` times (Mikolov et al. 2013).
 *
 * @param documents one string a document, read once
 * @throws KeywordError INVALID_OPTION, INVALID_CORPUS, OUT_OF_MEMORY, INTERRUPTED, and what reading the documents throws
 */
export async function trainModel(
  documents: Documents,
  given: TrainOptions = {},
  hooks: TrainHooks = {},
): Promise<TrainedModel> {
  const resolved = resolveOptions(trainOptions, given);
  const options: Options = { ...resolved, threads: resolved.threads ?? availableParallelism() };
  const { tokenizer: name, normalization, locale, dictionary } = options;
  const textOptions = { tokenizer: name, normalization, locale, dictionary };
  const tokenizer = hooks.tokenizer ?? createTokenizer(textOptions);
  const encoder = hooks.tokenizer ? localEncoder(hooks.tokenizer) : new EncodeThreads(textOptions, options.threads);
  const report = hooks.onEvent ?? (() => {});
  let corpus: EncodedCorpus | undefined;
  try {
    corpus = await encodeCorpus(documents, encoder, options, report, hooks.signal);
    await encoder.close();
    const { vocabulary } = corpus;
    const tree = buildHuffmanTree(vocabulary.counts);
    const memories = allocate(selectKernel(options.kernel), vocabulary, tree, options, corpus.tokenFile.length, report);
    const model = modelOver(vocabulary, tree, options.dim);
    const heldOut = await runEpochs(memories, model, corpus, options, report, hooks.signal);
    return { model, metadata: describe(options, tokenizer, corpus, heldOut) };
  } catch (error) {
    if (!hooks.signal?.aborted) throw error;
    throw new KeywordError('INTERRUPTED', 'The training was stopped; nothing was written.', { cause: error });
  } finally {
    await encoder.close();
    corpus?.tokenFile.close();
  }
}

type Options = ResolvedOf<typeof trainOptions> & { readonly threads: number };

function allocate(
  kernel: Kernel,
  vocabulary: Vocabulary,
  tree: HuffmanTree,
  options: Options,
  tokenIds: number,
  report: (event: TrainEvent) => void,
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
      `${V} words × ${options.dim} need about ${Math.ceil(total / 2 ** 20)} MiB, more than can be had. ` +
        'Lower --dim or --max-vocabulary, or raise --min-count.',
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
      chunkLength: CHUNK_LENGTH,
      threads: replicas > 1 ? 1 : options.threads,
    };
    return Array.from({ length: replicas }, () => {
      const memory = kernel.allocateTraining(shape);
      memory.pathOffsets.set(tree.offsets);
      memory.pathNodes.set(tree.nodes);
      memory.pathCodes.set(tree.codes);
      fillKeepThresholds(memory.keepThresholds, vocabulary.counts, vocabulary.tokenCount, options.subsample);
      fillInputVectors(memory, V, options);
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
function fillInputVectors({ inputVectors, stride }: TrainingMemory, V: number, { dim, seed }: Options): void {
  let state = randomState(seed, 0, 0);
  for (let w = 0; w < V; w++) {
    for (let d = 0; d < dim; d++) {
      state = nextRandom(state);
      inputVectors[w * stride + d] = (state / 2 ** 32 - 0.5) / dim;
    }
  }
}

async function runEpochs(
  memories: readonly TrainingMemory[],
  model: SkipGramModel,
  corpus: EncodedCorpus,
  options: Options,
  report: (event: TrainEvent) => void,
  signal?: AbortSignal,
): Promise<number> {
  const { epochs } = options;
  const schedule: TrainingSchedule = { ...options, chunkLength: CHUNK_LENGTH };
  const { fd, length } = corpus.tokenFile;
  const threads = new TrainThreads(memories, schedule, { fd, length });
  const start = performance.now();
  const tokensPerEpoch = corpus.vocabulary.tokenCount;
  let heldOut = Number.NaN;
  let epoch = 0;
  const timer = setInterval(() => {
    const { tokens, loss, lossPairs } = threads.totals();
    const done = epoch * tokensPerEpoch + tokens;
    const tokensPerSecond = done / ((performance.now() - start) / 1000);
    const secondsLeft = (epochs * tokensPerEpoch - done) / tokensPerSecond;
    const share = tokens / tokensPerEpoch;
    report({ type: 'progress', epoch: epoch + 1, epochs, share, tokensPerSecond, secondsLeft, loss: loss / lossPairs });
  }, 1000);
  const stop = () => threads.stop();
  signal?.addEventListener('abort', stop);
  try {
    for (; epoch < epochs; epoch++) {
      signal?.throwIfAborted();
      const { tokens, pairs, loss, lossPairs } = await threads.runEpoch(epoch);
      signal?.throwIfAborted();
      copyVectors(memories[0], model);
      heldOut = heldOutLogProbability(model, corpus.heldOut, { ...options, maxPairs: HELD_OUT_PAIRS });
      const seconds = (performance.now() - start) / 1000;
      report({
        type: 'epoch',
        epoch: epoch + 1,
        epochs,
        tokens,
        pairs,
        loss: loss / lossPairs,
        heldOutLogProbability: heldOut,
        seconds,
      });
    }
  } finally {
    clearInterval(timer);
    signal?.removeEventListener('abort', stop);
    await threads.close();
  }
  if (
    ![model.inputVectors, model.nodeVectors].every((matrix) => (matrix.data as Float32Array).every(Number.isFinite))
  ) {
    throw new KeywordError(
      'INVALID_OPTION',
      `The vectors grew beyond all bounds at learning rate ${options.learningRate}. Lower --learning-rate.`,
    );
  }
  return heldOut;
}

/** A model with vectors of its own, without the kernel's padding; {@link copyVectors} fills it. */
function modelOver(vocabulary: Vocabulary, tree: HuffmanTree, D: number): SkipGramModel {
  const V = vocabulary.words.length;
  return {
    vocabulary,
    tree,
    inputVectors: floatMatrix(new Float32Array(V * D), V, D),
    nodeVectors: floatMatrix(new Float32Array((V - 1) * D), V - 1, D),
  };
}

function copyVectors({ stride, inputVectors, nodeVectors }: TrainingMemory, model: SkipGramModel): void {
  for (const [from, to] of [
    [inputVectors, model.inputVectors],
    [nodeVectors, model.nodeVectors],
  ] as const) {
    for (let row = 0; row < to.rows; row++) {
      to.data.set(from.subarray(row * stride, row * stride + to.columns), row * to.columns);
    }
  }
}

function describe(
  options: Options,
  tokenizer: Tokenizer,
  { vocabulary, tokenCount }: EncodedCorpus,
  heldOut: number,
): ModelMetadata {
  const { dim, window, minCount, maxVocabulary, subsample, epochs, learningRate, minLearningRate, seed, threads } =
    options;
  return {
    formatVersion: 1,
    source: `telltale ${packageVersion()}`,
    tokenizer: tokenizer.description,
    training: { dim, window, minCount, maxVocabulary, subsample, epochs, learningRate, minLearningRate, seed, threads },
    corpus: { name: options.corpusName, tokens: tokenCount, documents: vocabulary.documentCount },
    licence: options.licence,
    ...(Number.isNaN(heldOut) ? {} : { heldOutLogProbability: heldOut }),
  };
}
