import type { NodeTally } from '../kernel/kernel.js';
import type { HuffmanTree } from './huffman.js';

/** The in-vocabulary words of a text, each once, with how often (or with what weight) it stands there. */
export interface WordCounts {
  /** (K) word indices, distinct. */
  readonly words: Int32Array;
  /** (K) occurrences or weights, ≥ 0. */
  readonly counts: Float64Array;
}

/**
 * How often the text's paths pass each inner node, and by which code. Σ_k log p(w_k | c) then needs one dot product for
 * each distinct node instead of one for each step of each path: the upper nodes, shared by all words, are met once.
 */
export function tallyNodes(tree: HuffmanTree, { words, counts }: WordCounts): NodeTally {
  const placeOfNode = new Map<number, number>();
  const zeros: number[] = [];
  const ones: number[] = [];
  for (let k = 0; k < words.length; k++) {
    for (let at = tree.offsets[words[k]]; at < tree.offsets[words[k] + 1]; at++) {
      let place = placeOfNode.get(tree.nodes[at]);
      if (place === undefined) {
        place = placeOfNode.size;
        placeOfNode.set(tree.nodes[at], place);
        zeros.push(0);
        ones.push(0);
      }
      if (tree.codes[at]) ones[place] += counts[k];
      else zeros[place] += counts[k];
    }
  }
  return {
    nodes: Int32Array.from(placeOfNode.keys()),
    zeros: Float64Array.from(zeros),
    ones: Float64Array.from(ones),
  };
}
