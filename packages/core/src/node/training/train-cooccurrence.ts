import { availableParallelism } from 'node:os';
import { setImmediate } from 'node:timers/promises';
import { resolveOptions } from '../../check-options.js';
import { runLength } from '../../kernel/kernel.js';
import { type CooccurrenceModel, cooccurrence } from '../../model/cooccurrence.js';
import type { ModelMetadata } from '../../model/metadata.js';
import { type CooccurrenceOptions, cooccurrenceOptions } from '../../options.js';
import { countPairs, type PairCounts } from '../../train/count-pairs.js';
import { HELD_OUT_PAIRS, heldOutLogProbability } from '../../train/held-out.js';
import { checkOutput } from '../files/check-output.js';
import type { Documents } from '../files/corpus-files.js';
import { requirePairs, warnOfLanguage } from './corpus-warnings.js';
import { encodeCorpus } from './encode-corpus.js';
import { type EncodedCorpus, tokenFileStore } from './token-file.js';
import type { TrainHooks } from './training-run.js';
import { cutterOf, metadataOf, runTraining } from './training-run.js';

/** Milliseconds between two reports, and between two looks at the abort signal. */
const REPORT_INTERVAL = 1000;

/** Co-occurrence counts, and what their file says of them. */
export interface CountedModel {
  readonly model: CooccurrenceModel;
  readonly metadata: ModelMetadata;
}

/**
 * Counts which words occur together in the documents of a corpus: the published definition without a network.
 *
 * @param documents one string a document, read once
 * @throws KeywordError INVALID_OPTION, INVALID_CORPUS, INTERRUPTED, and what reading the documents throws
 */
export async function trainCooccurrence(
  documents: Documents,
  given: CooccurrenceOptions = {},
  hooks: TrainHooks = {},
): Promise<CountedModel> {
  const options = resolveOptions(cooccurrenceOptions, given);
  if (hooks.output !== undefined) checkOutput(hooks.output);
  const report = hooks.onEvent ?? (() => {});
  const { tokenizer, encoder } = cutterOf(options, options.threads ?? availableParallelism(), hooks.tokenizer);
  return runTraining(
    hooks.signal,
    () => 'The counting was stopped; nothing was written.',
    async (hold) => {
      hold(encoder);
      const corpus = await encodeCorpus(documents, encoder, options, report, hooks.signal);
      hold(corpus.tokenFile);
      await encoder.close();
      warnOfLanguage(tokenizer, corpus.vocabulary, report);
      requirePairs(corpus);
      const counted = await countAll(corpus, options.neighbours, hooks);
      const { vocabulary, tokenCount } = corpus;
      const { smoothing } = options;
      const model = { vocabulary, ...counted, smoothing };
      const heldOut = heldOutLogProbability(cooccurrence(model), corpus.heldOut, {
        window: runLength,
        subsample: 0,
        maxPairs: HELD_OUT_PAIRS,
      });
      const { minCount, maxVocabulary, neighbours, seed } = options;
      const metadata = metadataOf(
        tokenizer.description,
        { smoothing, neighbours, minCount, maxVocabulary, seed },
        options,
        { tokens: tokenCount, documents: vocabulary.documentCount },
      );
      return { model, metadata: Number.isNaN(heldOut) ? metadata : { ...metadata, heldOutLogProbability: heldOut } };
    },
  );
}

/** Runs {@link countPairs} with pauses for reports and signals. */
async function countAll(
  { vocabulary, tokenFile }: EncodedCorpus,
  neighbours: number,
  { onEvent = () => {}, signal }: TrainHooks,
): Promise<PairCounts> {
  const start = performance.now();
  let lastReport = start;
  const store = tokenFileStore(tokenFile.fd, tokenFile.length);
  const counting = countPairs(store, vocabulary.counts, neighbours);
  for (;;) {
    const step = counting.next();
    const now = performance.now();
    const seconds = (now - start) / 1000;
    if (step.done) {
      onEvent({ type: 'pairs', share: 1, pairs: step.value.columns.length, seconds, done: true });
      return step.value;
    }
    if (now - lastReport < REPORT_INTERVAL) continue;
    lastReport = now;
    const { words, pairs } = step.value;
    onEvent({ type: 'pairs', share: words / vocabulary.words.length, pairs, seconds, done: false });
    await setImmediate();
    signal?.throwIfAborted();
  }
}
