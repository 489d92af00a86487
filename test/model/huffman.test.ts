import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  buildHuffmanTree,
  type HuffmanTree,
  parentsFromPaths,
  pathsFromParents,
} from '../../packages/core/dist/model/huffman.js';
import { anyTree } from './sample-trees.js';

const descendingCounts = fc
  .array(fc.oneof(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 1e9 })), { minLength: 2, maxLength: 60 })
  .map((counts) => counts.sort((a, b) => b - a));
const anyTreeOfSomeSize = fc.integer({ min: 2, max: 40 }).chain(anyTree);

const codeOf = (tree: HuffmanTree, w: number) => tree.codes.subarray(tree.offsets[w], tree.offsets[w + 1]).join('');

/** Σ count · length of an optimal code, by the textbook: merge the two smallest of a sorted list until one is left. */
function textbookCost(counts: readonly number[]): number {
  const list = [...counts];
  let cost = 0;
  while (list.length > 1) {
    list.sort((a, b) => a - b);
    const merged = list[0] + list[1];
    list.splice(0, 2, merged);
    cost += merged;
  }
  return cost;
}

describe('buildHuffmanTree', () => {
  it('gives a prefix code: no word is the beginning of another', () => {
    fc.assert(
      fc.property(descendingCounts, (counts) => {
        const tree = buildHuffmanTree(counts);
        const codes = counts.map((_, w) => codeOf(tree, w));
        for (const a of codes) assert.equal(codes.filter((b) => b.startsWith(a)).length, 1);
      }),
    );
  });

  it('gives the shortest code', () => {
    fc.assert(
      fc.property(descendingCounts, (counts) => {
        const { offsets } = buildHuffmanTree(counts);
        const cost = counts.reduce((sum, count, w) => sum + count * (offsets[w + 1] - offsets[w]), 0);
        assert.equal(cost, textbookCost(counts));
      }),
    );
  });

  it('starts every path at the root V − 2', () => {
    fc.assert(
      fc.property(descendingCounts, (counts) => {
        const { offsets, nodes } = buildHuffmanTree(counts);
        for (let w = 0; w < counts.length; w++) assert.equal(nodes[offsets[w]], counts.length - 2);
      }),
    );
  });

  it('takes the inner node before the leaf on equal counts, like word2vec.c', () => {
    // By hand: 2 + 2 → node 0 (4), then 3 with node 0 before the leaf of count 4 → node 1 (7), 4 with it → node 2.
    const tree = buildHuffmanTree([4, 3, 2, 2]);
    assert.deepEqual([...tree.offsets], [0, 1, 3, 6, 9]);
    assert.deepEqual([...tree.nodes], [2, 2, 1, 2, 1, 0, 2, 1, 0]);
    assert.deepEqual(
      [0, 1, 2, 3].map((w) => codeOf(tree, w)),
      ['0', '10', '111', '110'],
    );
  });

  it('takes the deepest trees that counts of a real corpus can make', () => {
    const fibonacci = [1, 1];
    while (fibonacci.length < 76) fibonacci.push(fibonacci.at(-1)! + fibonacci.at(-2)!);
    const { offsets } = buildHuffmanTree(fibonacci.reverse());
    assert.equal(offsets[76] - offsets[75], 75);
  });

  it('refuses a single word and counts that ascend', () => {
    assert.throws(() => buildHuffmanTree([1]), /at least 2 words, got 1/);
    assert.throws(() => buildHuffmanTree([1, 2]), /must descend; count 1/);
  });
});

describe('pathsFromParents and parentsFromPaths', () => {
  it('are inverse to each other for any full binary tree', () => {
    fc.assert(
      fc.property(anyTreeOfSomeSize, (tree) => {
        const paths = pathsFromParents(tree);
        assert.deepEqual(parentsFromPaths(paths), tree);
        assert.deepEqual(pathsFromParents(parentsFromPaths(paths)), paths);
      }),
    );
  });

  it('refuse whatever is not one full binary tree', () => {
    // Three words; inner node 1 (entry 4) is the root, inner node 0 (entry 3) its child.
    const parents = [1, 0, 0, 1, -1];
    const codes = [0, 0, 1, 1, 0];
    pathsFromParents({ parents: Int32Array.from(parents), codes: Uint8Array.from(codes) });
    const refuse = (change: (p: number[], c: number[]) => void, message: RegExp) => {
      const p = [...parents];
      const c = [...codes];
      change(p, c);
      assert.throws(() => pathsFromParents({ parents: Int32Array.from(p), codes: Uint8Array.from(c) }), message);
    };
    refuse((p) => p.splice(3, 1, -1), /Node 4 of the tree has parent -1/); // two roots
    refuse((p) => p.splice(4, 1, 0), /left twice|no root/); // no root
    refuse((p) => p.splice(0, 1, -1), /Node 0 of the tree has parent -1/); // a leaf as root
    refuse((_, c) => c.splice(2, 1, 0), /Inner node 0 of the tree is left twice by code 0/);
    refuse((p) => p.splice(1, 1, 2), /has parent 2, not 0 … 1/);
    refuse((p) => p.splice(1, 1, -2), /has parent -2/);
    refuse((_, c) => c.splice(1, 1, 2), /has code 2/);
    refuse((p) => p.pop(), /2V − 1 parents and codes, got 4 and 5/);
  });

  it('refuse a circle beside the root', () => {
    // Four words, inner nodes 0, 1, 2 at 4, 5, 6. Root 2 has the words 0 and 1; 0 and 1 are each other's child.
    const parents = Int32Array.of(2, 2, 0, 1, 1, 0, -1);
    const codes = Uint8Array.of(0, 1, 0, 0, 1, 1, 0);
    assert.throws(() => pathsFromParents({ parents, codes }), /does not reach the root/);
  });

  it('refuse a tree so deep that its paths would fill the memory', () => {
    const V = 100_000;
    const parents = new Int32Array(2 * V - 1).fill(-1);
    const codes = new Uint8Array(2 * V - 1);
    for (let w = 0; w < V; w++) parents[w] = Math.min(w, V - 2);
    for (let n = 0; n < V - 2; n++) {
      parents[V + n + 1] = n;
      codes[V + n + 1] = 1;
    }
    codes[V - 1] = 1;
    assert.throws(() => pathsFromParents({ parents, codes }), /longer than 127 nodes/);
  });

  it('refuse paths of different trees', () => {
    const refuse = (offsets: number[], nodes: number[], codes: number[], message: RegExp) =>
      assert.throws(
        () =>
          parentsFromPaths({
            offsets: Int32Array.from(offsets),
            nodes: Int32Array.from(nodes),
            codes: Uint8Array.from(codes),
          }),
        message,
      );
    refuse([0, 1, 2], [0, 0], [0, 0], /left twice/); // two words at one leaf
    refuse([0, 1, 3, 5], [1, 1, 0, 0, 0], [0, 1, 0, 1, 1], /reached in two ways/); // node 0 both root and child
    refuse([0, 1, 2, 3], [1, 1, 0], [0, 1, 0], /parent -1/); // two roots
    refuse([0, 1, 2, 2], [0, 0], [0, 1], /empty path/);
    refuse([0, 1, 2], [0, 1], [0, 1], /passes node 1, not 0 … 0/);
    refuse([0, 1, 2, 3], [0, 0, 0], [0, 1, 1], /two ways|left twice|parent -2/);
  });
});
