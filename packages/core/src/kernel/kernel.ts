import type { Matrix } from '../math/matrix.js';
import type { Mixture } from '../math/mixture.js';

/**
 * The boundary to everything that must be fast. A kernel sees numbers and typed arrays, never a word or a text.
 * `typescript-kernel.ts` is the definition; every other kernel does the same arithmetic and passes the same suite.
 * V = vocabulary size, D = dim, P = length of all paths together.
 */
export interface Kernel {
  readonly name: KernelName;
  /**
   * Takes memory for training. Fill `inputVectors`, the paths and `keepThresholds` before attaching workers. With more
   * than one thread a kernel may treat the first words and the last nodes as the most used, which they are in a
   * vocabulary sorted by count and its Huffman tree.
   */
  allocateTraining(shape: TrainingShape): TrainingMemory;
  /** A worker on that memory, called once in each thread with the `handle` of the memory. */
  attachTraining(handle: TrainingHandle, thread: number): TrainingWorker;
  /** Prepares a model for scoring; `model` must not change afterwards. */
  createScorer(model: ScoringModel): Scorer;
}

/** The kernels there are, from the definition to the fastest. */
export const kernelNames = ['typescript', 'wasm', 'wasm-relaxed', 'native'] as const;

/** A name of {@link kernelNames}. */
export type KernelName = (typeof kernelNames)[number];

/** Most kept tokens of a document that are trained on as one text; windows do not reach from one run into the next. */
export const runLength = 1000;

/** The loss is summed over the pairs of one in so many centre words of a chunk, beginning with its first. */
export const lossInterval = 32;

/** What must be known before memory for training is taken. */
export interface TrainingShape {
  readonly vocabularySize: number;
  readonly dim: number;
  /** P. */
  readonly pathLength: number;
  /** Longest single path. */
  readonly maxPathLength: number;
  /** Widest distance between a word and its context, in words. */
  readonly window: number;
  /** Most token ids handed over in one call of {@link TrainingWorker.train}. */
  readonly chunkLength: number;
  readonly threads: number;
  /** Node fitting: the input vectors stay as they were given, bit for bit, and only the nodes learn. */
  readonly frozenInputs: boolean;
}

/** Memory shared by all threads of a training. */
export interface TrainingMemory {
  /** Numbers from one row of the vectors to the next, ≥ D; what lies between is kept 0. */
  readonly stride: number;
  /** (V, stride) x. */
  readonly inputVectors: Float32Array;
  /** (V − 1, stride) θ, all 0 at first. */
  readonly nodeVectors: Float32Array;
  /** (V + 1). */
  readonly pathOffsets: Int32Array;
  /** (P). */
  readonly pathNodes: Int32Array;
  /** (P). */
  readonly pathCodes: Uint8Array;
  /** (V) a token is kept when its random number is ≤ the threshold of its word. */
  readonly keepThresholds: Uint32Array;
  readonly handle: TrainingHandle;
}

/** All a worker thread needs to attach; can be posted to a thread as it is. */
export interface TrainingHandle {
  readonly kernel: KernelName;
  readonly shape: TrainingShape;
  /** What only the kernel itself understands. */
  readonly memory: unknown;
}

/** What one chunk came to. */
export interface ChunkResult {
  /** Tokens looked at, before subsampling. */
  tokens: number;
  /** Pairs (context → centre) trained on. */
  pairs: number;
  /** Σ −log p(centre | context) before the update of each pair, in nats, over `lossPairs` of the pairs. */
  loss: number;
  /** Pairs `loss` is summed over, see {@link lossInterval}. */
  lossPairs: number;
}

/** One thread of a training. */
export interface TrainingWorker {
  /**
   * One pass over a chunk: thins it out by the keep thresholds, draws a window 1 … window for every remaining word, and
   * makes every context word in it (input) predict the word in its middle (output), adding learningRate · gradient.
   *
   * Pairs are trained on one after the other, by centre word and then by position of the context word; a kernel may
   * regroup the work, but what comes out is the same up to rounding (with more than one thread also up to chance).
   *
   * Every random number comes from xorshift32: one draw per token to keep it or not (also where it is always kept),
   * then, for each run of at most 1,000 kept tokens of a document, one draw per token for its window.
   *
   * @param tokenIds word indices; −1 ends a document
   * @param state non-zero 32-bit state the random numbers start from
   */
  train(tokenIds: Int32Array, learningRate: number, state: number): ChunkResult;
  /** Brings what this thread holds privately into the shared memory; called between chunks and at the end. */
  synchronize(): void;
}

/** The parts of a model that scoring needs. */
export interface ScoringModel {
  /** (V, D). */
  readonly inputVectors: Matrix;
  /** (V − 1, D). */
  readonly nodeVectors: Matrix;
  /** Path of every word, in the form of the Huffman tree of a model. */
  readonly tree: {
    /** (V + 1) start of each word's path in `nodes` and `codes`. */
    readonly offsets: Int32Array;
    /** (P). */
    readonly nodes: Int32Array;
    /** (P). */
    readonly codes: Uint8Array;
  };
}

/**
 * The tally of a text over the inner nodes of the tree: `nodes[i]` is passed `zeros[i]` times by code 0 and `ones[i]`
 * times by code 1. The three have one length; counts may be weighted, so they need not be whole.
 */
export interface NodeTally {
  readonly nodes: Int32Array;
  readonly zeros: Float64Array;
  readonly ones: Float64Array;
}

/** Scores candidates against texts. Not for use by two threads at once. */
export interface Scorer {
  readonly kernel: KernelName;
  /**
   * Σ_k log p(w_k | c) for each candidate c over the tokens w_k of the tally:
   * −Σ_i zeros[i]·softplus(−x·θ_i) + ones[i]·softplus(x·θ_i).
   *
   * @param inputWords (C) rows of the input vectors
   * @returns (C) nats, each ≤ 0; relative error ≤ 1e-6 against double precision
   */
  scoreWords(inputWords: ArrayLike<number>, tally: NodeTally): Float64Array;
  /** The same for vectors that are no row of the model: (C, D) row-major. */
  scoreVectors(vectors: Float32Array, tally: NodeTally): Float64Array;
  /**
   * log p(w_k | c) for each candidate c and each output word w_k.
   *
   * @param inputWords (C) rows of the input vectors
   * @param outputWords (K) words of the tree
   * @returns (C, K) row-major, nats, each ≤ 0; relative error ≤ 1e-6 against double precision, unless x·θ is small
   *   because large terms cancel
   */
  logProbabilities(inputWords: ArrayLike<number>, outputWords: ArrayLike<number>): Float32Array;
  /** The same for vectors that are no row of the model: (C, D) row-major. */
  logProbabilitiesOfVectors(vectors: Float32Array, outputWords: ArrayLike<number>): Float32Array;
  /**
   * weights[k] · log(λ·p(w_k | c)/p(w_k) + 1 − λ) for each vector c, (C, D) row-major, and each output word w_k.
   *
   * @returns (C, K) row-major, nats; as exact as log p is
   */
  gains(vectors: Float32Array, outputWords: ArrayLike<number>, mixture: Mixture): Float32Array;
}
