/** Makes the length of a vector 1, in place; 0 stays 0. */
export function scaleToUnit<V extends Float64Array | Float32Array>(vector: V): V {
  let square = 0;
  for (let d = 0; d < vector.length; d++) square += vector[d] * vector[d];
  const length = Math.sqrt(square) || 1;
  for (let d = 0; d < vector.length; d++) vector[d] /= length;
  return vector;
}
