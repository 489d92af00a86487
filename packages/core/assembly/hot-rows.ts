/**
 * Private copies of the rows that all threads want at once.
 *
 * Every pair passes the root of the tree, and a few words are in every window. If all threads write to these rows, the
 * cores spend their time sending the cache lines to each other, and a second thread gains next to nothing. So with more
 * than one thread each keeps its own copy of the topmost nodes and the most frequent words, and adds what it has
 * learned to the shared row now and then. Since a merge happens after so many uses of that very row, what one thread
 * does not know of the others stays small for every row, the more so the less it is used; a merge by time would let
 * the root run far ahead in each thread, and the sum of all their steps overshoot. What counts is how many steps all
 * threads together may be ahead, so each takes its share of a fixed number of uses.
 *
 * Two threads merging one row at the same instant can lose part of a step, as always with threads that do not lock.
 */
import { VECTOR } from './lanes';
import {
  firstHotNode, hotCopies, hotOriginals, hotRows, hotUses, hotWords, inputVectors, maxUses, nodeVectors, rowBytes,
} from './training-state';

/** Address of the input vector of a word. Word indices descend with frequency. */
@inline
export function contextRow(word: usize): usize {
  if (word < hotWords) return hotRow(word, inputVectors + word * rowBytes);
  return inputVectors + word * rowBytes;
}

/** Address of the vector of an inner node. Node indices ascend with frequency; the root is the last. */
@inline
export function nodeRow(node: usize): usize {
  if (node >= firstHotNode) return hotRow(hotRows + node - firstHotNode, nodeVectors + node * rowBytes);
  return nodeVectors + node * rowBytes;
}

/** Address of this thread's copy of a shared row. Words have the first `hotRows` places, nodes the others. */
function hotRow(place: usize, shared: usize): usize {
  const uses = load<u32>(hotUses + place * 4) + 1;
  if (uses > maxUses) {
    merge(place, shared);
    store<u32>(hotUses + place * 4, 1);
  } else {
    store<u32>(hotUses + place * 4, uses);
  }
  return hotCopies + place * rowBytes;
}

/** Adds to the shared row what this thread has changed since the last time, and takes over what others have. */
function merge(place: usize, shared: usize): void {
  const copy = hotCopies + place * rowBytes;
  const original = hotOriginals + place * rowBytes;
  for (let d: usize = 0; d < rowBytes; d += VECTOR) {
    const change = f32x4.sub(v128.load(copy + d), v128.load(original + d));
    const merged = f32x4.add(v128.load(shared + d), change);
    v128.store(shared + d, merged);
    v128.store(copy + d, merged);
    v128.store(original + d, merged);
  }
}

/** Merges all rows. On copies still 0 this fetches the shared rows. */
export function synchronize(): void {
  for (let i: usize = 0; i < hotWords; i++) merge(i, inputVectors + i * rowBytes);
  for (let i: usize = 0; i < hotRows; i++) merge(hotRows + i, nodeVectors + (firstHotNode + i) * rowBytes);
  memory.fill(hotUses, 0, 2 * hotRows * 4);
}
