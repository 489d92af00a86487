import { type HuffmanTree, parentsFromPaths } from '../model/huffman.js';
import { invalid } from './byte-source.js';

/**
 * Checks that paths are those of one full binary tree, so that Σ over the vocabulary of p(w | x) = 1.
 *
 * @param name of the file, for messages
 * @throws KeywordError INVALID_MODEL, and RangeError as {@link parentsFromPaths}
 */
export function checkTree(tree: HuffmanTree, name: string): void {
  const V = tree.offsets.length - 1;
  const { parents, codes } = parentsFromPaths(tree);
  const children = new Uint8Array(V - 1); // bit 0: left by code 0, bit 1: left by code 1
  for (let node = 0; node < parents.length; node++) {
    if (parents[node] === -2) throw invalid(name, `no path passes inner node ${node - V} of the tree.`);
    if (codes[node] > 1) throw invalid(name, `a path of the tree has the code ${codes[node]}; expected 0 or 1.`);
    if (parents[node] >= 0) children[parents[node]] |= 1 << codes[node];
  }
  // Paths that share their nodes and leave each by both codes: nothing else can be a tree of V leaves.
  const half = children.findIndex((bits) => bits !== 3);
  if (half >= 0) throw invalid(name, `inner node ${half} of the tree is not left by both codes.`);
}

/**
 * Checks that every number is finite.
 *
 * @param what the numbers are, for the message
 * @throws KeywordError INVALID_MODEL
 */
export function checkFinite(numbers: Float32Array, what: string, name: string): void {
  // x · 0 is NaN for NaN and the infinities, 0 for all others. Four sums, so that none waits for the one before.
  let [a, b, c, d] = [0, 0, 0, 0];
  const even = numbers.length - (numbers.length % 4);
  for (let i = 0; i < even; i += 4) {
    a += numbers[i] * 0;
    b += numbers[i + 1] * 0;
    c += numbers[i + 2] * 0;
    d += numbers[i + 3] * 0;
  }
  for (let i = even; i < numbers.length; i++) a += numbers[i] * 0;
  if (a + b + c + d !== 0) {
    const at = numbers.findIndex((number) => !Number.isFinite(number));
    throw invalid(name, `${what} have the value ${numbers[at]}; training went wrong or the file is damaged.`);
  }
}

/** Whether every number is 0. */
export function isZero(numbers: Float32Array): boolean {
  return numbers.every((number) => number === 0);
}

/** Whether the rows, of which the first hundred are looked at, all have length 1. */
export function isNormalized(numbers: Float32Array, columns: number): boolean {
  const rows = Math.min(100, numbers.length / columns);
  for (let row = 0; row < rows; row++) {
    let square = 0;
    for (let d = 0; d < columns; d++) square += numbers[row * columns + d] ** 2;
    if (Math.abs(square - 1) > 1e-4) return false;
  }
  return rows > 0;
}
