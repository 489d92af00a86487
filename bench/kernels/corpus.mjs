// A segmented text – one document a line, words separated by spaces – as word indices, a vocabulary and a tree.
import { readFileSync } from 'node:fs';
import { buildHuffmanTree } from '../../packages/core/dist/model/huffman.js';

/** One document in so many is kept out of training to measure held-out log p on. */
const heldOutEvery = 100;

/** @returns counts (V), the tree, and ids of the training and the held-out documents, −1 behind each document */
export function readCorpus(path, minCount) {
  const lines = readFileSync(path, 'utf8').split('\n');
  const all = new Map();
  lines.forEach((line, i) => {
    if (i % heldOutEvery === 0) return;
    for (const word of line.split(' ')) if (word) all.set(word, (all.get(word) ?? 0) + 1);
  });
  const words = [...all].filter(([, count]) => count >= minCount).sort((a, b) => b[1] - a[1]);
  const index = new Map(words.map(([word], i) => [word, i]));
  const training = [];
  const heldOut = [];
  lines.forEach((line, i) => {
    const ids = i % heldOutEvery === 0 ? heldOut : training;
    for (const word of line.split(' ')) {
      const id = index.get(word);
      if (id !== undefined) ids.push(id);
    }
    ids.push(-1);
  });
  const counts = Float64Array.from(words, ([, count]) => count);
  return {
    counts,
    tree: buildHuffmanTree(counts),
    training: Int32Array.from(training),
    heldOut: Int32Array.from(heldOut),
  };
}

/** The keep probability of word2vec.c, √(t/f) + t/f for the share f of a word, as 32-bit thresholds. */
export function keepThresholds(counts, subsample) {
  const total = counts.reduce((a, b) => a + b);
  return Uint32Array.from(counts, (count) => {
    if (subsample === 0) return 0xffffffff;
    const ratio = (subsample * total) / count;
    return Math.min(1, Math.sqrt(ratio) + ratio) * 0xffffffff;
  });
}
