import { buildHuffmanTree, type HuffmanTree } from '../model/huffman.js';

/**
 * The tree of a fastText model with `-loss hs`, which is not in its file but follows from the counts. fastText's code
 * bits mean the opposite of ours: its loss takes code 1 as the positive label (`binaryLogistic`), so each is flipped.
 *
 * @param counts (V) in the order of the file, descending
 * @throws RangeError when they do not descend or are fewer than 2
 */
export function fastTextTree(counts: ArrayLike<number>): HuffmanTree {
  const { offsets, nodes, codes } = buildHuffmanTree(counts);
  return { offsets, nodes, codes: codes.map((code) => 1 - code) };
}
