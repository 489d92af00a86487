/** What one training thread works on, set once by {@link attachTraining}. */
import { FLOAT } from './lanes';

/** Most kept tokens of a document trained on as one text: `runLength` of src/kernel/kernel.ts. */
export const RUN_LENGTH: i32 = 1000;
/** `lossInterval` of src/kernel/kernel.ts. */
export const LOSS_INTERVAL: u32 = 32;
/** Context words that meet a path at once: see batch-update.ts. */
export const BATCH: usize = 4;

/** (V, stride) x, shared by all threads. */
export let inputVectors: usize = 0;
/** (V − 1, stride) θ, shared by all threads. */
export let nodeVectors: usize = 0;
/** (V + 1) i32. */
export let pathOffsets: usize = 0;
/** (P) i32. */
export let pathNodes: usize = 0;
/** (P) u8. */
export let pathCodes: usize = 0;
/** (V) u32. */
export let keepThresholds: usize = 0;
export let maxWindow: u32 = 0;
/** Bytes from one row of the vectors to the next. */
export let rowBytes: usize = 0;

/** i32: the chunk to train on. */
export let tokenIds: usize = 0;
/** (RUN_LENGTH) i32: kept tokens. */
export let run: usize = 0;
/** tokens u32, pairs u32, lossPairs u32, unused, loss f64. */
export let result: usize = 0;
/**
 * (pathCapacity + BATCH) addresses of the rows of the path, filled up to a multiple of 4 with `zeroRow`, and behind
 * them those of `contextCopies`.
 */
export let pathRows: usize = 0;
/** (pathCapacity) f32: 1 − code. */
export let labels: usize = 0;
/** (pathCapacity) f32: 1 for a node, 0 for what fills the list up. */
export let mask: usize = 0;
/** (BATCH + 1) addresses of the rows of the context words. */
export let contextRows: usize = 0;
/** (BATCH, stride) f32: the vectors of the context words before the batch. */
export let contextCopies: usize = 0;
/** (6) f32: dot products of the context words with each other. */
export let overlaps: usize = 0;
/** (BATCH, pathCapacity + BATCH) f32: dot products of context words with the path, then the factors made of them. */
export let factors: usize = 0;
/** Bytes from one row of `factors` to the next. */
export let factorBytes: usize = 0;
/** (stride) f32: stays 0, since all it ever receives has the factor 0. */
export let zeroRow: usize = 0;
/** (stride) f32: takes the updates of a row that is not there, and is never read for anything else. */
export let wasteRow: usize = 0;

/** Longest path, rounded up to whole vectors. */
@inline
function capacity(maxPathLength: usize): usize {
  return (maxPathLength + 3) & ~3;
}

/** Bytes of memory a thread needs for itself; `stride` in floats. */
export function trainingScratchBytes(stride: usize, maxPathLength: usize, chunkLength: usize): usize {
  return layOut(0, stride * FLOAT, capacity(maxPathLength), chunkLength);
}

/** Lays the private memory of a thread out from `scratch` on. @returns where it ends */
function layOut(scratch: usize, stride: usize, pathCapacity: usize, chunkLength: usize): usize {
  result = scratch;
  tokenIds = result + 64;
  run = align(tokenIds + chunkLength * 4);
  pathRows = align(run + RUN_LENGTH * 4);
  labels = align(pathRows + (pathCapacity + BATCH) * sizeof<usize>());
  mask = align(labels + pathCapacity * FLOAT);
  contextRows = align(mask + pathCapacity * FLOAT);
  overlaps = align(contextRows + (BATCH + 1) * sizeof<usize>());
  contextCopies = align(overlaps + 6 * FLOAT);
  factors = align(contextCopies + BATCH * stride);
  factorBytes = (pathCapacity + BATCH) * FLOAT;
  zeroRow = align(factors + BATCH * factorBytes);
  wasteRow = align(zeroRow + stride);
  return align(wasteRow + stride);
}

/** The next start of a cache line. */
@inline
function align(address: usize): usize {
  return (address + 63) & ~63;
}

/** All pointers are 64-byte aligned; `scratch` points to trainingScratchBytes(…) zero bytes. */
export function attachTraining(
  inputs: usize,
  nodes: usize,
  offsets: usize,
  path: usize,
  codes: usize,
  thresholds: usize,
  stride: usize,
  window: u32,
  maxPathLength: usize,
  chunkLength: usize,
  scratch: usize,
): void {
  inputVectors = inputs;
  nodeVectors = nodes;
  pathOffsets = offsets;
  pathNodes = path;
  pathCodes = codes;
  keepThresholds = thresholds;
  maxWindow = window;
  rowBytes = stride * FLOAT;
  layOut(scratch, rowBytes, capacity(maxPathLength), chunkLength);
}
