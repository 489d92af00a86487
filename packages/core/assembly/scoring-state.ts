/** What one scorer works on, set once by {@link attachScorer}. */
import { FLOAT } from './lanes';

/** Candidates that lie side by side in the lanes of two vectors. */
export const PANEL: usize = 8;
/** Bytes of one number of each candidate of a panel. */
export const PANEL_ROW: usize = PANEL * FLOAT;
/** Nodes worked on at once: their vectors should stay in the first-level cache. */
export const BLOCK: usize = 64;
/** Most candidates of one call. A multiple of PANEL. */
export const MAX_CANDIDATES: usize = 128;
/** Most output words of one call. */
export const MAX_WORDS: usize = 1024;

/** How node vectors are stored: the number formats of src/math/matrix.ts. */
export const F32: i32 = 0;
export const F16: i32 = 1;
export const INT8: i32 = 2;

export let format: i32 = 0;
/** (V − 1, D) θ in `format`. */
export let nodeVectors: usize = 0;
/** (V − 1) f32, for INT8. */
export let scales: usize = 0;
/** D. */
export let columns: usize = 0;
/** Most nodes of one call. A multiple of BLOCK. */
export let maxNodes: usize = 0;
/** Most steps on the paths of all words of one call. */
export let maxSteps: usize = 0;

/** (maxNodes) i32: what the caller asks about. */
export let nodeIds: usize = 0;
/** (maxNodes) f32: how often each node is left by code 0. */
export let zeros: usize = 0;
/** (maxNodes) f32: … and by code 1. */
export let ones: usize = 0;
/** (maxSteps) u32: 2 · place of a node in `nodeIds` + code, path after path. */
export let steps: usize = 0;
/** (MAX_WORDS) u32: where each path ends in `steps`. */
export let pathEnds: usize = 0;
/** (MAX_WORDS) f32: log p of each word, and what a gain of it counts. */
export let logShares: usize = 0;
export let weights: usize = 0;
/** (MAX_CANDIDATES, D) f32 x, row after row as the caller has them. */
export let candidates: usize = 0;

/** (MAX_CANDIDATES / PANEL, D, PANEL) f32: the same, number by number. */
export let panels: usize = 0;
/** (BLOCK, blockRow) f32: vectors of the nodes at hand. */
export let block: usize = 0;
/** Bytes from one row of `block` to the next. */
export let blockRow: usize = 0;
/** (BLOCK, PANEL) f32: x · θ. */
export let dots: usize = 0;
/** (MAX_CANDIDATES / PANEL, maxNodes, 2, PANEL) f32: −log p of leaving each node by code 0 and by code 1. */
export let costs: usize = 0;

/** (MAX_CANDIDATES) f64: results of scoreTally. */
export let scores: usize = 0;
/** (MAX_CANDIDATES, words) f32: results of logProbabilities. */
export let results: usize = 0;

/** Bytes of memory a scorer needs beside the node vectors. */
export function scorerScratchBytes(dim: usize, longestPath: usize): usize {
  return layOut(0, dim, longestPath);
}

/** Lays the scratch memory out. @returns where it ends */
function layOut(scratch: usize, dim: usize, longestPath: usize): usize {
  columns = dim;
  blockRow = ((dim + 3) & ~3) * FLOAT;
  maxNodes = (max<usize>(longestPath, 1024) + BLOCK - 1) & ~(BLOCK - 1);
  maxSteps = 16 * maxNodes;
  nodeIds = scratch;
  zeros = nodeIds + maxNodes * 4;
  ones = zeros + maxNodes * FLOAT;
  steps = ones + maxNodes * FLOAT;
  pathEnds = steps + maxSteps * 4;
  logShares = pathEnds + MAX_WORDS * 4;
  weights = logShares + MAX_WORDS * FLOAT;
  candidates = weights + MAX_WORDS * FLOAT;
  panels = candidates + MAX_CANDIDATES * dim * FLOAT;
  block = panels + MAX_CANDIDATES * dim * FLOAT;
  dots = block + BLOCK * blockRow;
  costs = dots + BLOCK * PANEL_ROW;
  scores = costs + MAX_CANDIDATES * maxNodes * 2 * FLOAT;
  results = scores + MAX_CANDIDATES * sizeof<f64>();
  return results + MAX_CANDIDATES * MAX_WORDS * FLOAT;
}

/** Pointers are 64-byte aligned; 16 bytes behind the node vectors may be read. */
export function attachScorer(
  nodeFormat: i32,
  nodes: usize,
  nodeScales: usize,
  dim: usize,
  longestPath: usize,
  scratch: usize,
): void {
  format = nodeFormat;
  nodeVectors = nodes;
  scales = nodeScales;
  layOut(scratch, dim, longestPath);
}
