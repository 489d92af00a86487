// Reads a data set as `telltale evaluate` does; a bad record ends it.

import { RecordErrors } from '../packages/core/dist/node.js';
import * as methods from '../packages/telltale/dist/cli/evaluation-methods.js';

/** @returns its documents */
export const readDataset = (path, measure = 'gold') =>
  methods.readDataset(path, measure, {}, new RecordErrors({ onError: 'stop' }));
