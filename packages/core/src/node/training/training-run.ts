import { KeywordError } from '../../errors.js';
import { type ModelMetadata, modelFormatVersion } from '../../model/metadata.js';
import type { SkipGramModel } from '../../model/skip-gram.js';
import type { TextOptions } from '../../options.js';
import type { Tokenizer, TokenizerDescription } from '../../text/tokenizer.js';
import type { TrainEvent } from '../../train/train-events.js';
import { createTokenizer } from '../models/tokenizers.js';
import { packageVersion } from '../platform/package-files.js';
import { type CorpusEncoder, EncodeThreads, localEncoder } from './encode-threads.js';

/** What `trainModel` takes beside its options. */
export interface TrainHooks {
  /** Called with every {@link TrainEvent}. */
  onEvent?: (event: TrainEvent) => void;
  /** Stops the training; it then throws KeywordError INTERRUPTED. */
  signal?: AbortSignal;
  /** Cuts the documents; made from the options when not given. */
  tokenizer?: Tokenizer;
  /** Where the model will be written: whether that can be done is checked before the corpus is read. */
  output?: string;
  /** Keeps the training beside the output while it runs, for it to go on after an interruption. */
  checkpoints?: CheckpointHooks;
}

/** How `trainModel` keeps checkpoints in `OUTPUT.checkpoint`; whoever writes the model removes the file. */
export interface CheckpointHooks {
  /** How often: see `--checkpoint-every`. */
  readonly every: string;
  /** Go on from the checkpoint that is there. */
  readonly resume: boolean;
}

/** A trained model, and what its file says of it. */
export interface TrainedModel {
  readonly model: SkipGramModel;
  readonly metadata: ModelMetadata;
}

/** What a training holds until it ends: threads that cut, tokens on disk. */
interface Held {
  close(): void | Promise<void>;
}

/**
 * Runs a training, and closes what it holds however it ends.
 *
 * @param interruption what to say where it was stopped by the signal
 * @param train is given what takes what it holds
 * @throws KeywordError INTERRUPTED where the signal stopped it; else what `train` throws
 */
export async function runTraining<T>(
  signal: AbortSignal | undefined,
  interruption: () => string,
  train: (hold: (held: Held) => void) => Promise<T>,
): Promise<T> {
  const held: Held[] = [];
  try {
    return await train((one) => held.push(one));
  } catch (error) {
    if (!signal?.aborted || (error instanceof KeywordError && error.code === 'WRITE_FAILED')) throw error;
    throw new KeywordError('INTERRUPTED', interruption(), { cause: error });
  } finally {
    for (const one of held) await one.close();
  }
}

/**
 * The tokenizer of a training and what cuts documents with it: threads, unless the caller gave a tokenizer of its own.
 *
 * @throws KeywordError INVALID_OPTION, and what reading the dictionary throws
 */
export function cutterOf(
  { tokenizer: name, normalization, locale, dictionary }: TextOptions,
  threads: number,
  given?: Tokenizer,
): { tokenizer: Tokenizer; encoder: CorpusEncoder } {
  if (given) return { tokenizer: given, encoder: localEncoder(given) };
  const options = { tokenizer: name, normalization, locale, dictionary };
  return { tokenizer: createTokenizer(options), encoder: new EncodeThreads(options, threads) };
}

/** What the file of a new model says of it. */
export function metadataOf(
  tokenizer: TokenizerDescription,
  training: ModelMetadata['training'],
  { corpusName, licence }: { readonly corpusName: string; readonly licence: string },
  { tokens, documents }: { readonly tokens: number; readonly documents: number },
): ModelMetadata {
  return {
    formatVersion: modelFormatVersion,
    source: `telltale ${packageVersion()}`,
    tokenizer,
    training,
    corpus: { name: corpusName, tokens, documents },
    licence,
  };
}
