/**
 * softplus(z) = log(1 + eᶻ), exact to double precision at both ends.
 *
 * @param z any finite number
 * @returns a number ≥ 0
 */
export function softplus(z: number): number {
  return z > 0 ? z + Math.log1p(Math.exp(-z)) : Math.log1p(Math.exp(z));
}

/** log σ(z) = −softplus(−z), in nats, ≤ 0. Never a table: a strongly unlikely node must cost its full price. */
export function logSigmoid(z: number): number {
  return -softplus(-z);
}

/** σ(z) = 1 / (1 + e⁻ᶻ), in (0, 1), without overflow at either end. */
export function sigmoid(z: number): number {
  if (z >= 0) return 1 / (1 + Math.exp(-z));
  const e = Math.exp(z);
  return e / (1 + e);
}
