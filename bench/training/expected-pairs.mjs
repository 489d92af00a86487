// How many pairs (context → centre) each tool is expected to train on: the work behind a token. Subsampling is drawn
// once with a fixed seed; windows enter by their mean.
import { readFileSync } from 'node:fs';
import { nextRandom } from '../../packages/core/dist/math/random.js';

/** Most kept tokens trained on as one text, and whether the end of a line is a word that is trained on. */
const habits = {
  telltale: { runLength: 1000, lineEnd: false },
  gensim: { runLength: 10_000, lineEnd: false },
  'word2vec.c': { runLength: 1000, lineEnd: false },
  fastText: { runLength: 1024, lineEnd: true },
};

/** @returns pairs per epoch by the first word of a tool's name */
export function expectedPairs(path, { window, minCount, subsample }) {
  const lines = readFileSync(path, 'utf8').split('\n').filter(Boolean);
  const counts = new Map();
  for (const line of lines) {
    for (const word of line.split(' ')) if (word) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  let total = 0;
  for (const [word, count] of counts) {
    if (count < minCount) counts.delete(word);
    else total += count;
  }
  const keep = (count) => {
    const ratio = (subsample * total) / count;
    return subsample === 0 ? 1 : Math.sqrt(ratio) + ratio;
  };
  const keepLineEnd = Math.min(1, keep(lines.length));
  const pairs = Object.fromEntries(Object.keys(habits).map((tool) => [tool, 0]));
  let state = 1;
  for (const line of lines) {
    let kept = 0;
    for (const word of line.split(' ')) {
      const count = counts.get(word);
      if (count === undefined) continue;
      state = nextRandom(state);
      if (state / 2 ** 32 < keep(count)) kept++;
    }
    for (const [tool, { runLength, lineEnd }] of Object.entries(habits)) {
      let rest = kept;
      for (; rest > runLength; rest -= runLength) pairs[tool] += pairsIn(runLength, window);
      const last = pairsIn(rest, window);
      pairs[tool] += lineEnd ? keepLineEnd * pairsIn(rest + 1, window) + (1 - keepLineEnd) * last : last;
    }
  }
  return pairs;
}

/** Σ over distances d of the pairs that far apart, times the chance that the drawn window reaches d. */
function pairsIn(length, window) {
  let sum = 0;
  for (let d = 1; d <= Math.min(window, length - 1); d++) sum += 2 * (length - d) * ((window - d + 1) / window);
  return sum;
}
