/**
 * Brings replicas of a matrix that were trained side by side from the same start back together: a row moves by the mean
 * of its movements in those replicas that moved it at all. A rare word, trained on in one replica only, so keeps all it
 * has learnt, and a node near the root, moved by all in much the same way, is not moved several times as far.
 *
 * Everything is done in the order of the replicas, so the outcome depends on no timing.
 *
 * @param base (rows, stride) what the replicas started from; becomes the outcome
 * @param replicas (rows, stride) each; become the outcome
 */
export function mergeReplicas(base: Float32Array, replicas: readonly Float32Array[], stride: number): void {
  for (let from = 0; from < base.length; from += stride) {
    const moved = replicas.filter((replica) => hasMoved(base, replica, from, stride));
    if (moved.length === 0) continue;
    for (let i = from; i < from + stride; i++) {
      let movement = 0;
      for (const replica of moved) movement += replica[i] - base[i];
      base[i] += movement / moved.length;
    }
    for (const replica of replicas) replica.set(base.subarray(from, from + stride), from);
  }
}

function hasMoved(base: Float32Array, replica: Float32Array, from: number, stride: number): boolean {
  for (let i = from; i < from + stride; i++) if (replica[i] !== base[i]) return true;
  return false;
}
