/**
 * The WebAssembly kernel: arithmetic on raw memory that the glue in src/kernel/wasm-*.ts lays out. No classes, arrays,
 * strings or allocation here; every pointer is an address in the imported memory. One instance of the module serves one
 * worker or one scorer, so what it works on lies in globals.
 */
export { LANES } from './lanes';
export { attachTraining, result, setTrainingShape, tokenIds } from './training-state';
export { synchronize } from './hot-rows';
export { train } from './training';
export {
  attachScorer, candidates, logShares, MAX_CANDIDATES, MAX_WORDS, maxNodes, maxSteps, nodeIds, ones, pathEnds, results, scorerScratchBytes,
  scores, steps, weights, zeros,
} from './scoring-state';
export { packCandidates } from './panels';
export { logProbabilities, scoreTally } from './scoring';
