import { sigmoid, softplus } from '../math/log-sigmoid.js';
import { copyRow } from '../math/matrix.js';
import { type Mixture, mixtureGain } from '../math/mixture.js';
import { nextRandom } from '../math/random.js';
import { checkInputWords, checkMixture, checkTally, checkTokenIds, checkVectors, checkWords } from './check-input.js';
import {
  type ChunkResult,
  type Kernel,
  lossInterval,
  type NodeTally,
  runLength,
  type Scorer,
  type ScoringModel,
  type TrainingHandle,
  type TrainingMemory,
  type TrainingShape,
  type TrainingWorker,
} from './kernel.js';

/**
 * The definition: what every kernel computes, pair by pair and node by node, in double precision. Read this to
 * understand the system; run the others.
 */
export const typescriptKernel: Kernel = {
  name: 'typescript',
  allocateTraining,
  attachTraining: (handle) => new ReferenceTraining(handle.shape, handle.memory as TrainingArrays),
  createScorer: (model) => new ReferenceScorer(model),
};

type TrainingArrays = Omit<TrainingMemory, 'handle'>;

function allocateTraining(shape: TrainingShape): TrainingMemory {
  // Only browsers without cross-origin isolation lack SharedArrayBuffer; they train with one thread.
  const Memory = globalThis.SharedArrayBuffer ?? ArrayBuffer;
  const { vocabularySize: V, dim: D, pathLength: P } = shape;
  const arrays: TrainingArrays = {
    stride: D,
    inputVectors: new Float32Array(new Memory(V * D * 4)),
    nodeVectors: new Float32Array(new Memory((V - 1) * D * 4)),
    pathOffsets: new Int32Array(new Memory((V + 1) * 4)),
    pathNodes: new Int32Array(new Memory(P * 4)),
    pathCodes: new Uint8Array(new Memory(P)),
    keepThresholds: new Uint32Array(new Memory(V * 4)),
  };
  const handle: TrainingHandle = { kernel: 'typescript', shape, memory: arrays };
  return { ...arrays, handle };
}

class ReferenceTraining implements TrainingWorker {
  private readonly shape: TrainingShape;
  private readonly memory: TrainingArrays;
  /** (D) what the nodes of a path ask the input vector to become, until the path is done. */
  private readonly step: Float64Array;

  constructor(shape: TrainingShape, memory: TrainingArrays) {
    this.shape = shape;
    this.memory = memory;
    this.step = new Float64Array(shape.dim);
  }

  train(tokenIds: Int32Array, learningRate: number, state: number): ChunkResult {
    checkTokenIds(tokenIds, this.shape);
    const result = { tokens: 0, pairs: 0, loss: 0, lossPairs: 0 };
    const run: number[] = [];
    let centres = 0;
    let at = 0;
    while (at < tokenIds.length) {
      run.length = 0;
      while (at < tokenIds.length && run.length < runLength) {
        const word = tokenIds[at++];
        if (word < 0) break;
        result.tokens++;
        state = nextRandom(state);
        if (state <= this.memory.keepThresholds[word]) run.push(word);
      }
      for (let centre = 0; centre < run.length; centre++) {
        state = nextRandom(state);
        const reach = 1 + (state % this.shape.window);
        const sampled = centres++ % lossInterval === 0;
        const last = Math.min(run.length - 1, centre + reach);
        for (let context = Math.max(0, centre - reach); context <= last; context++) {
          if (context === centre) continue;
          const loss = this.trainPair(run[context], run[centre], learningRate);
          result.pairs++;
          if (sampled) {
            result.loss += loss;
            result.lossPairs++;
          }
        }
      }
    }
    return result;
  }

  synchronize(): void {}

  /**
   * One step of gradient ascent on log p(output | input), as in word2vec.c: every node moves as soon as it is passed,
   * the input vector once the whole path is.
   *
   * @returns −log p(output | input) before the step, in nats
   */
  private trainPair(inputWord: number, outputWord: number, learningRate: number): number {
    const { inputVectors, nodeVectors, pathOffsets, pathNodes, pathCodes } = this.memory;
    const { step } = this;
    const D = this.shape.dim;
    const x = inputWord * D;
    let loss = 0;
    step.fill(0);
    for (let at = pathOffsets[outputWord]; at < pathOffsets[outputWord + 1]; at++) {
      const theta = pathNodes[at] * D;
      let dot = 0;
      for (let d = 0; d < D; d++) dot += inputVectors[x + d] * nodeVectors[theta + d];
      const code = pathCodes[at];
      loss += softplus(code ? dot : -dot);
      const gradient = (1 - code - sigmoid(dot)) * learningRate;
      for (let d = 0; d < D; d++) {
        step[d] += gradient * nodeVectors[theta + d];
        nodeVectors[theta + d] += gradient * inputVectors[x + d];
      }
    }
    if (!this.shape.frozenInputs) for (let d = 0; d < D; d++) inputVectors[x + d] += step[d];
    return loss;
  }
}

class ReferenceScorer implements Scorer {
  readonly kernel = 'typescript';
  private readonly model: ScoringModel;
  private readonly theta: Float64Array;

  constructor(model: ScoringModel) {
    this.model = model;
    this.theta = new Float64Array(model.nodeVectors.columns);
  }

  scoreWords(inputWords: ArrayLike<number>, tally: NodeTally): Float64Array {
    return this.scoreVectors(this.rows(inputWords), tally);
  }

  scoreVectors(vectors: Float32Array, tally: NodeTally): Float64Array {
    const C = checkVectors(vectors, this.model);
    checkTally(tally, this.model);
    const scores = new Float64Array(C);
    for (let i = 0; i < tally.nodes.length; i++) {
      copyRow(this.model.nodeVectors, tally.nodes[i], this.theta);
      for (let c = 0; c < C; c++) {
        const dot = this.dot(vectors, c);
        scores[c] -= tally.zeros[i] * softplus(-dot) + tally.ones[i] * softplus(dot);
      }
    }
    return scores;
  }

  logProbabilities(inputWords: ArrayLike<number>, outputWords: ArrayLike<number>): Float32Array {
    return this.logProbabilitiesOfVectors(this.rows(inputWords), outputWords);
  }

  logProbabilitiesOfVectors(vectors: Float32Array, outputWords: ArrayLike<number>): Float32Array {
    return Float32Array.from(this.pathSums(vectors, outputWords));
  }

  gains(vectors: Float32Array, outputWords: ArrayLike<number>, mixture: Mixture): Float32Array {
    checkMixture(mixture, outputWords);
    const K = outputWords.length;
    return Float32Array.from(this.pathSums(vectors, outputWords), (log, i) => mixtureGain(mixture, i % K, log));
  }

  private pathSums(vectors: Float32Array, outputWords: ArrayLike<number>): Float64Array {
    const C = checkVectors(vectors, this.model);
    checkWords(outputWords, this.model);
    const { offsets, nodes, codes } = this.model.tree;
    const K = outputWords.length;
    const sums = new Float64Array(C * K);
    for (let k = 0; k < K; k++) {
      for (let at = offsets[outputWords[k]]; at < offsets[outputWords[k] + 1]; at++) {
        copyRow(this.model.nodeVectors, nodes[at], this.theta);
        for (let c = 0; c < C; c++) {
          const dot = this.dot(vectors, c);
          sums[c * K + k] -= softplus(codes[at] ? dot : -dot);
        }
      }
    }
    return sums;
  }

  /** x_c · θ. */
  private dot(vectors: Float32Array, c: number): number {
    const { theta } = this;
    const D = theta.length;
    let dot = 0;
    for (let d = 0; d < D; d++) dot += vectors[c * D + d] * theta[d];
    return dot;
  }

  private rows(inputWords: ArrayLike<number>): Float32Array {
    checkInputWords(inputWords, this.model);
    const D = this.model.inputVectors.columns;
    const rows = new Float32Array(inputWords.length * D);
    for (let c = 0; c < inputWords.length; c++) copyRow(this.model.inputVectors, inputWords[c], rows, c * D);
    return rows;
  }
}
