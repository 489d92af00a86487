/**
 * Dot products of candidates with nodes. Candidates lie side by side in the lanes, so that all arithmetic that follows
 * – softplus, tallies, sums along paths – works on eight of them at once and needs no sums across lanes.
 */
import { FLOAT, multiplyAdd, VECTOR } from './lanes';
import { block, blockRow, candidates, columns, dots, PANEL, PANEL_ROW, panels } from './scoring-state';

/** Panels that `count` candidates fill; the last may hold left-over candidates too. */
@inline
export function panelCount(count: usize): usize {
  return (count + PANEL - 1) / PANEL;
}

@inline
export function panelBytes(): usize {
  return columns * PANEL_ROW;
}

/** Sorts the first `count` of `candidates` into `panels`. */
export function packCandidates(count: usize): void {
  for (let c: usize = 0; c < count; c++) {
    let from = candidates + c * columns * FLOAT;
    let to = panels + (c / PANEL) * panelBytes() + (c % PANEL) * FLOAT;
    for (let d: usize = 0; d < columns; d++, from += FLOAT, to += PANEL_ROW) store<f32>(to, load<f32>(from));
  }
}

/**
 * The dot products of a panel with the first `count` rows of `block`, in `dots`: a tile of 8 candidates × 4 nodes whose
 * eight sums stay in registers. Up to three rows behind the last are worked on too.
 */
export function dotPanel(panel: usize, count: usize): void {
  const end = panel + panelBytes();
  const nodeBytes = blockRow;
  let out = dots;
  for (let row = block, rowEnd = block + count * nodeBytes; row < rowEnd; row += 4 * nodeBytes) {
    let row0 = row;
    let row1 = row0 + nodeBytes;
    let row2 = row1 + nodeBytes;
    let row3 = row2 + nodeBytes;
    let a0 = f32x4.splat(0);
    let a1 = a0;
    let a2 = a0;
    let a3 = a0;
    let b0 = a0;
    let b1 = a0;
    let b2 = a0;
    let b3 = a0;
    for (let x = panel; x < end; x += PANEL_ROW) {
      const a = v128.load(x);
      const b = v128.load(x, VECTOR);
      let theta = v128.load32_splat(row0);
      a0 = multiplyAdd(a, theta, a0);
      b0 = multiplyAdd(b, theta, b0);
      theta = v128.load32_splat(row1);
      a1 = multiplyAdd(a, theta, a1);
      b1 = multiplyAdd(b, theta, b1);
      theta = v128.load32_splat(row2);
      a2 = multiplyAdd(a, theta, a2);
      b2 = multiplyAdd(b, theta, b2);
      theta = v128.load32_splat(row3);
      a3 = multiplyAdd(a, theta, a3);
      b3 = multiplyAdd(b, theta, b3);
      row0 += FLOAT;
      row1 += FLOAT;
      row2 += FLOAT;
      row3 += FLOAT;
    }
    storePair(out, a0, b0);
    storePair(out + PANEL_ROW, a1, b1);
    storePair(out + 2 * PANEL_ROW, a2, b2);
    storePair(out + 3 * PANEL_ROW, a3, b3);
    out += 4 * PANEL_ROW;
  }
}

@inline
export function storePair(to: usize, a: v128, b: v128): void {
  v128.store(to, a);
  v128.store(to, b, VECTOR);
}
