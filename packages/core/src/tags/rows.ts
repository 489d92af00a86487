/** A sparse matrix by rows: row r has the columns columns[offsets[r]] … columns[offsets[r + 1] − 1], with a value each. */
export interface SparseRows {
  /** (rows + 1). */
  readonly offsets: Uint32Array;
  readonly columns: Uint32Array;
  readonly values: Float32Array;
}

/** Sparse rows of entries in any order; entries of one place are added. */
export function sparseRows(
  rows: number,
  entries: Iterable<readonly [row: number, column: number, value: number]>,
): SparseRows {
  const of: Map<number, number>[] = Array.from({ length: rows });
  for (const [row, column, value] of entries) {
    const values = of[row] ?? new Map<number, number>();
    of[row] = values;
    values.set(column, (values.get(column) ?? 0) + value);
  }
  return packRows(of);
}

/** Sparse rows of maps from column to value; a row that is left out is empty. */
export function packRows(rows: readonly (ReadonlyMap<number, number> | undefined)[]): SparseRows {
  const offsets = new Uint32Array(rows.length + 1);
  for (let r = 0; r < rows.length; r++) offsets[r + 1] = offsets[r] + (rows[r]?.size ?? 0);
  const columns = new Uint32Array(offsets[rows.length]);
  const values = new Float32Array(columns.length);
  for (let r = 0; r < rows.length; r++) {
    let at = offsets[r];
    for (const [column, value] of [...(rows[r] ?? [])].sort(([a], [b]) => a - b)) {
      columns[at] = column;
      values[at++] = value;
    }
  }
  return { offsets, columns, values };
}
