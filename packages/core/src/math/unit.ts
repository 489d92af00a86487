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
