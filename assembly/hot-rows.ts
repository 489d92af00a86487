import { inputVectors, nodeVectors, rowBytes } from './training-state';

/** Address of the input vector of a word. */
@inline
export function contextRow(word: usize): usize {
  return inputVectors + word * rowBytes;
}

/** Address of the vector of an inner node. */
@inline
export function nodeRow(node: usize): usize {
  return nodeVectors + node * rowBytes;
}

export function synchronize(): void {}
