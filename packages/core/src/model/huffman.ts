/**
 * The binary tree of hierarchical softmax. Leaves are the V words; inner nodes 0 … V−2 own the rows of the node
 * vectors. All paths lie in one flat list: word w passes nodes[offsets[w]] … nodes[offsets[w + 1] − 1], root first,
 * and leaves each by the code bit beside it: 0 ↦ σ(x·θ), 1 ↦ σ(−x·θ).
 */
export interface HuffmanTree {
  /** (V + 1) start of each word's path in `nodes` and `codes`; the last entry is their length P. */
  readonly offsets: Int32Array;
  /** (P) inner nodes, 0 … V−2, root → leaf. */
  readonly nodes: Int32Array;
  /** (P) code bits, 0 or 1. */
  readonly codes: Uint8Array;
}

/**
 * A tree as every node's way up: entries 0 … V−1 are the leaves, V … 2V−2 the inner nodes 0 … V−2. It says the same as
 * the paths in a tenth of the space, which is why model files hold this form.
 */
export interface TreeParents {
  /** (2V − 1) the inner node above, 0 … V−2, or −1 for the root. */
  readonly parents: Int32Array;
  /** (2V − 1) the code bit by which the node above is left to come here; 0 for the root. */
  readonly codes: Uint8Array;
}

/**
 * Longest path, in nodes. A Huffman tree of whole counts with a sum below 2^53 is at most 77 deep; the limit keeps a
 * crafted model file of V words from asking for memory for V²/2 steps.
 */
export const maxPathLength = 127;

/**
 * Builds the Huffman tree of the counts by the two-pointer method of word2vec.c (`CreateBinaryTree`) and fastText
 * (`buildTree`): counts must descend, inner nodes are numbered in the order they are made, so the root is V−2. On equal
 * counts the inner node is taken before the leaf.
 *
 * @param counts (V) occurrences, descending, V ≥ 2
 */
export function buildHuffmanTree(counts: ArrayLike<number>): HuffmanTree {
  const V = counts.length;
  if (V < 2) throw new RangeError(`A Huffman tree needs at least 2 words, got ${V}.`);
  for (let i = 1; i < V; i++) {
    if (counts[i] > counts[i - 1])
      throw new RangeError(`Counts must descend; count ${i} is larger than the one before.`);
  }
  const parents = new Int32Array(2 * V - 1).fill(-1);
  const codes = new Uint8Array(2 * V - 1);
  const sums = new Float64Array(V - 1).fill(Number.POSITIVE_INFINITY);
  let leaf = V - 1;
  let inner = 0;
  const takeSmallest = () => (leaf >= 0 && counts[leaf] < sums[inner] ? leaf-- : V + inner++);
  const weight = (node: number) => (node < V ? counts[node] : sums[node - V]);
  for (let made = 0; made < V - 1; made++) {
    const first = takeSmallest();
    const second = takeSmallest();
    sums[made] = weight(first) + weight(second);
    parents[first] = made;
    parents[second] = made;
    codes[second] = 1;
  }
  return pathsFromParents({ parents, codes });
}

/**
 * Writes out every word's path.
 *
 * @throws RangeError unless the parents are a full binary tree: one root, every inner node left once by code 0 and once
 *   by code 1, no circle. Such a tree makes Σ over the vocabulary of p(w | x) = 1 for any vectors.
 */
export function pathsFromParents({ parents, codes }: TreeParents): HuffmanTree {
  const V = (parents.length + 1) / 2;
  if (!Number.isInteger(V) || V < 2 || codes.length !== parents.length) {
    throw new RangeError(`A tree of V words has 2V − 1 parents and codes, got ${parents.length} and ${codes.length}.`);
  }
  const depths = nodeDepths(parents, codes, V);
  const offsets = new Int32Array(V + 1);
  let total = 0;
  for (let w = 0; w < V; w++) {
    offsets[w] = total;
    total += depths[w];
  }
  if (total > 0x7fffffff) throw new RangeError(`The paths of the tree have ${total} steps, more than 2^31 − 1.`);
  offsets[V] = total;
  const nodes = new Int32Array(total);
  const pathCodes = new Uint8Array(total);
  for (let w = 0; w < V; w++) {
    let node = w;
    for (let at = offsets[w + 1] - 1; at >= offsets[w]; at--) {
      nodes[at] = parents[node];
      pathCodes[at] = codes[node];
      node = V + parents[node];
    }
  }
  return { offsets, nodes, codes: pathCodes };
}

/** Depth of every node, root 0; checks the shape of the tree on the way. */
function nodeDepths(parents: Int32Array, codes: Uint8Array, V: number): Int32Array {
  const children = new Uint8Array(V - 1); // bit 0: left by code 0, bit 1: left by code 1
  let root = -1;
  for (let node = 0; node < parents.length; node++) {
    const parent = parents[node];
    if (parent === -1 && root === -1 && node >= V) {
      root = node;
      continue;
    }
    if (parent < 0 || parent > V - 2)
      throw new RangeError(`Node ${node} of the tree has parent ${parent}, not 0 … ${V - 2}.`);
    if (codes[node] > 1) throw new RangeError(`Node ${node} of the tree has code ${codes[node]}, not 0 or 1.`);
    const bit = 1 << codes[node];
    if (children[parent] & bit)
      throw new RangeError(`Inner node ${parent} of the tree is left twice by code ${codes[node]}.`);
    children[parent] |= bit;
  }
  if (root === -1) throw new RangeError('The tree has no root.');
  const depths = new Int32Array(parents.length).fill(-1);
  depths[root] = 0;
  const pending: number[] = [];
  for (let start = 0; start < parents.length; start++) {
    let node = start;
    while (depths[node] < 0) {
      pending.push(node);
      // With one root and two children each, a node that does not reach the root runs in a circle.
      if (pending.length > parents.length) throw new RangeError(`Node ${start} of the tree does not reach the root.`);
      node = V + parents[node];
    }
    let depth = depths[node];
    while (pending.length) depths[pending.pop()!] = ++depth;
    if (depth > maxPathLength) throw new RangeError(`A path of the tree is longer than ${maxPathLength} nodes.`);
  }
  return depths;
}

/**
 * The parents behind the paths: the inverse of {@link pathsFromParents}.
 *
 * @throws RangeError when the paths are not those of one full binary tree
 */
export function parentsFromPaths({ offsets, nodes, codes }: HuffmanTree): TreeParents {
  const V = offsets.length - 1;
  const parents = new Int32Array(2 * V - 1).fill(-2);
  const parentCodes = new Uint8Array(2 * V - 1);
  const link = (node: number, parent: number, code: number) => {
    if (parents[node] !== -2 && (parents[node] !== parent || parentCodes[node] !== code)) {
      throw new RangeError(`The paths are not a tree: node ${node} is reached in two ways.`);
    }
    parents[node] = parent;
    parentCodes[node] = code;
  };
  for (let w = 0; w < V; w++) {
    const end = offsets[w + 1];
    if (end <= offsets[w]) throw new RangeError(`Word ${w} has an empty path.`);
    for (let at = offsets[w]; at < end; at++) {
      if (nodes[at] < 0 || nodes[at] > V - 2) {
        throw new RangeError(`The path of word ${w} passes node ${nodes[at]}, not 0 … ${V - 2}.`);
      }
      if (at === offsets[w]) link(V + nodes[at], -1, 0);
      link(at + 1 < end ? V + nodes[at + 1] : w, nodes[at], codes[at]);
    }
  }
  nodeDepths(parents, parentCodes, V);
  return { parents, codes: parentCodes };
}
