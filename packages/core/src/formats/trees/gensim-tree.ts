import { type HuffmanTree, pathsFromParents } from '../../model/huffman.js';

/**
 * The tree that gensim makes of counts: Python's `heapq` over items compared by count alone, so that which of two equal
 * counts comes first depends on the heap itself (`gensim.models.keyedvectors`, `_assign_binary_codes`; CPython,
 * `heapq.py`). For files that hold gensim's node vectors but not its tree.
 *
 * @param counts (V) in the order of the file
 * @throws RangeError when they are fewer than 2
 */
export function gensimTree(counts: ArrayLike<number>): HuffmanTree {
  const V = counts.length;
  if (V < 2) throw new RangeError(`A Huffman tree needs at least 2 words, got ${V}.`);
  const weights = new Float64Array(2 * V - 1);
  weights.set(counts as ArrayLike<number>);
  const heap = new CountHeap(weights, V);
  const parents = new Int32Array(2 * V - 1).fill(-1);
  const codes = new Uint8Array(2 * V - 1);
  for (let made = 0; made < V - 1; made++) {
    const left = heap.pop();
    const right = heap.pop();
    weights[V + made] = weights[left] + weights[right];
    parents[left] = made;
    parents[right] = made;
    codes[right] = 1;
    heap.push(V + made);
  }
  return pathsFromParents({ parents, codes });
}

/** Nodes by weight, with every move that CPython's heapq makes. */
class CountHeap {
  private readonly weights: Float64Array;
  private readonly nodes: Int32Array;
  private size: number;

  constructor(weights: Float64Array, size: number) {
    this.weights = weights;
    this.nodes = Int32Array.from({ length: size + 1 }, (_, node) => node);
    this.size = size;
    for (let at = (size >> 1) - 1; at >= 0; at--) this.siftUp(at);
  }

  push(node: number): void {
    this.nodes[this.size++] = node;
    this.siftDown(0, this.size - 1);
  }

  pop(): number {
    const { nodes } = this;
    const last = nodes[--this.size];
    if (this.size === 0) return last;
    const first = nodes[0];
    nodes[0] = last;
    this.siftUp(0);
    return first;
  }

  private siftDown(start: number, from: number): void {
    const { nodes, weights } = this;
    const node = nodes[from];
    let at = from;
    while (at > start) {
      const parent = (at - 1) >> 1;
      if (!(weights[node] < weights[nodes[parent]])) break;
      nodes[at] = nodes[parent];
      at = parent;
    }
    nodes[at] = node;
  }

  private siftUp(start: number): void {
    const { nodes, weights, size } = this;
    const node = nodes[start];
    let at = start;
    for (let child = 2 * at + 1; child < size; child = 2 * at + 1) {
      const right = child + 1;
      if (right < size && !(weights[nodes[child]] < weights[nodes[right]])) child = right;
      nodes[at] = nodes[child];
      at = child;
    }
    nodes[at] = node;
    this.siftDown(start, at);
  }
}
