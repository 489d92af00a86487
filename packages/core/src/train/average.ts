import { copyRow, floatMatrix, type Matrix } from '../math/matrix.js';
import type { SkipGramModel } from '../model/skip-gram.js';

/**
 * How much of the way to where a shard pulls it a row goes with each occurrence. Found by trying, see
 * docs/decisions/0008-training-on-shards.md.
 */
const PULL = 0.01;

/**
 * One model of several that were trained from the same start on shards of a corpus, row by row.
 *
 * A row moves by the mean of its shards' moves, each weighted by how often the shard had the row (an input vector: by the
 * occurrences n_s of its word; a node: by those of all words below it). Where rows are rare a shard brings them only a
 * part of the way, and the shards one after the other would have brought them further: a move that covers
 * 1 − exp(−PULL·n) of the way in n occurrences is stretched from the mean of that over the shards to that of N = Σ n_s.
 * So rows that only one shard had are that shard's, rare ones add up, and frequent ones are averaged. Rows that none had
 * stay. Models come one after the other, so that three are in memory at a time.
 */
export class ShardAverage {
  readonly #start: SkipGramModel;
  readonly #input: RowMeans;
  readonly #nodes: RowMeans;

  /** @param start the model that all shards started from */
  constructor(start: SkipGramModel) {
    this.#start = start;
    this.#input = new RowMeans(start.inputVectors);
    this.#nodes = new RowMeans(start.nodeVectors);
  }

  /**
   * Adds a shard, of the vocabulary and tree of the start.
   *
   * @param shardCounts (V) occurrences of each word in the shard
   */
  add({ inputVectors, nodeVectors }: SkipGramModel, shardCounts: Float64Array): void {
    this.#input.add(inputVectors, shardCounts);
    this.#nodes.add(nodeVectors, nodeCounts(this.#start, shardCounts));
  }

  /** The model of all shards added. */
  finish(): SkipGramModel {
    const { vocabulary, tree, inputVectors, nodeVectors } = this.#start;
    return {
      vocabulary,
      tree,
      inputVectors: this.#input.finish(inputVectors),
      nodeVectors: this.#nodes.finish(nodeVectors),
    };
  }
}

/** Weighted means of the rows of several matrices (R, D), one matrix after the other. */
class RowMeans {
  readonly #mean: Float32Array;
  /** (R) N = Σ n_s, and Σ n_s·(1 − exp(−PULL·n_s)). */
  readonly #weights: Float64Array;
  readonly #covered: Float64Array;

  constructor({ rows, columns }: Matrix) {
    this.#mean = new Float32Array(rows * columns);
    this.#weights = new Float64Array(rows);
    this.#covered = new Float64Array(rows);
  }

  add(matrix: Matrix, counts: Float64Array): void {
    const { rows, columns } = matrix;
    const row = new Float32Array(columns);
    for (let r = 0; r < rows; r++) {
      const n = counts[r];
      if (n === 0) continue;
      this.#weights[r] += n;
      this.#covered[r] += n * -Math.expm1(-PULL * n);
      // A running mean: m ← m + (x − m)·n / N.
      const share = n / this.#weights[r];
      copyRow(matrix, r, row);
      for (let d = 0; d < columns; d++) this.#mean[r * columns + d] += (row[d] - this.#mean[r * columns + d]) * share;
    }
  }

  finish(start: Matrix): Matrix {
    const { rows, columns } = start;
    const row = new Float32Array(columns);
    for (let r = 0; r < rows; r++) {
      const N = this.#weights[r];
      copyRow(start, r, row);
      const stretch = N === 0 ? 0 : (-Math.expm1(-PULL * N) * N) / this.#covered[r];
      for (let d = 0; d < columns; d++) {
        const at = r * columns + d;
        this.#mean[at] = row[d] + (this.#mean[at] - row[d]) * stretch;
      }
    }
    return floatMatrix(this.#mean, rows, columns);
  }
}

/** (V − 1) occurrences of the words below each node. */
function nodeCounts({ tree }: SkipGramModel, shardCounts: Float64Array): Float64Array {
  const counts = new Float64Array(shardCounts.length - 1);
  for (let w = 0; w < shardCounts.length; w++) {
    for (let at = tree.offsets[w]; at < tree.offsets[w + 1]; at++) counts[tree.nodes[at]] += shardCounts[w];
  }
  return counts;
}
