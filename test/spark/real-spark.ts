import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from '../support.js';

/** The environment that .ci/run makes, by itself because its NumPy is not gensim's. */
export const python = join(root, '.venv-spark/bin/python');

const hasSpark = spawnSync(python, ['-c', 'import pyspark, pyarrow, grpc']).status === 0;
const hasJava = spawnSync('java', ['-version']).status === 0;
/** Why there is no real Spark here; false where there is. */
export const missing = hasSpark && hasJava ? false : 'There is no PySpark here, or no Java; .ci/run installs them.';
