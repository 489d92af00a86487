/** What one training thread works on, set once by {@link attachTraining}. */
import { FLOAT } from './lanes';

/** Most kept tokens of a document trained on as one text: `runLength` of src/kernel/kernel.ts. */
export const RUN_LENGTH: i32 = 1000;
/** `lossInterval` of src/kernel/kernel.ts. */
export const LOSS_INTERVAL: u32 = 32;
/** Context words that meet a path at once: see batch-update.ts. */
export const BATCH: usize = 4;

/** Most rows of words, and of nodes, a thread keeps copies of: see hot-rows.ts. */
const MAX_HOT_ROWS: usize = 256;
/** Uses of such a row by all threads together between two merges of each. */
const USES_OF_ALL_THREADS: u32 = 128;

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
/** Whether the input vectors stay as they are. */
export let frozenInputs: bool = false;
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

/** Nodes this thread keeps copies of, the last ones; 0 with one thread. */
export let hotRows: usize = 0;
/** Words this thread keeps copies of, the first ones: as many, or 0 where they never change. */
export let hotWords: usize = 0;
/** Uses of a copy until it is merged. */
export let maxUses: u32 = 0;
/** V − 1 − hotRows. */
export let firstHotNode: usize = 0;
/** (2 · hotRows, stride) f32: the copies, words before nodes. */
export let hotCopies: usize = 0;
/** (2 · hotRows, stride) f32: what the copies were when they were last merged. */
export let hotOriginals: usize = 0;
/** (2 · hotRows) u32: uses since then. */
export let hotUses: usize = 0;

/** Longest path, rounded up to whole vectors. */
let pathCapacity: usize = 0;
let chunkCapacity: usize = 0;

/**
 * First step: takes the shape of the training.
 *
 * @param stride floats from one row of the vectors to the next, a multiple of 4
 * @returns bytes of memory every thread needs for itself
 */
export function setTrainingShape(
  vocabularySize: usize,
  stride: usize,
  window: u32,
  maxPathLength: usize,
  chunkLength: usize,
  threads: u32,
  frozen: u32,
): usize {
  rowBytes = stride * FLOAT;
  maxWindow = window;
  pathCapacity = (maxPathLength + 3) & ~3;
  chunkCapacity = chunkLength;
  hotRows = threads > 1 ? min(MAX_HOT_ROWS, vocabularySize - 1) : 0;
  maxUses = max<u32>(1, USES_OF_ALL_THREADS / threads);
  frozenInputs = frozen != 0;
  hotWords = frozenInputs ? 0 : hotRows;
  firstHotNode = vocabularySize - 1 - hotRows;
  return layOut(0);
}

/** Second step: takes the addresses of the shared arrays, all 64-byte aligned, and of the thread's own memory, all 0. */
export function attachTraining(
  inputs: usize,
  nodes: usize,
  offsets: usize,
  path: usize,
  codes: usize,
  thresholds: usize,
  scratch: usize,
): void {
  inputVectors = inputs;
  nodeVectors = nodes;
  pathOffsets = offsets;
  pathNodes = path;
  pathCodes = codes;
  keepThresholds = thresholds;
  layOut(scratch);
}

/** Lays the private memory of a thread out from `scratch` on. @returns where it ends */
function layOut(scratch: usize): usize {
  result = scratch;
  tokenIds = result + 64;
  run = align(tokenIds + chunkCapacity * 4);
  pathRows = align(run + RUN_LENGTH * 4);
  labels = align(pathRows + (pathCapacity + BATCH) * sizeof<usize>());
  mask = align(labels + pathCapacity * FLOAT);
  contextRows = align(mask + pathCapacity * FLOAT);
  overlaps = align(contextRows + (BATCH + 1) * sizeof<usize>());
  contextCopies = align(overlaps + 6 * FLOAT);
  factorBytes = (pathCapacity + BATCH) * FLOAT;
  factors = align(contextCopies + BATCH * rowBytes);
  zeroRow = align(factors + BATCH * factorBytes);
  wasteRow = align(zeroRow + rowBytes);
  hotUses = align(wasteRow + rowBytes);
  hotCopies = align(hotUses + 2 * hotRows * 4);
  hotOriginals = align(hotCopies + 2 * hotRows * rowBytes);
  return align(hotOriginals + 2 * hotRows * rowBytes);
}

/** The next start of a cache line. */
@inline
function align(address: usize): usize {
  return (address + 63) & ~63;
}
