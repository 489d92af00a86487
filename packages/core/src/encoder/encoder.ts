/** What a text is embedded as: encoders trained for retrieval tell the two apart, by a prefix for example. */
export type EncodedAs = 'text' | 'keyword';

/**
 * Anything that turns texts into vectors whose cosines say how near they are in meaning: an encoder of sentences read by
 * {@link createOnnxEncoder}, or one of your own, over HTTP for example. `name`, `dim` and `embed` are enough.
 */
export interface Encoder {
  readonly name: string;
  /** Components of a vector. */
  readonly dim: number;
  /**
   * Vectors (dim) of texts, in their order; of any length but 0. A text longer than the encoder can read is for the
   * encoder to cut into windows.
   */
  embed(texts: readonly string[], as: EncodedAs): Promise<readonly Float32Array[]>;
  /**
   * Vectors of texts at large, some hundred, by which a candidate near to every text is told from one near to this text;
   * see {@link withBackground}. Without them nothing is held against candidates that are near to every text.
   */
  readonly background?: readonly Float32Array[];
  /** Languages that it reads, as `zh`; any if left out. */
  readonly languages?: readonly string[];
  /** β > 0, nats for a cosine of 1; {@link BETA} if left out. */
  readonly beta?: number;
  /** How much of what the encoder says the mixture believes, ≥ 0; {@link WEIGHT} if left out. */
  readonly weight?: number;
}

/** Whether a method asks a model, in whose place an encoder can stand: the others have no place for one. */
export const takesEncoder = (method = 'mixture'): boolean => method === 'mixture' || method === 'likelihood';

/** Nats for a cosine of 1 where the encoder does not say. */
export const BETA = 10;
/** What the mixture believes of an encoder that does not say it. */
export const WEIGHT = 0.3;
