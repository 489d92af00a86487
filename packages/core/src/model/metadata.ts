import type { TokenizerDescription } from '../text/tokenizer.js';

/** Version of the model file this package writes and reads. */
export const modelFormatVersion = 1;

/** What a model file says of itself beside its numbers. */
export interface ModelMetadata {
  readonly formatVersion: typeof modelFormatVersion;
  /** What cut the corpus; a text must be cut alike. */
  readonly tokenizer: TokenizerDescription;
  /** Options of the training, or what a foreign file tells of them. Numbers are finite. */
  readonly training: Readonly<Record<string, string | number | boolean>>;
  readonly corpus: CorpusDescription;
  /** Licence of the model, an SPDX name where there is one; empty if unknown. */
  readonly licence: string;
  /** What made the vectors, e.g. `telltale 0.1.0`, `gensim 4.3.3`, `fastText`. */
  readonly source: string;
  /** Mean log p(output | input) over pairs of documents kept out of training, in nats per pair, ≤ 0. */
  readonly heldOutLogProbability?: number;
  /** When the model was made, ISO 8601. Left out unless asked for: the same seed must make the same file. */
  readonly created?: string;
}

/** The corpus a model was trained on. */
export interface CorpusDescription {
  /** Empty if unknown. */
  readonly name: string;
  /** Tokens, those out of the vocabulary included; 0 if unknown. */
  readonly tokens: number;
  /** Documents: the documentCount of the vocabulary; 0 if unknown. */
  readonly documents: number;
}
