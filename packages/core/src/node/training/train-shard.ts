import { availableParallelism } from 'node:os';
import { resolveOptions } from '../../check-options.js';
import { counted, KeywordError } from '../../errors.js';
import type { DecodedModel } from '../../formats/telltale/model-file.js';
import type { WordCounts } from '../../formats/vectors/word-counts.js';
import { buildHuffmanTree } from '../../model/huffman.js';
import { createVocabulary } from '../../model/vocabulary.js';
import { type ShardOptions, type StartOptions, shardOptions, startOptions, trainOptions } from '../../options.js';
import { epochStart } from '../../train/training-position.js';
import { VocabularyBuilder } from '../../train/vocabulary-builder.js';
import { checkOutput } from '../files/check-output.js';
import type { Documents } from '../files/corpus-files.js';
import { tokenizerOf } from '../models/tokenizers.js';
import { selectKernel } from '../platform/kernels.js';
import { encodeDocuments, warnOfFailures } from './encode-corpus.js';
import { EncodeThreads } from './encode-threads.js';
import { runEpochs } from './run-epochs.js';
import { TokenFile } from './token-file.js';
import { allocateTraining, fillInputVectors, modelOver } from './training-memory.js';
import type { TrainedModel, TrainHooks } from './training-run.js';
import { metadataOf, runTraining } from './training-run.js';

/** A model trained on a shard of a corpus. */
export interface TrainedShard extends TrainedModel {
  /** (V) occurrences of each word in the shard. */
  readonly shardCounts: Float64Array;
}

/**
 * The model that a training on several machines starts from: the vocabulary and tree of the whole corpus, and first
 * vectors. Equal counts are ordered by the word, so that it does not matter how the corpus was divided.
 *
 * @throws KeywordError INVALID_OPTION; INVALID_CORPUS when fewer than two words are left
 */
export function startModel(corpus: WordCounts, given: StartOptions = {}): TrainedModel {
  const { dim, minCount, maxVocabulary, seed, corpusName, licence } = resolveOptions(startOptions, given);
  const kept = [...corpus.words]
    .filter(([, [count]]) => count >= minCount)
    .sort(([a, [m]], [b, [n]]) => n - m || (a < b ? -1 : 1))
    .slice(0, maxVocabulary);
  if (kept.length < 2) {
    throw new KeywordError(
      'INVALID_CORPUS',
      `Only ${counted(kept.length, 'word occurs', 'words occur')} at least ${counted(minCount, 'time')}; 2 are needed. Give more text, or lower \`minCount\`.`,
    );
  }
  const vocabulary = createVocabulary({
    words: kept.map(([word]) => word),
    counts: Float64Array.from(kept, ([, [count]]) => count),
    documentFrequencies: Float64Array.from(kept, ([, [, documents]]) => documents),
    documentCount: corpus.documents,
  });
  const model = modelOver(vocabulary, buildHuffmanTree(vocabulary.counts), dim);
  fillInputVectors(model.inputVectors.data as Float32Array, dim, kept.length, { dim, seed });
  return {
    model,
    metadata: metadataOf(
      corpus.tokenizer,
      { dim, minCount, maxVocabulary, seed, epochs: 0 },
      { corpusName, licence },
      { tokens: corpus.tokens, documents: corpus.documents },
    ),
  };
}

/**
 * Trains a model for one epoch on a shard of its corpus: epoch `epoch` of `epochs`, which gives the learning rate. The
 * vocabulary, its counts and the tree stay those of the model.
 *
 * @param documents the shard, one string a document, read once; there may be none
 * @throws KeywordError INVALID_OPTION, TOKENIZER_MISMATCH, OUT_OF_MEMORY, INTERRUPTED, and what reading the documents throws
 */
export async function trainShard(
  documents: Documents,
  { model: start, metadata }: Pick<DecodedModel, 'model' | 'metadata'>,
  given: ShardOptions = {},
  hooks: TrainHooks = {},
): Promise<TrainedShard> {
  const resolved = resolveOptions(shardOptions, given);
  const { epoch, epochs } = resolved;
  if (epoch > epochs) {
    throw new KeywordError('INVALID_OPTION', `epoch is ${epoch}, and the training has ${counted(epochs, 'epoch')}.`, {
      option: 'epoch',
    });
  }
  const { vocabulary, tree, inputVectors } = start;
  if (hooks.output !== undefined) checkOutput(hooks.output, 8 * inputVectors.rows * inputVectors.columns);
  const threads = resolved.threads ?? availableParallelism();
  const options = { ...resolveOptions(trainOptions, {}), ...resolved, dim: inputVectors.columns, threads };
  // Refuses another tokenizer than the one that counted, whatever its threads are then given.
  tokenizerOf(metadata.tokenizer, { dictionary: resolved.dictionary, allowMismatch: false }, vocabulary);
  const { name, normalization, locale } = metadata.tokenizer;
  const text = { tokenizer: name, normalization, locale: locale || undefined, dictionary: resolved.dictionary };
  const encoder = new EncodeThreads(text, threads);
  const report = hooks.onEvent ?? (() => {});
  const builder = new VocabularyBuilder();
  return runTraining(
    hooks.signal,
    () => 'The training was stopped; nothing was written.',
    async (hold) => {
      hold(encoder);
      const tokenFile = new TokenFile();
      hold(tokenFile);
      for await (const block of encodeDocuments(documents, encoder, builder, hooks.signal)) {
        for (const document of block) {
          builder.countDocument(document);
          tokenFile.appendDocument(document);
        }
      }
      await encoder.close();
      warnOfFailures(documents, report);
      const { wordIndexOfId, counts: shardCounts } = builder.findIn(vocabulary);
      tokenFile.remap(wordIndexOfId);
      const memories = allocateTraining(
        selectKernel(options.kernel),
        vocabulary,
        tree,
        options,
        tokenFile.length,
        report,
        undefined,
        start,
      );
      const model = modelOver(vocabulary, tree, options.dim);
      const corpus = { tokenFile, heldOut: [], tokens: shardCounts.reduce((sum, count) => sum + count, 0) };
      await runEpochs(memories, model, corpus, options, {
        report,
        signal: hooks.signal,
        from: epochStart(epoch - 1),
        last: epoch,
      });
      const { window, subsample, learningRate, minLearningRate } = options;
      const training = { ...metadata.training, window, subsample, learningRate, minLearningRate, epochs: epoch };
      return { model, metadata: { ...metadata, training }, shardCounts };
    },
  );
}
