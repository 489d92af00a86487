import { KeywordError } from '../../errors.js';
import type { TrainingMemory } from '../../kernel/kernel.js';
import { logProbability, type SkipGramModel } from '../../model/skip-gram.js';
import { HELD_OUT_PAIRS, heldOutLogProbability } from '../../train/held-out.js';
import type { TrainingSchedule } from '../../train/train-epoch.js';
import type { TrainEvent } from '../../train/train-events.js';
import { epochStart, type TrainingPosition } from '../../train/training-position.js';
import type { EncodedCorpus } from './token-file.js';
import { TrainThreads } from './train-threads.js';
import { chunkLength, copyVectors, type TrainModelOptions } from './training-memory.js';

/** Keeps what was trained so far, so that it can go on after an interruption. */
export interface CheckpointKeeper {
  /** Called at places of the running epoch, whether it is time to make the threads rest. */
  isDue(): boolean;
  /** Whether the end of this epoch, counted from 1, is to be kept. */
  isDueAfter(epoch: number): boolean;
  /** Keeps the model, which holds the vectors at `position`, and the held-out log p of the last whole epoch or NaN. */
  save(position: TrainingPosition, heldOut: number): Promise<void>;
}

/** What {@link runEpochs} reports to and listens to, and which epochs it runs. */
export interface EpochHooks {
  readonly report: (event: TrainEvent) => void;
  readonly signal?: AbortSignal | undefined;
  /** Where to begin; the first epoch if left out. */
  readonly from?: TrainingPosition;
  /** Held-out log p after the epoch before `from`. */
  readonly heldOut?: number;
  /** The epoch to end before; all of the options if left out. */
  readonly last?: number;
  readonly keeper?: CheckpointKeeper | undefined;
}

/** What {@link runEpochs} came to. */
export interface EpochsDone {
  /** Held-out log p after the last epoch; NaN without held-out documents. */
  readonly heldOut: number;
  /** Pairs trained on in all epochs. */
  readonly pairs: number;
}

/**
 * Passes over the token ids. When it is stopped, what was trained so far goes to the keeper before the error is thrown.
 *
 * @param model gets the vectors
 * @throws KeywordError INVALID_OPTION when the vectors grow beyond all bounds; the reason of the signal
 */
export async function runEpochs(
  memories: readonly TrainingMemory[],
  model: SkipGramModel,
  corpus: Pick<EncodedCorpus, 'tokenFile' | 'heldOut'> & { readonly tokens: number },
  options: TrainModelOptions,
  { report, signal, from = epochStart(0), heldOut = Number.NaN, last = options.epochs, keeper }: EpochHooks,
): Promise<EpochsDone> {
  const { epochs } = options;
  const schedule: TrainingSchedule = { ...options, chunkLength };
  const { fd, length } = corpus.tokenFile;
  const threads = new TrainThreads(memories, schedule, { fd, length });
  const asked = {
    vocabulary: model.vocabulary,
    logProbability: (output: number, input: number) => logProbability(model, output, input),
  };
  const start = performance.now();
  const secondsSince = () => (performance.now() - start) / 1000;
  const tokensPerEpoch = corpus.tokens;
  let position = from;
  let isRunning = false;
  const timer = setInterval(() => {
    // Between epochs held-out documents are asked, and a checkpoint is written.
    if (!isRunning) return;
    if (keeper?.isDue()) threads.pause();
    const { tokens, loss, lossPairs } = threads.totals();
    if (lossPairs === 0) return; // An epoch has only begun.
    const { epoch } = position;
    const before = from.epoch * tokensPerEpoch + from.done.tokens;
    const tokensPerSecond = (epoch * tokensPerEpoch + tokens - before) / secondsSince();
    const secondsLeft = ((last - epoch) * tokensPerEpoch - tokens) / tokensPerSecond;
    const share = tokens / tokensPerEpoch;
    report({ type: 'progress', epoch: epoch + 1, epochs, share, tokensPerSecond, secondsLeft, loss: loss / lossPairs });
  }, 1000);
  const stop = () => threads.stop();
  signal?.addEventListener('abort', stop);
  const keep = async (at: TrainingPosition) => {
    copyVectors(threads.vectors, model);
    requireFinite(model, options.learningRate);
    await keeper?.save(at, heldOut);
  };
  try {
    if (signal?.aborted) threads.stop();
    while (position.epoch < last) {
      isRunning = true;
      const sums = await threads.runEpoch(position, () => keep(threads.position));
      isRunning = false;
      if (signal?.aborted) await keep(threads.position);
      signal?.throwIfAborted();
      copyVectors(threads.vectors, model);
      requireFinite(model, options.learningRate);
      heldOut = heldOutLogProbability(asked, corpus.heldOut, { ...options, maxPairs: HELD_OUT_PAIRS });
      position = epochStart(position.epoch + 1, position.pairsBefore + sums.pairs);
      report({
        type: 'epoch',
        epoch: position.epoch,
        epochs,
        tokens: sums.tokens,
        pairs: sums.pairs,
        loss: sums.loss / sums.lossPairs,
        heldOutLogProbability: heldOut,
        seconds: secondsSince(),
      });
      if (signal?.aborted || keeper?.isDueAfter(position.epoch)) await keep(position);
      signal?.throwIfAborted();
    }
  } finally {
    clearInterval(timer);
    signal?.removeEventListener('abort', stop);
    await threads.close();
  }
  return { heldOut, pairs: position.pairsBefore };
}

function requireFinite(model: SkipGramModel, learningRate: number): void {
  const allFinite = ({ data }: SkipGramModel['inputVectors']) => (data as Float32Array).every(Number.isFinite);
  if (allFinite(model.inputVectors) && allFinite(model.nodeVectors)) return;
  throw new KeywordError(
    'INVALID_OPTION',
    `The vectors grew beyond all bounds at learning rate ${learningRate}. Lower \`learningRate\`.`,
  );
}
