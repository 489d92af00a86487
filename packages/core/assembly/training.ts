/** One pass over a chunk of token ids: the loops and random decisions of src/kernel/typescript-kernel.ts. */
import { updateBatch } from './batch-update';
import { contextRow, nodeRow } from './hot-rows';
import { FLOAT } from './lanes';
import { nextRandom } from './random';
import {
  BATCH, contextCopies, contextRows, keepThresholds, labels, LOSS_INTERVAL, mask, maxWindow, pathCodes, pathNodes,
  pathOffsets, pathRows, result, rowBytes, run, RUN_LENGTH, tokenIds, wasteRow, zeroRow,
} from './training-state';

const POINTER = sizeof<usize>();

/** Trains on the first `count` of `tokenIds`; writes what it came to to `result`. */
export function train(count: i32, learningRate: f32, state: u32): void {
  let at = 0;
  let tokens: u32 = 0;
  let pairs: u32 = 0;
  let lossPairs: u32 = 0;
  let loss: f64 = 0;
  let centres: u32 = 0;
  while (at < count) {
    let length: i32 = 0;
    while (at < count && length < RUN_LENGTH) {
      const word = load<i32>(tokenIds + (<usize>at << 2));
      at++;
      if (word < 0) break;
      tokens++;
      state = nextRandom(state);
      if (state > load<u32>(keepThresholds + (<usize>word << 2))) continue;
      store<i32>(run + (<usize>length << 2), word);
      length++;
    }
    for (let centre = 0; centre < length; centre++) {
      state = nextRandom(state);
      const reach = 1 + <i32>(state % maxWindow);
      const first = max(0, centre - reach);
      const last = min(length - 1, centre + reach);
      const sampled = centres++ % LOSS_INTERVAL == 0;
      if (first == last) continue;
      loss += trainWindow(centre, first, last, learningRate, sampled);
      pairs += last - first;
      if (sampled) lossPairs += last - first;
    }
  }
  store<u32>(result, tokens, 0);
  store<u32>(result, pairs, 4);
  store<u32>(result, lossPairs, 8);
  store<f64>(result, loss, 16);
}

/** Makes the words `first` … `last` of the run predict the word at `centre`. @returns the loss, if sampled */
function trainWindow(centre: i32, first: i32, last: i32, learningRate: f32, sampled: bool): f64 {
  const pathLength = loadPath(load<u32>(run + (<usize>centre << 2)));
  let loss: f64 = 0;
  let contexts: usize = 0;
  for (let position = first; position <= last; position++) {
    if (position == centre) continue;
    const row = contextRow(load<u32>(run + (<usize>position << 2)));
    if (contexts == BATCH || isInBatch(row, contexts)) {
      loss += updateBatch(contexts, pathLength, learningRate, sampled);
      contexts = 0;
    }
    store<usize>(contextRows + contexts * POINTER, row);
    contexts++;
    // Rows are updated two at a time; this is the other one if no further word joins the batch.
    store<usize>(contextRows + contexts * POINTER, wasteRow);
  }
  return loss + updateBatch(contexts, pathLength, learningRate, sampled);
}

@inline
function isInBatch(row: usize, contexts: usize): bool {
  for (let i: usize = 0; i < contexts; i++) {
    if (load<usize>(contextRows + i * POINTER) == row) return true;
  }
  return false;
}

/** Looks the path of a word up. @returns its length, rounded up to a multiple of 4 */
function loadPath(word: usize): usize {
  const from = <usize>load<u32>(pathOffsets + (word << 2));
  const length = <usize>load<u32>(pathOffsets + (word << 2), 4) - from;
  const padded = (length + 3) & ~3;
  for (let j: usize = 0; j < length; j++) {
    const node = load<u32>(pathNodes + ((from + j) << 2));
    store<usize>(pathRows + j * POINTER, nodeRow(node));
    store<f32>(labels + j * FLOAT, load<u8>(pathCodes + from + j) ? 0 : 1);
    store<f32>(mask + j * FLOAT, 1);
  }
  for (let j = length; j < padded; j++) {
    store<usize>(pathRows + j * POINTER, zeroRow);
    store<f32>(mask + j * FLOAT, 0);
  }
  for (let i: usize = 0; i < BATCH; i++) {
    store<usize>(pathRows + (padded + i) * POINTER, contextCopies + i * rowBytes);
  }
  return padded;
}
