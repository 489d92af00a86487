/**
 * The columns of a row that say most: those counted more often than chance would have it, at most `limit`, with the
 * largest n·log(n / e). That is what knowing them adds to the log p of the texts that were counted, in nats.
 *
 * @param row counts n by column
 * @param columns those that may hold more than 0, each once
 * @param shares (V) of each column in the language at large; e = total · share
 * @returns ascending
 */
export function strongestPairs(
  row: Uint32Array,
  columns: Uint32Array,
  shares: Float64Array,
  total: number,
  limit: number,
): Uint32Array {
  const found = new Uint32Array(columns.length);
  const gains = new Float32Array(columns.length);
  let count = 0;
  for (const column of columns) {
    const gain = row[column] * Math.log(row[column] / (total * shares[column]));
    // Also false for a count of 0.
    if (!(gain > 0)) continue;
    found[count] = column;
    gains[count++] = gain;
  }
  if (count <= limit) return found.subarray(0, count).sort();
  const least = gains.slice(0, count).sort()[count - limit];
  let ties = limit;
  for (let i = 0; i < count; i++) if (gains[i] > least) ties--;
  let kept = 0;
  for (let i = 0; i < count; i++) {
    if (gains[i] > least || (gains[i] === least && ties-- > 0)) found[kept++] = found[i];
  }
  return found.subarray(0, kept).sort();
}
