/** Makes the length of a vector 1, in place; 0 stays 0. */
export function scaleToUnit<V extends Float64Array | Float32Array>(vector: V): V {
  const length = lengthOf(vector) || 1;
  for (let d = 0; d < vector.length; d++) vector[d] /= length;
  return vector;
}

/** The length of a vector. */
export function lengthOf(vector: Float64Array | Float32Array): number {
  let square = 0;
  for (let d = 0; d < vector.length; d++) square += vector[d] * vector[d];
  return Math.sqrt(square);
}

/**
 * The product of a vector with numbers of an array, from a place on. By four sums, for one has to wait for itself, and for arrays
 * of one kind: half the time.
 */
export function productAt(vector: Float64Array, numbers: Float32Array, from: number): number {
  const whole = vector.length & ~3;
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  for (let i = 0; i < whole; i += 4) {
    a += vector[i] * numbers[from + i];
    b += vector[i + 1] * numbers[from + i + 1];
    c += vector[i + 2] * numbers[from + i + 2];
    d += vector[i + 3] * numbers[from + i + 3];
  }
  for (let i = whole; i < vector.length; i++) a += vector[i] * numbers[from + i];
  return a + b + (c + d);
}
