import type { NodeTally } from '../kernel/kernel.js';
import type { HuffmanTree } from './huffman.js';

/** The in-vocabulary words of a text, each once, with how often (or with what weight) it occurs there. */
export interface WordCounts {
  /** (K) word indices, distinct. */
  readonly words: Int32Array;
  /** (K) occurrences or weights, ≥ 0. */
  readonly counts: Float64Array;
}

/** Marks on the inner nodes of a tree, kept from one text to the next: nothing is wiped out, and no map is made. */
interface Marks {
  /** (V − 1) place of a node in the tally at hand, plus `from`; what earlier tallies left lies below. */
  readonly places: Int32Array;
  from: number;
}

const marksOfTrees = new WeakMap<HuffmanTree, Marks>();

function marksOf(tree: HuffmanTree, steps: number): Marks {
  const marks = marksOfTrees.get(tree) ?? { places: new Int32Array(tree.offsets.length - 2), from: 1 };
  marksOfTrees.set(tree, marks);
  if (marks.from > 0x7fffffff - steps) {
    marks.places.fill(0);
    marks.from = 1;
  }
  return marks;
}

/**
 * How often the text's paths pass each inner node, and by which code. Σ_k log p(w_k | c) then needs one dot product for
 * each distinct node instead of one for each step of each path: the upper nodes, shared by all words, are met once.
 */
export function tallyNodes(tree: HuffmanTree, { words, counts }: WordCounts): NodeTally {
  let steps = 0;
  for (let k = 0; k < words.length; k++) steps += tree.offsets[words[k] + 1] - tree.offsets[words[k]];
  const marks = marksOf(tree, steps);
  const { places, from } = marks;
  const nodes = new Int32Array(steps);
  const zeros = new Float64Array(steps);
  const ones = new Float64Array(steps);
  let found = 0;
  for (let k = 0; k < words.length; k++) {
    const count = counts[k];
    for (let at = tree.offsets[words[k]]; at < tree.offsets[words[k] + 1]; at++) {
      const node = tree.nodes[at];
      if (places[node] < from) {
        places[node] = from + found;
        nodes[found++] = node;
      }
      if (tree.codes[at]) ones[places[node] - from] += count;
      else zeros[places[node] - from] += count;
    }
  }
  marks.from = from + found;
  return { nodes: nodes.subarray(0, found), zeros: zeros.subarray(0, found), ones: ones.subarray(0, found) };
}
