import { copyRow } from '../math/matrix.js';
import { checkInputWords, checkTally, checkVectors, checkWords } from './check-input.js';
import type { NodeTally, Scorer, ScoringModel } from './kernel.js';
import {
  AddressSpace,
  allocateWasmMemory,
  instantiateWasm,
  type WasmExports,
  type WasmKernelName,
} from './wasm-module.js';

/** Codes of the number formats in assembly/scoring-state.ts. */
const formats = { f32: 0, f16: 1, int8: 2 };

/** Puts the vectors of candidates `from` … `from + count − 1` into the memory of the kernel. */
type Fill = (candidates: Float32Array, from: number, count: number) => void;

/**
 * {@link Scorer} of the WebAssembly kernels. The node vectors are copied into the memory of the kernel once, as they
 * are stored; candidates are copied for every call, which costs next to nothing beside the work done with them.
 */
export class WasmScorer implements Scorer {
  readonly kernel: WasmKernelName;
  private readonly model: ScoringModel;
  private readonly wasm: WasmExports;
  private readonly views: ReturnType<typeof viewMemory>;
  /** (V − 1) place of a node among the nodes of the call at hand, plus `placesFrom`. */
  private readonly places: Int32Array;
  private placesFrom = 1;

  constructor(name: WasmKernelName, model: ScoringModel) {
    const { nodeVectors, tree } = model;
    const { columns, data } = nodeVectors;
    let longestPath = 0;
    for (let w = 0; w + 1 < tree.offsets.length; w++) {
      longestPath = Math.max(longestPath, tree.offsets[w + 1] - tree.offsets[w]);
    }
    const probe = instantiateWasm(name, allocateWasmMemory(1));
    const space = new AddressSpace();
    const scratch = space.take(probe.scorerScratchBytes(columns, longestPath));
    const vectors = space.take(data.byteLength + 16);
    const scales = space.take(nodeVectors.rows * 4);
    const memory = allocateWasmMemory(space.end);
    new Uint8Array(memory.buffer, vectors).set(new Uint8Array(data.buffer, data.byteOffset, data.byteLength));
    if (nodeVectors.format === 'int8') new Float32Array(memory.buffer, scales).set(nodeVectors.scales);

    this.kernel = name;
    this.model = model;
    this.wasm = instantiateWasm(name, memory);
    this.wasm.attachScorer(formats[nodeVectors.format], vectors, scales, columns, longestPath, scratch);
    this.views = viewMemory(this.wasm, memory.buffer, columns);
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
    const { views, wasm } = this;
    const scores = new Float64Array(candidateCount);
    for (let from = 0; from < candidateCount; from += views.maxCandidates) {
      const count = Math.min(views.maxCandidates, candidateCount - from);
      fill(views.candidates, from, count);
      wasm.packCandidates(count);
      views.scores.fill(0);
      for (let node = 0; node < tally.nodes.length; node += views.maxNodes) {
        const end = Math.min(node + views.maxNodes, tally.nodes.length);
        views.nodeIds.set(tally.nodes.subarray(node, end));
        views.zeros.set(tally.zeros.subarray(node, end));
        views.ones.set(tally.ones.subarray(node, end));
        wasm.scoreTally(end - node, count);
      }
      scores.set(views.scores.subarray(0, count), from);
    }
    return scores;
  }

  private block(candidateCount: number, fill: Fill, outputWords: ArrayLike<number>): Float32Array {
    checkWords(outputWords, this.model);
    const { views, wasm } = this;
    const K = outputWords.length;
    const block = new Float32Array(candidateCount * K);
    for (let from = 0; from < candidateCount; from += views.maxCandidates) {
      const count = Math.min(views.maxCandidates, candidateCount - from);
      fill(views.candidates, from, count);
      wasm.packCandidates(count);
      for (let word = 0; word < K; ) {
        const { words, nodes } = this.collectPaths(outputWords, word);
        wasm.logProbabilities(nodes, count, words);
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

function viewMemory(wasm: WasmExports, buffer: SharedArrayBuffer, columns: number) {
  const maxCandidates = wasm.MAX_CANDIDATES.value;
  const maxWords = wasm.MAX_WORDS.value;
  const maxNodes = wasm.maxNodes.value;
  const maxSteps = wasm.maxSteps.value;
  return {
    maxCandidates,
    maxWords,
    maxNodes,
    maxSteps,
    nodeIds: new Int32Array(buffer, wasm.nodeIds.value, maxNodes),
    zeros: new Float32Array(buffer, wasm.zeros.value, maxNodes),
    ones: new Float32Array(buffer, wasm.ones.value, maxNodes),
    steps: new Uint32Array(buffer, wasm.steps.value, maxSteps),
    pathEnds: new Uint32Array(buffer, wasm.pathEnds.value, maxWords),
    candidates: new Float32Array(buffer, wasm.candidates.value, maxCandidates * columns),
    scores: new Float64Array(buffer, wasm.scores.value, maxCandidates),
    results: new Float32Array(buffer, wasm.results.value, maxCandidates * maxWords),
  };
}
