// Separable CMA-ES (Ros & Hansen 2008): looks for the point at which a function of some twenty numbers is largest.

/**
 * @param value (point: Float64Array) => number
 * @param start where the search begins
 * @param sigma how far it looks around at first
 * @param evaluations of the function, about
 * @param seed start of the random numbers
 * @returns the centre of the last generation, which is less lucky than the best point ever seen
 */
export function search(value, start, { sigma = 0.5, evaluations, seed = 1, onStep = () => {} }) {
  const n = start.length;
  const lambda = 4 + Math.floor(3 * Math.log(n));
  const mu = lambda >> 1;
  const raw = Array.from({ length: mu }, (_, i) => Math.log(mu + 0.5) - Math.log(i + 1));
  const total = raw.reduce((a, b) => a + b);
  const weights = raw.map((w) => w / total);
  const effective = 1 / weights.reduce((sum, w) => sum + w * w, 0);
  const pathRate = (effective + 2) / (n + effective + 5);
  const damping = 1 + pathRate + 2 * Math.max(0, Math.sqrt((effective - 1) / (n + 1)) - 1);
  const meanRate = 4 / (n + 4);
  const rankOne = ((2 / ((n + 1.3) ** 2 + effective)) * (n + 2)) / 3;
  const rankMu = Math.min(
    1 - rankOne,
    (((2 * (effective - 2 + 1 / effective)) / ((n + 2) ** 2 + effective)) * (n + 2)) / 3,
  );
  const expected = Math.sqrt(n) * (1 - 1 / (4 * n) + 1 / (21 * n * n));
  const random = generator(seed);
  const mean = Float64Array.from(start);
  const variance = new Float64Array(n).fill(1);
  const path = new Float64Array(n);
  const conjugate = new Float64Array(n);
  for (let done = 0; done < evaluations; done += lambda) {
    const people = Array.from({ length: lambda }, () => {
      const z = Float64Array.from({ length: n }, random);
      const point = mean.map((m, j) => m + sigma * Math.sqrt(variance[j]) * z[j]);
      return { z, value: value(point) };
    }).sort((a, b) => b.value - a.value);
    for (let j = 0; j < n; j++) {
      const step = weights.reduce((sum, w, i) => sum + w * people[i].z[j], 0);
      const square = weights.reduce((sum, w, i) => sum + w * people[i].z[j] ** 2, 0);
      mean[j] += sigma * Math.sqrt(variance[j]) * step;
      conjugate[j] = (1 - pathRate) * conjugate[j] + Math.sqrt(pathRate * (2 - pathRate) * effective) * step;
      path[j] = (1 - meanRate) * path[j] + Math.sqrt(meanRate * (2 - meanRate) * effective * variance[j]) * step;
      variance[j] = (1 - rankOne - rankMu) * variance[j] + rankOne * path[j] ** 2 + rankMu * variance[j] * square;
    }
    sigma *= Math.exp((pathRate / damping) * (Math.hypot(...conjugate) / expected - 1));
    onStep(done + lambda, people[0].value, sigma);
  }
  return mean;
}

/** Normally distributed numbers: mulberry32, Box & Muller. */
function generator(seed) {
  const uniform = () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  return () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
}
