import { buildHuffmanTree, type HuffmanTree } from '../../model/huffman.js';
import type { SkipGramModel } from '../../model/skip-gram.js';
import { gensimTree } from './gensim-tree.js';
import { likelyTree } from './likely-tree.js';

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

/**
 * The tree of a model in fastText's format. gensim's `save_facebook_model` writes node vectors that were trained with
 * gensim's tree and the bits as gensim means them, and nothing in the file tells; how well the model predicts its own
 * counts does.
 *
 * @returns what to warn of, where neither tree fits the counts or gensim's does
 * @throws RangeError as {@link fastTextTree}
 */
export function treeOfFastTextFile(model: Omit<SkipGramModel, 'tree'>): { tree: HuffmanTree; warnings: string[] } {
  const { counts } = model.vocabulary;
  const own = fastTextTree(counts);
  const found = likelyTree(model, [
    { name: 'fastText', tree: own },
    { name: 'gensim', tree: gensimTree(counts) },
  ]);
  const warnings = [];
  if (found.name === 'gensim') {
    warnings.push(
      "Its node vectors fit the tree that gensim trains with, not fastText's: it was written by gensim's save_facebook_model. fastText itself would read its probabilities wrongly.",
    );
    if (counts.some((count, w) => count === counts[w - 1])) {
      warnings.push(
        'gensim before 4 ordered equal counts by something that is not in the file: in such a model, words with equal counts may be swapped in the tree.',
      );
    }
  }
  if (!found.fits) {
    warnings.push(
      'Neither the tree of fastText nor that of gensim lets it predict its own words better than chance: do not trust its probabilities.',
    );
  }
  return { tree: found.tree, warnings };
}
