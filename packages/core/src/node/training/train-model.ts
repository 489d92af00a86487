import { availableParallelism } from 'node:os';
import { basename } from 'node:path';
import { resolveOptions } from '../../check-options.js';
import { KeywordError } from '../../errors.js';
import type { KernelName } from '../../kernel/kernel.js';
import { buildHuffmanTree } from '../../model/huffman.js';
import type { ModelMetadata } from '../../model/metadata.js';
import type { Vocabulary } from '../../model/vocabulary.js';
import { type ResolvedOf, type TrainOptions, trainOptions } from '../../options.js';
import type { Tokenizer } from '../../text/tokenizer.js';
import { type CheckpointInterval, parseCheckpointInterval } from '../../train/checkpoint-interval.js';
import { checkOutput, checkSpace } from '../files/check-output.js';
import { claimOutput } from '../files/claim-output.js';
import type { Documents } from '../files/corpus-files.js';
import { meanSquareLength, readGivenVectors } from '../models/given-vectors.js';
import { selectKernel } from '../platform/kernels.js';
import {
  type Checkpoint,
  CheckpointWriter,
  checkCorpus,
  checkIdentity,
  checkpointPath,
  hashCorpus,
  openCheckpoint,
  removeCheckpoint,
  startOf,
  trainingIdentity,
} from './checkpoint.js';
import { requireLearnt, requirePairs, warnOfFewPairs, warnOfLanguage } from './corpus-warnings.js';
import { encodeCorpus } from './encode-corpus.js';
import { runEpochs } from './run-epochs.js';
import type { EncodedCorpus } from './token-file.js';
import { allocateTraining, modelOver, type TrainModelOptions } from './training-memory.js';
import { cutterOf, metadataOf, runTraining, type TrainedModel, type TrainHooks } from './training-run.js';

/** Does the same on every machine and Node.js: its SIMD rounds as IEEE 754 says, and fuses nothing. */
const DETERMINISTIC_KERNEL = 'wasm';

/**
 * Trains a skip-gram model with hierarchical softmax: cut and count the corpus, build the tree, pass over the token
 * ids `epochs` times (Mikolov et al. 2013). With `inputVectors` these stay as they are and only the inner nodes are
 * fitted: one logistic regression for each node.
 *
 * @param documents one string a document, read once
 * @throws KeywordError INVALID_OPTION, INVALID_CORPUS, OUT_OF_MEMORY, INTERRUPTED, and what reading the documents throws
 * @example
 * const { model, metadata } = await trainModel(readCorpus(['news.txt']), { dim: 8, minCount: 1, epochs: 1 });
 * await writeModelFile('mine.safetensors', model, metadata);
 */
export async function trainModel(
  documents: Documents,
  given: TrainOptions = {},
  hooks: TrainHooks = {},
): Promise<TrainedModel> {
  const resolved = resolveOptions(trainOptions, given);
  const { output, checkpoints } = hooks;
  const interval = checkpoints && parseCheckpointInterval(checkpoints.every);
  if (output !== undefined) checkOutput(output);
  const train = (kept?: Kept, checkpoint?: Checkpoint) =>
    trainFrom(documents, resolved, given.dim, hooks, kept, checkpoint);
  if (output === undefined || !checkpoints || !interval) return train();
  const path = checkpointPath(output);
  checkOutput(path);
  const release = claimOutput(path);
  try {
    return await train({ path, interval }, await openCheckpoint(path, checkpoints.resume));
  } finally {
    release();
  }
}

/** Where checkpoints are kept, and how often. */
interface Kept {
  readonly path: string;
  readonly interval: CheckpointInterval;
}

/**
 * @param givenDim the size of the vectors, if it was said
 * @param checkpoint what to go on from
 */
async function trainFrom(
  documents: Documents,
  resolved: ResolvedOf<typeof trainOptions>,
  givenDim: number | undefined,
  hooks: TrainHooks,
  kept: Kept | undefined,
  checkpoint: Checkpoint | undefined,
): Promise<TrainedModel> {
  const { output } = hooks;
  const vectors = resolved.inputVectors === undefined ? undefined : await readGivenVectors(resolved.inputVectors);
  if (vectors && ![undefined, vectors.vectors.columns].includes(givenDim)) {
    throw new KeywordError(
      'INVALID_OPTION',
      `dim is ${givenDim}, but the vectors in ${vectors.name} have ${vectors.vectors.columns} components. Leave it out.`,
      { option: 'dim' },
    );
  }
  const options: TrainModelOptions = {
    ...resolved,
    dim: vectors?.vectors.columns ?? resolved.dim,
    // A training goes on with the threads and the kernel it began with, wherever it does.
    threads: resolved.threads ?? (checkpoint?.identity.threads as number | undefined) ?? availableParallelism(),
  };
  const kernel = selectKernel(
    options.kernel ??
      (checkpoint?.identity.kernel as KernelName | undefined) ??
      (options.deterministic ? DETERMINISTIC_KERNEL : undefined),
  );
  const { tokenizer, encoder } = cutterOf(options, options.threads, hooks.tokenizer);
  const identity = trainingIdentity(options, kernel.name, tokenizer.description);
  if (checkpoint) checkIdentity(checkpoint, identity);
  const report = hooks.onEvent ?? (() => {});
  for (const warning of vectors?.warnings ?? []) report({ type: 'warning', message: `${vectors!.name}: ${warning}` });
  let keeper: CheckpointWriter | undefined;
  return runTraining(
    hooks.signal,
    () => interruption(keeper, options.epochs),
    async (hold) => {
      hold(encoder);
      const corpus = await encodeCorpus(documents, encoder, options, report, hooks.signal, vectors);
      hold(corpus.tokenFile);
      await encoder.close();
      const { vocabulary } = corpus;
      const corpusHash = kept ? hashCorpus(corpus) : '';
      if (checkpoint) checkCorpus(checkpoint, corpusHash, corpus);
      warnOfLanguage(tokenizer, vocabulary, report);
      requirePairs(corpus);
      const tree = buildHuffmanTree(vocabulary.counts);
      if (output !== undefined) checkSpace(output, spaceNeeded(vocabulary, options, kept !== undefined));
      const memories = allocateTraining(
        kernel,
        vocabulary,
        tree,
        options,
        corpus.tokenFile.length,
        report,
        vectors,
        checkpoint?.model,
      );
      const model = checkpoint ? { ...checkpoint.model, vocabulary, tree } : modelOver(vocabulary, tree, options.dim);
      const scale = (vectors && meanSquareLength(memories[0], vocabulary)) || 1;
      const learningRate = options.learningRate / scale;
      const minLearningRate = options.minLearningRate / scale;
      const scaled = { ...options, learningRate, minLearningRate };
      const encoded = { ...corpus, tokens: vocabulary.tokenCount };
      const metadata = describe(options, kernel.name, tokenizer, corpus);
      if (kept) {
        const state = { identity, corpusHash };
        keeper = new CheckpointWriter(kept.path, kept.interval, model, metadata, state, report, hooks.signal);
      }
      const start = startOf(checkpoint);
      if (checkpoint) {
        const { epoch, done } = start.from;
        report({
          type: 'resumed',
          epoch: epoch + 1,
          epochs: options.epochs,
          tokens: done.tokens,
          path: checkpoint.path,
        });
      }
      const { heldOut, pairs } = await runEpochs(memories, model, encoded, scaled, {
        report,
        signal: hooks.signal,
        keeper,
        ...start,
      });
      try {
        requireLearnt(pairs, model, corpus, options);
      } catch (error) {
        if (kept) removeCheckpoint(output!); // Nothing to go on with.
        throw error;
      }
      warnOfFewPairs(pairs, corpus, report);
      return { model, metadata: Number.isNaN(heldOut) ? metadata : { ...metadata, heldOutLogProbability: heldOut } };
    },
  );
}

function interruption(keeper: CheckpointWriter | undefined, epochs: number): string {
  if (!keeper?.saved) return 'The training was stopped; nothing was written.';
  const { epoch } = keeper.saved;
  const where = epoch < epochs ? `in epoch ${epoch + 1} of ${epochs}` : `after epoch ${epochs} of ${epochs}`;
  return `The training was stopped ${where} and is kept in ${keeper.path}. To continue, run the same training with \`resume\`.`;
}

/** Bytes of the model file and, where checkpoints are kept, of one checkpoint and the next. */
function spaceNeeded({ words }: Vocabulary, { dim, storage }: TrainModelOptions, isKept: boolean): number {
  const numbers = 2 * words.length * dim;
  const rest = 60 * words.length;
  const size = { f32: 4, f16: 2, int8: 1 }[storage];
  return numbers * size + rest + (isKept ? 2 * (numbers * 4 + rest) : 0);
}

function describe(
  options: TrainModelOptions,
  kernel: string,
  tokenizer: Tokenizer,
  { vocabulary, tokenCount }: EncodedCorpus,
): ModelMetadata {
  const { dim, window, minCount, maxVocabulary, subsample, epochs, learningRate, minLearningRate, seed } = options;
  const { threads, deterministic } = options;
  const training = {
    ...{ dim, window, minCount, maxVocabulary, subsample, epochs, learningRate, minLearningRate, seed },
    ...{ threads, deterministic, kernel },
    ...(options.inputVectors === undefined ? {} : { inputVectors: basename(options.inputVectors) }),
  };
  return metadataOf(tokenizer.description, training, options, {
    tokens: tokenCount,
    documents: vocabulary.documentCount,
  });
}
