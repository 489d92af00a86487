/**
 * L, lower triangular, with L·Lᵀ = A.
 *
 * @param matrix A, (n, n) symmetric and positive definite
 */
export function lowerFactor(matrix: Float64Array, n: number): Float64Array {
  const lower = Float64Array.from(matrix);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = lower[i * n + j];
      for (let k = 0; k < j; k++) sum -= lower[i * n + k] * lower[j * n + k];
      lower[i * n + j] = i === j ? Math.sqrt(sum) : sum / lower[j * n + j];
    }
    lower.fill(0, i * n + i + 1, (i + 1) * n);
  }
  return lower;
}

/**
 * Makes b the x with L·x = b, in place.
 *
 * @param lower L, (n, n) lower triangular
 */
export function solveLower(lower: Float64Array | Float32Array, b: Float64Array): Float64Array {
  const n = b.length;
  for (let i = 0; i < n; i++) {
    let sum = b[i];
    for (let k = 0; k < i; k++) sum -= lower[i * n + k] * b[k];
    b[i] = sum / lower[i * n + i];
  }
  return b;
}
