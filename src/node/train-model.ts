import { availableParallelism } from 'node:os';
import { basename } from 'node:path';
import { resolveOptions } from '../check-options.js';
import { KeywordError } from '../errors.js';
import type { TrainingMemory } from '../kernel/kernel.js';
import { buildHuffmanTree } from '../model/huffman.js';
import type { ModelMetadata } from '../model/metadata.js';
import { logProbability, type SkipGramModel } from '../model/skip-gram.js';
import { type TrainOptions, trainOptions } from '../options.js';
import type { Tokenizer } from '../text/tokenizer.js';
import { heldOutLogProbability } from '../train/held-out.js';
import type { TrainingSchedule } from '../train/train-epoch.js';
import type { TrainEvent } from '../train/train-events.js';
import { type Documents, type EncodedCorpus, encodeCorpus } from './encode-corpus.js';
import { EncodeThreads, localEncoder } from './encode-threads.js';
import { meanSquareLength, readGivenVectors } from './given-vectors.js';
import { selectKernel } from './kernels.js';
import { packageVersion } from './package-files.js';
import { createTokenizer } from './tokenizers.js';
import { TrainThreads } from './train-threads.js';
import { allocateTraining, chunkLength, copyVectors, modelOver, type TrainModelOptions } from './training-memory.js';

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
 * ids `epochs` times (Mikolov et al. 2013). With `inputVectors` these stay as they are and only the inner nodes are
 * fitted: one logistic regression for each node.
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
  const vectors = resolved.inputVectors === undefined ? undefined : await readGivenVectors(resolved.inputVectors);
  if (vectors && ![undefined, vectors.vectors.columns].includes(given.dim)) {
    throw new KeywordError(
      'INVALID_OPTION',
      `dim (--dim) is ${given.dim}, but the vectors in ${vectors.name} have ${vectors.vectors.columns} components. Leave --dim out.`,
    );
  }
  const options: TrainModelOptions = {
    ...resolved,
    dim: vectors?.vectors.columns ?? resolved.dim,
    threads: resolved.threads ?? availableParallelism(),
  };
  const { tokenizer: name, normalization, locale, dictionary } = options;
  const textOptions = { tokenizer: name, normalization, locale, dictionary };
  const tokenizer = hooks.tokenizer ?? createTokenizer(textOptions);
  const encoder = hooks.tokenizer ? localEncoder(hooks.tokenizer) : new EncodeThreads(textOptions, options.threads);
  const report = hooks.onEvent ?? (() => {});
  let corpus: EncodedCorpus | undefined;
  try {
    corpus = await encodeCorpus(documents, encoder, options, report, hooks.signal, vectors);
    await encoder.close();
    const { vocabulary } = corpus;
    const tree = buildHuffmanTree(vocabulary.counts);
    const memories = allocateTraining(
      selectKernel(options.kernel),
      vocabulary,
      tree,
      options,
      corpus.tokenFile.length,
      report,
      vectors,
    );
    const model = modelOver(vocabulary, tree, options.dim);
    const scale = (vectors && meanSquareLength(memories[0], vocabulary)) || 1;
    const learningRate = options.learningRate / scale;
    const minLearningRate = options.minLearningRate / scale;
    const scaled = { ...options, learningRate, minLearningRate };
    const encoded = { ...corpus, tokens: vocabulary.tokenCount };
    const heldOut = await runEpochs(memories, model, encoded, scaled, { report, signal: hooks.signal });
    return { model, metadata: describe(options, tokenizer, corpus, heldOut) };
  } catch (error) {
    if (!hooks.signal?.aborted) throw error;
    throw new KeywordError('INTERRUPTED', 'The training was stopped; nothing was written.', { cause: error });
  } finally {
    await encoder.close();
    corpus?.tokenFile.close();
  }
}

/** What {@link runEpochs} reports to and listens to, and which epochs it runs. */
export interface EpochHooks {
  readonly report: (event: TrainEvent) => void;
  readonly signal?: AbortSignal | undefined;
  readonly first?: number;
  readonly last?: number;
}

/**
 * Passes over the token ids, from epoch `first` up to but not including `last` of the `epochs` of the options.
 *
 * @returns held-out log p after the last
 * @throws KeywordError INVALID_OPTION when the vectors grow beyond all bounds
 */
export async function runEpochs(
  memories: readonly TrainingMemory[],
  model: SkipGramModel,
  corpus: Pick<EncodedCorpus, 'tokenFile' | 'heldOut'> & { readonly tokens: number },
  options: TrainModelOptions,
  { report, signal, first = 0, last = options.epochs }: EpochHooks,
): Promise<number> {
  const { epochs } = options;
  const schedule: TrainingSchedule = { ...options, chunkLength };
  const { fd, length } = corpus.tokenFile;
  const threads = new TrainThreads(memories, schedule, { fd, length });
  const asked = {
    vocabulary: model.vocabulary,
    logProbability: (output: number, input: number) => logProbability(model, output, input),
  };
  const start = performance.now();
  const tokensPerEpoch = corpus.tokens;
  let heldOut = Number.NaN;
  let epoch = first;
  const timer = setInterval(() => {
    const { tokens, loss, lossPairs } = threads.totals();
    if (lossPairs === 0) return; // An epoch has only begun.
    const done = (epoch - first) * tokensPerEpoch + tokens;
    const tokensPerSecond = done / ((performance.now() - start) / 1000);
    const secondsLeft = ((last - first) * tokensPerEpoch - done) / tokensPerSecond;
    const share = tokens / tokensPerEpoch;
    report({ type: 'progress', epoch: epoch + 1, epochs, share, tokensPerSecond, secondsLeft, loss: loss / lossPairs });
  }, 1000);
  const stop = () => threads.stop();
  signal?.addEventListener('abort', stop);
  try {
    for (; epoch < last; epoch++) {
      signal?.throwIfAborted();
      const { tokens, pairs, loss, lossPairs } = await threads.runEpoch(epoch);
      signal?.throwIfAborted();
      copyVectors(memories[0], model);
      heldOut = heldOutLogProbability(asked, corpus.heldOut, { ...options, maxPairs: HELD_OUT_PAIRS });
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

function describe(
  options: TrainModelOptions,
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
    training: {
      ...{ dim, window, minCount, maxVocabulary, subsample, epochs, learningRate, minLearningRate, seed, threads },
      ...(options.inputVectors === undefined ? {} : { inputVectors: basename(options.inputVectors) }),
    },
    corpus: { name: options.corpusName, tokens: tokenCount, documents: vocabulary.documentCount },
    licence: options.licence,
    ...(Number.isNaN(heldOut) ? {} : { heldOutLogProbability: heldOut }),
  };
}
