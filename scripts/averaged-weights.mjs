// The weights of an averaged perceptron (Collins 2002) while they are learned, for scripts/train-tagger and
// scripts/train-chinese-tagger.

/** Weights, and the sum of each over all steps. */
export class AveragedWeights {
  constructor(count) {
    this.weights = new Float32Array(count);
    this.totals = new Float32Array(count);
    this.changed = new Uint32Array(count);
    /** Steps so far. Whoever learns counts them. */
    this.step = 0;
  }

  add(at, value) {
    this.totals[at] += (this.step - this.changed[at]) * this.weights[at];
    this.changed[at] = this.step;
    this.weights[at] += value;
  }

  /** The means over all steps as signed bytes, and the largest of them: a mean is sign·(byte/127)²·scale. */
  packed() {
    const { weights, totals, changed, step } = this;
    const means = weights.map((weight, at) => (totals[at] + (step - changed[at]) * weight) / step);
    const scale = means.reduce((largest, mean) => Math.max(largest, Math.abs(mean)), 0);
    // A square root keeps small weights apart.
    const bytes = Int8Array.from(
      means,
      (mean) => Math.sign(mean) * Math.round(127 * Math.sqrt(Math.abs(mean) / scale)),
    );
    return { bytes, scale };
  }
}
