// Reads a data set as `telltale evaluate` does; a bad record ends it.
import * as methods from '../dist/cli/evaluation-methods.js';
import { RecordErrors } from '../dist/node.js';

/** @returns its documents */
export const readDataset = (path, measure = 'gold') =>
  methods.readDataset(path, measure, {}, new RecordErrors({ onError: 'stop' }));
