/** A mixture of what a model says of K words with how frequent they are anyway. */
export interface Mixture {
  /** λ, share of the model, in (0, 1]. */
  readonly lambda: number;
  /** (K) log p(w_k), in nats. */
  readonly logShares: Float64Array;
  /** (K) what a gain of each word counts. */
  readonly weights: Float64Array;
}

/** What a model that says `log` = log p(w_k | c) gains by the mixture: weights[k] · log(λ·p(w_k | c)/p(w_k) + 1 − λ), in nats. */
export function mixtureGain({ lambda, logShares, weights }: Mixture, k: number, log: number): number {
  const ratio = log - logShares[k];
  // λ = 1 without the detour over exp, so that the limit is exact.
  if (lambda === 1) return weights[k] * ratio;
  // By e^−|ratio|, so that nothing overflows.
  if (ratio > 0) return weights[k] * (ratio + Math.log(lambda + (1 - lambda) * Math.exp(-ratio)));
  return weights[k] * Math.log(lambda * Math.exp(ratio) + 1 - lambda);
}

/** {@link mixtureGain} of every number of a (C, K) row-major block, in its place. */
export function mixBlock(logs: Float32Array, mixture: Mixture): Float32Array {
  const K = mixture.weights.length;
  for (let i = 0; i < logs.length; i++) logs[i] = mixtureGain(mixture, i % K, logs[i]);
  return logs;
}
