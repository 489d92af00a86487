import type { KernelName } from './kernel.js';

/**
 * Code that works on raw memory: the WebAssembly modules made from assembly/, and the native module made from native/.
 * Both have the same functions, so one glue serves both.
 */
export interface MemoryModule {
  readonly name: KernelName;
  /**
   * Takes shared memory of at least `bytes` bytes, all 0; pages are only taken from the system when written to.
   *
   * @throws KeywordError OUT_OF_MEMORY
   */
  allocate(bytes: number): KernelMemory;
  /** An instance that works on a memory; each worker and each scorer has its own. */
  instantiate(memory: KernelMemory): MemoryInstance;
}

/** Memory of a {@link MemoryModule}; can be posted to a thread. */
export interface KernelMemory {
  readonly buffer: SharedArrayBuffer;
  /** Where in `buffer` address 0 is, so that addresses divisible by 64 start a cache line. */
  readonly start: number;
  /** What else the module needs to find the memory again. */
  readonly owner?: unknown;
}

/** The functions of an instance: see assembly/training-state.ts, training.ts, scoring-state.ts and scoring.ts. */
export interface MemoryInstance {
  /** Floats in a vector of the processor; rows of trained vectors are a multiple of this long. */
  readonly LANES: Exported;
  setTrainingShape(
    vocabularySize: number,
    stride: number,
    window: number,
    maxPathLength: number,
    chunkLength: number,
    threads: number,
    frozenInputs: number,
  ): number;
  attachTraining(
    inputVectors: number,
    nodeVectors: number,
    pathOffsets: number,
    pathNodes: number,
    pathCodes: number,
    keepThresholds: number,
    scratch: number,
  ): void;
  readonly tokenIds: Exported;
  readonly result: Exported;
  train(count: number, learningRate: number, state: number): void;
  synchronize(): void;

  scorerScratchBytes(columns: number, longestPath: number): number;
  attachScorer(
    format: number,
    nodeVectors: number,
    scales: number,
    columns: number,
    longestPath: number,
    scratch: number,
  ): void;
  readonly MAX_CANDIDATES: Exported;
  readonly MAX_WORDS: Exported;
  readonly maxNodes: Exported;
  readonly maxSteps: Exported;
  readonly nodeIds: Exported;
  readonly zeros: Exported;
  readonly ones: Exported;
  readonly steps: Exported;
  readonly pathEnds: Exported;
  readonly logShares: Exported;
  readonly weights: Exported;
  readonly candidates: Exported;
  readonly scores: Exported;
  readonly results: Exported;
  packCandidates(count: number): void;
  scoreTally(nodeCount: number, candidateCount: number): void;
  logProbabilities(nodeCount: number, candidateCount: number, wordCount: number, lambda: number): void;
}

/** A size or an address: a number, or a WebAssembly.Global; `Number(…)` reads both. */
export interface Exported {
  valueOf(): number;
}

/** Hands out addresses one after the other, each at the start of a cache line. */
export class AddressSpace {
  /** Bytes handed out so far. AssemblyScript keeps the first kilobyte for itself. */
  end = 1024;

  take(bytes: number): number {
    const address = this.end;
    this.end += Math.ceil(bytes / 64) * 64;
    return address;
  }
}
