import { logSigmoid, sigmoid, softplus } from '../math/log-sigmoid.js';
import { copyRow, type Matrix } from '../math/matrix.js';
import { nextRandom } from '../math/random.js';
import type {
  ChunkResult,
  Kernel,
  NodeTally,
  Scorer,
  ScoringModel,
  TrainingHandle,
  TrainingMemory,
  TrainingShape,
  TrainingWorker,
} from './kernel.js';

/** Kept tokens a window is drawn in at a time; the sentence length of word2vec.c. */
const RUN_LENGTH = 1000;

/** The definition of what every kernel computes, in plain TypeScript. */
export const typescriptKernel: Kernel = {
  name: 'typescript',
  allocateTraining,
  attachTraining: (handle) => trainingWorker(handle),
  createScorer,
};

function allocateTraining(shape: TrainingShape): TrainingMemory {
  const memory = trainingArrays(shape);
  return { stride: shape.dim, ...memory, handle: { kernel: 'typescript', shape, memory } };
}

type TrainingArrays = Omit<TrainingMemory, 'stride' | 'handle'>;

function trainingArrays({ vocabularySize: V, dim: D, pathLength: P }: TrainingShape): TrainingArrays {
  const shared = (bytes: number) => new SharedArrayBuffer(bytes);
  return {
    inputVectors: new Float32Array(shared(V * D * 4)),
    nodeVectors: new Float32Array(shared((V - 1) * D * 4)),
    pathOffsets: new Int32Array(shared((V + 1) * 4)),
    pathNodes: new Int32Array(shared(P * 4)),
    pathCodes: new Uint8Array(shared(P)),
    keepThresholds: new Uint32Array(shared(V * 4)),
  };
}

function trainingWorker(handle: TrainingHandle): TrainingWorker {
  const { dim: D, window } = handle.shape;
  const { inputVectors, nodeVectors, pathOffsets, pathNodes, pathCodes, keepThresholds } =
    handle.memory as TrainingArrays;
  const run = new Int32Array(RUN_LENGTH);
  const change = new Float32Array(D);

  /** One step of gradient ascent on log p(centre | context); returns −log p before it. */
  function trainPair(context: number, centre: number, learningRate: number): number {
    const x = context * D;
    let loss = 0;
    change.fill(0);
    for (let at = pathOffsets[centre]; at < pathOffsets[centre + 1]; at++) {
      const theta = pathNodes[at] * D;
      const code = pathCodes[at];
      let dot = 0;
      for (let d = 0; d < D; d++) dot += inputVectors[x + d] * nodeVectors[theta + d];
      loss -= logSigmoid(code ? -dot : dot);
      const step = (1 - code - sigmoid(dot)) * learningRate;
      for (let d = 0; d < D; d++) {
        change[d] += step * nodeVectors[theta + d];
        nodeVectors[theta + d] += step * inputVectors[x + d];
      }
    }
    for (let d = 0; d < D; d++) inputVectors[x + d] += change[d];
    return loss;
  }

  return {
    train(tokenIds, learningRate, state) {
      const result: ChunkResult = { tokens: 0, pairs: 0, loss: 0, lossPairs: 0 };
      let at = 0;
      while (at < tokenIds.length) {
        let length = 0;
        while (at < tokenIds.length && length < RUN_LENGTH) {
          const word = tokenIds[at++];
          if (word < 0) break;
          result.tokens++;
          state = nextRandom(state);
          if (state <= keepThresholds[word]) run[length++] = word;
        }
        for (let centre = 0; centre < length; centre++) {
          state = nextRandom(state);
          const reach = 1 + (state % window);
          const last = Math.min(length - 1, centre + reach);
          for (let context = Math.max(0, centre - reach); context <= last; context++) {
            if (context === centre) continue;
            result.loss += trainPair(run[context], run[centre], learningRate);
            result.pairs++;
          }
        }
      }
      result.lossPairs = result.pairs;
      return result;
    },
    synchronize() {},
  };
}

function createScorer({ inputVectors, nodeVectors }: ScoringModel): Scorer {
  const D = inputVectors.columns;
  const score = (vectors: Matrix, rows: ArrayLike<number>, { nodes, zeros, ones }: NodeTally) => {
    const x = new Float64Array(D);
    const thetas = new Float64Array(nodes.length * D);
    for (let i = 0; i < nodes.length; i++) copyRow(nodeVectors, nodes[i], thetas, i * D);
    return Float64Array.from(rows, (row) => {
      copyRow(vectors, row, x);
      let sum = 0;
      for (let i = 0; i < nodes.length; i++) {
        let dot = 0;
        for (let d = 0; d < D; d++) dot += x[d] * thetas[i * D + d];
        sum -= zeros[i] * softplus(-dot) + ones[i] * softplus(dot);
      }
      return sum;
    });
  };
  return {
    kernel: 'typescript',
    scoreWords: (inputWords, tally) => score(inputVectors, inputWords, tally),
    scoreVectors(vectors, tally) {
      const rows = vectors.length / D;
      return score(
        { format: 'f32', rows, columns: D, data: vectors },
        Int32Array.from({ length: rows }, (_, i) => i),
        tally,
      );
    },
  };
}
