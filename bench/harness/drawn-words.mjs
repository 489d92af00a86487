/** Draws words of a vocabulary as often as its corpus has them, by a number from 0 to 1. */
export function frequentWords({ words, counts }) {
  const sums = new Float64Array(words.length);
  for (let w = 0, sum = 0; w < words.length; w++) sums[w] = sum += counts[w];
  return (share) => {
    const wanted = share * sums.at(-1);
    let [low, high] = [0, words.length - 1];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (sums[middle] <= wanted) low = middle + 1;
      else high = middle;
    }
    return words[low];
  };
}

/** Numbers from 0 to 1, the same for a seed: Mulberry32. */
export function randomNumbers(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
