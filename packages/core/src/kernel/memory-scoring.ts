import { copyRow } from '../math/matrix.js';
import type { Mixture } from '../math/mixture.js';
import { checkInputWords, checkMixture, checkTally, checkVectors, checkWords } from './check-input.js';
import type { KernelName, NodeTally, Scorer, ScoringModel } from './kernel.js';
import {
  AddressSpace,
  type Exported,
  type KernelMemory,
  type MemoryInstance,
  type MemoryModule,
} from './memory-module.js';

/** Codes of the number formats in assembly/scoring-state.ts. */
const formats = { f32: 0, f16: 1, int8: 2 };

/** Puts the vectors of candidates `from` … `from + count − 1` into the memory of the kernel. */
type Fill = (candidates: Float32Array, from: number, count: number) => void;

/**
 * {@link Scorer} of a kernel on raw memory. The node vectors are copied into the memory of the kernel once, as they
 * are stored; candidates are copied for every call, which costs next to nothing beside the work done with them.
 */
export class MemoryScorer implements Scorer {
  readonly kernel: KernelName;
  private readonly model: ScoringModel;
  private readonly instance: MemoryInstance;
  private readonly views: ReturnType<typeof viewMemory>;
  /** (V − 1) place of a node among the nodes of the call at hand, plus `placesFrom`. */
  private readonly places: Int32Array;
  private placesFrom = 1;

  constructor(module: MemoryModule, model: ScoringModel) {
    const { nodeVectors, tree } = model;
    const { columns, data } = nodeVectors;
    let longestPath = 0;
    for (let w = 0; w + 1 < tree.offsets.length; w++) {
      longestPath = Math.max(longestPath, tree.offsets[w + 1] - tree.offsets[w]);
    }
    const probe = module.instantiate(module.allocate(1));
    const space = new AddressSpace();
    const scratch = space.take(probe.scorerScratchBytes(columns, longestPath));
    const vectors = space.take(data.byteLength + 16);
    const scales = space.take(nodeVectors.rows * 4);
    const memory = module.allocate(space.end);
    const bytes = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
    new Uint8Array(memory.buffer, memory.start + vectors, bytes.length).set(bytes);
    if (nodeVectors.format === 'int8') {
      new Float32Array(memory.buffer, memory.start + scales, nodeVectors.rows).set(nodeVectors.scales);
    }
    this.kernel = module.name;
    this.model = model;
    this.instance = module.instantiate(memory);
    this.instance.attachScorer(formats[nodeVectors.format], vectors, scales, columns, longestPath, scratch);
    this.views = viewMemory(this.instance, memory, columns);
    this.places = new Int32Array(nodeVectors.rows);
  }

  scoreWords(inputWords: ArrayLike<number>, tally: NodeTally): Float64Array {
    return this.score(inputWords.length, this.fillWords(inputWords), tally);
  }

  scoreVectors(vectors: Float32Array, tally: NodeTally): Float64Array {
    return this.score(checkVectors(vectors, this.model), this.fillVectors(vectors), tally);
  }

  logProbabilities(inputWords: ArrayLike<number>, outputWords: ArrayLike<number>): Float32Array {
    return this.block(inputWords.length, this.fillWords(inputWords), outputWords);
  }

  logProbabilitiesOfVectors(vectors: Float32Array, outputWords: ArrayLike<number>): Float32Array {
    return this.block(checkVectors(vectors, this.model), this.fillVectors(vectors), outputWords);
  }

  gains(vectors: Float32Array, outputWords: ArrayLike<number>, mixture: Mixture): Float32Array {
    checkMixture(mixture, outputWords);
    return this.block(checkVectors(vectors, this.model), this.fillVectors(vectors), outputWords, mixture);
  }

  private fillWords(inputWords: ArrayLike<number>): Fill {
    checkInputWords(inputWords, this.model);
    const { inputVectors } = this.model;
    return (candidates, from, count) => {
      for (let c = 0; c < count; c++) copyRow(inputVectors, inputWords[from + c], candidates, c * inputVectors.columns);
    };
  }

  private fillVectors(vectors: Float32Array): Fill {
    const D = this.model.nodeVectors.columns;
    return (candidates, from, count) => candidates.set(vectors.subarray(from * D, (from + count) * D));
  }

  private score(candidateCount: number, fill: Fill, tally: NodeTally): Float64Array {
    checkTally(tally, this.model);
    const { views, instance } = this;
    const scores = new Float64Array(candidateCount);
    for (let from = 0; from < candidateCount; from += views.maxCandidates) {
      const count = Math.min(views.maxCandidates, candidateCount - from);
      fill(views.candidates, from, count);
      instance.packCandidates(count);
      views.scores.fill(0);
      for (let node = 0; node < tally.nodes.length; node += views.maxNodes) {
        const end = Math.min(node + views.maxNodes, tally.nodes.length);
        views.nodeIds.set(tally.nodes.subarray(node, end));
        views.zeros.set(tally.zeros.subarray(node, end));
        views.ones.set(tally.ones.subarray(node, end));
        instance.scoreTally(end - node, count);
      }
      scores.set(views.scores.subarray(0, count), from);
    }
    return scores;
  }

  /** log p, or what a mixture makes of it. */
  private block(candidateCount: number, fill: Fill, outputWords: ArrayLike<number>, mixture?: Mixture): Float32Array {
    checkWords(outputWords, this.model);
    const { views, instance } = this;
    const K = outputWords.length;
    const block = new Float32Array(candidateCount * K);
    for (let from = 0; from < candidateCount; from += views.maxCandidates) {
      const count = Math.min(views.maxCandidates, candidateCount - from);
      fill(views.candidates, from, count);
      instance.packCandidates(count);
      for (let word = 0; word < K; ) {
        const { words, nodes } = this.collectPaths(outputWords, word);
        if (mixture) {
          views.logShares.set(mixture.logShares.subarray(word, word + words));
          views.weights.set(mixture.weights.subarray(word, word + words));
        }
        instance.logProbabilities(nodes, count, words, mixture?.lambda ?? 0);
        for (let c = 0; c < count; c++) {
          block.set(views.results.subarray(c * words, (c + 1) * words), (from + c) * K + word);
        }
        word += words;
      }
    }
    return block;
  }

  /** Lists the nodes and steps of as many paths as fit, from `outputWords[first]` on. */
  private collectPaths(outputWords: ArrayLike<number>, first: number): { words: number; nodes: number } {
    const { views, places } = this;
    const { offsets, nodes: pathNodes, codes } = this.model.tree;
    // What earlier calls left in `places` lies below `placesFrom`, so that it need not be wiped out.
    if (this.placesFrom > 0x7fffffff - views.maxNodes) {
      places.fill(0);
      this.placesFrom = 1;
    }
    const base = this.placesFrom;
    let nodes = 0;
    let steps = 0;
    let words = 0;
    while (words < views.maxWords && first + words < outputWords.length) {
      const start = offsets[outputWords[first + words]];
      const end = offsets[outputWords[first + words] + 1];
      if (nodes + end - start > views.maxNodes || steps + end - start > views.maxSteps) break;
      for (let at = start; at < end; at++) {
        const node = pathNodes[at];
        if (places[node] < base) {
          places[node] = base + nodes;
          views.nodeIds[nodes++] = node;
        }
        views.steps[steps++] = 2 * (places[node] - base) + codes[at];
      }
      views.pathEnds[words++] = steps;
    }
    this.placesFrom = base + nodes;
    return { words, nodes };
  }
}

function viewMemory(instance: MemoryInstance, { buffer, start }: KernelMemory, columns: number) {
  const maxCandidates = Number(instance.MAX_CANDIDATES);
  const maxWords = Number(instance.MAX_WORDS);
  const maxNodes = Number(instance.maxNodes);
  const maxSteps = Number(instance.maxSteps);
  const at = (address: Exported) => start + Number(address);
  return {
    maxCandidates,
    maxWords,
    maxNodes,
    maxSteps,
    nodeIds: new Int32Array(buffer, at(instance.nodeIds), maxNodes),
    zeros: new Float32Array(buffer, at(instance.zeros), maxNodes),
    ones: new Float32Array(buffer, at(instance.ones), maxNodes),
    steps: new Uint32Array(buffer, at(instance.steps), maxSteps),
    pathEnds: new Uint32Array(buffer, at(instance.pathEnds), maxWords),
    logShares: new Float32Array(buffer, at(instance.logShares), maxWords),
    weights: new Float32Array(buffer, at(instance.weights), maxWords),
    candidates: new Float32Array(buffer, at(instance.candidates), maxCandidates * columns),
    scores: new Float64Array(buffer, at(instance.scores), maxCandidates),
    results: new Float32Array(buffer, at(instance.results), maxCandidates * maxWords),
  };
}
