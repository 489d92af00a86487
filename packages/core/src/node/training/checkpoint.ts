import { createHash } from 'node:crypto';
import { existsSync, rmSync } from 'node:fs';
import { counted, KeywordError } from '../../errors.js';
import type { ModelMetadata } from '../../model/metadata.js';
import type { SkipGramModel } from '../../model/skip-gram.js';
import { trainOptions } from '../../options.js';
import type { TokenizerDescription } from '../../text/tokenizer.js';
import type { CheckpointInterval } from '../../train/checkpoint-interval.js';
import type { TrainEvent } from '../../train/train-events.js';
import { epochStart, type TrainingPosition } from '../../train/training-position.js';
import { readModelFile } from '../models/model-files.js';
import { writeModelFile } from '../models/write-model.js';
import type { CheckpointKeeper } from './run-epochs.js';
import { type EncodedCorpus, tokenFileStore } from './token-file.js';
import type { TrainModelOptions } from './training-memory.js';

/** Checkpoints after epochs take at most this share of the time. */
const WRITING_SHARE = 0.1;

/** What decides what a training comes to; a training that goes on must have the same. */
export type TrainingIdentity = Readonly<Record<string, string | number | boolean>>;

/**
 * A training that was interrupted. Its file is a model file with the vectors as 32-bit floats, whose metadata also hold
 * where the training is, what it was started with, and a hash of its corpus.
 */
export interface Checkpoint {
  readonly path: string;
  readonly model: SkipGramModel;
  readonly position: TrainingPosition;
  /** Held-out log p after the last whole epoch; NaN without one. */
  readonly heldOut: number;
  readonly identity: TrainingIdentity;
  readonly corpusHash: string;
}

/** Where the checkpoints of a training are: beside its output. */
export function checkpointPath(output: string): string {
  return `${output}.checkpoint`;
}

/** Removes the checkpoint of a training whose model is written. */
export function removeCheckpoint(output: string): void {
  rmSync(checkpointPath(output), { force: true });
}

/**
 * The checkpoint to go on from; undefined where there is none.
 *
 * @throws KeywordError INVALID_OPTION when there is one and it is not to be used: it would be lost; INVALID_MODEL when it
 *   is damaged
 */
export async function openCheckpoint(path: string, resume: boolean): Promise<Checkpoint | undefined> {
  if (!existsSync(path)) return undefined;
  if (!resume) {
    throw new KeywordError(
      'INVALID_OPTION',
      `${path} holds an interrupted training. Continue it with \`resume\`, or delete the file to start over.`,
    );
  }
  const { model, metadata } = await readModelFile(path).catch((cause) => {
    if (!(cause instanceof KeywordError) || cause.code !== 'INVALID_MODEL') throw cause;
    const advice = 'A training cannot continue from this checkpoint: delete it to start over.';
    throw new KeywordError('INVALID_MODEL', `${cause.message} ${advice}`, { cause });
  });
  const state = parseState(metadata.training.checkpoint);
  if (!state)
    throw new KeywordError('INVALID_MODEL', `${path} is a model, not a training checkpoint. Move it elsewhere.`);
  return { path, model, heldOut: metadata.heldOutLogProbability ?? Number.NaN, ...state };
}

type State = Pick<Checkpoint, 'position' | 'identity' | 'corpusHash'>;

function parseState(text: unknown): State | undefined {
  try {
    const { epoch, places, done, pairsBefore, identity, corpusHash } = JSON.parse(String(text));
    const numbers = [epoch, pairsBefore, ...places, done.tokens, done.pairs, done.loss, done.lossPairs];
    if (!numbers.every(Number.isFinite) || typeof corpusHash !== 'string') return undefined;
    return { position: { epoch, places, done, pairsBefore }, identity: { ...identity }, corpusHash };
  } catch {
    return undefined;
  }
}

/** What an identity is made of. */
export function trainingIdentity(
  options: TrainModelOptions,
  kernel: string,
  tokenizer: TokenizerDescription,
): TrainingIdentity {
  const { dim, window, minCount, maxVocabulary, subsample, epochs, learningRate, minLearningRate } = options;
  const { seed, heldOut, threads, deterministic, inputVectors = '' } = options;
  const numbers = { dim, window, minCount, maxVocabulary, subsample, epochs, learningRate, minLearningRate, seed };
  const text = { tokenizer: tokenizer.name, normalization: tokenizer.normalization, locale: tokenizer.locale };
  const words = { ...text, tokenizerVersion: tokenizer.version, dictionary: tokenizer.dictionaryHash };
  return { ...numbers, heldOut, threads, deterministic, kernel, inputVectors, ...words };
}

/**
 * Refuses to go on with other options.
 *
 * @throws KeywordError INVALID_OPTION naming all that differ
 */
export function checkIdentity({ path, identity }: Checkpoint, now: TrainingIdentity): void {
  const names = new Set([...Object.keys(identity), ...Object.keys(now)]);
  const changed = [...names].filter((name) => identity[name] !== now[name]);
  if (changed.length === 0) return;
  const rows: Record<string, { flag: string } | undefined> = trainOptions;
  const differences = changed.map((name) => {
    const [was, is] = [identity[name], now[name]].map((value) => JSON.stringify(value ?? ''));
    return `${rows[name]?.flag ?? name} was ${was} and is ${is}`;
  });
  throw new KeywordError(
    'INVALID_OPTION',
    `${path} belongs to a training with other options: ${differences.join(', ')}. Give the same options, or delete the file to start over.`,
  );
}

/**
 * Refuses to go on with another corpus.
 *
 * @throws KeywordError INVALID_CORPUS
 */
export function checkCorpus({ path, corpusHash, model }: Checkpoint, hash: string, corpus: EncodedCorpus): void {
  if (hash === corpusHash) return;
  const { words, documentCount, tokenCount } = model.vocabulary;
  const { vocabulary: now } = corpus;
  throw new KeywordError(
    'INVALID_CORPUS',
    `${path} belongs to a training on another corpus: ${counted(documentCount, 'document')} with ${counted(tokenCount, 'token')} of ${counted(words.length, 'word')} then, ` +
      `${counted(now.documentCount, 'document')} with ${counted(now.tokenCount, 'token')} of ${counted(now.words.length, 'word')} now. Give the same files in the same order, or delete the file to start over.`,
  );
}

/** SHA-256 of a corpus as it is trained on: vocabulary, token ids and what is held out, in hexadecimal. */
export function hashCorpus({ vocabulary, tokenCount, tokenFile, heldOut }: EncodedCorpus): string {
  const hash = createHash('sha256');
  const { words, counts, documentFrequencies, documentCount } = vocabulary;
  hash.update(JSON.stringify([documentCount, tokenCount, heldOut.map((document) => document.length)]));
  for (const word of words) hash.update(`${word}\n`);
  const store = tokenFileStore(tokenFile.fd, tokenFile.length);
  const block = new Int32Array(1 << 18);
  for (const numbers of [counts, documentFrequencies, ...heldOut]) hash.update(bytesOf(numbers));
  for (let from = 0; from < store.length; ) {
    const count = store.read(from, block);
    hash.update(bytesOf(block.subarray(0, count)));
    from += count;
  }
  return hash.digest('hex');
}

function bytesOf(numbers: ArrayBufferView): Uint8Array {
  return new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength);
}

/** Writes the checkpoints of a training, when it is time to. */
export class CheckpointWriter implements CheckpointKeeper {
  readonly path: string;
  readonly #interval: CheckpointInterval;
  readonly #metadata: ModelMetadata;
  readonly #state: Pick<Checkpoint, 'identity' | 'corpusHash'>;
  readonly #model: SkipGramModel;
  readonly #report: (event: TrainEvent) => void;
  readonly #signal: AbortSignal | undefined;
  #last = performance.now();
  #writing = 0;
  /** The place of the last checkpoint that was written. */
  saved: TrainingPosition | undefined;

  /** @param model the one that {@link CheckpointWriter.save} finds the vectors in */
  constructor(
    path: string,
    interval: CheckpointInterval,
    model: SkipGramModel,
    metadata: ModelMetadata,
    state: Pick<Checkpoint, 'identity' | 'corpusHash'>,
    report: (event: TrainEvent) => void,
    signal?: AbortSignal,
  ) {
    this.path = path;
    this.#interval = interval;
    this.#model = model;
    this.#metadata = metadata;
    this.#state = state;
    this.#report = report;
    this.#signal = signal;
  }

  isDue(): boolean {
    return performance.now() - this.#last >= 1000 * this.#interval.seconds;
  }

  isDueAfter(epoch: number): boolean {
    if (epoch % this.#interval.epochs !== 0) return this.isDue();
    // A small corpus has many epochs a second.
    return performance.now() - this.#last >= (this.#writing * (1 - WRITING_SHARE)) / WRITING_SHARE;
  }

  /** A checkpoint that cannot be written does not end a training, unless it is the last one. */
  async save(position: TrainingPosition, heldOut: number): Promise<void> {
    const started = performance.now();
    const checkpoint = JSON.stringify({ ...position, ...this.#state });
    const metadata: ModelMetadata = {
      ...this.#metadata,
      training: { ...this.#metadata.training, checkpoint },
      ...(Number.isNaN(heldOut) ? {} : { heldOutLogProbability: heldOut }),
    };
    try {
      await writeModelFile(this.path, this.#model, metadata, { storage: 'f32' });
      this.saved = position;
    } catch (error) {
      if (this.#signal?.aborted) throw error;
      this.#report({ type: 'warning', message: `No checkpoint: ${(error as Error).message}` });
    }
    this.#last = performance.now();
    this.#writing = this.#last - started;
  }
}

/** Where a training begins: at a checkpoint or at the beginning. */
export function startOf(checkpoint: Checkpoint | undefined): { from: TrainingPosition; heldOut: number } {
  return { from: checkpoint?.position ?? epochStart(0), heldOut: checkpoint?.heldOut ?? Number.NaN };
}
