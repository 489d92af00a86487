import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { test } from 'node:test';
import { root, skipsAllowed } from '../support.js';

/** The environment that .ci/run makes, by itself because its NumPy is not gensim's. */
const python = join(root, '.venv-spark/bin/python');

const hasSpark = spawnSync(python, ['-c', 'import pyspark, pyarrow, grpc']).status === 0;
const hasJava = spawnSync('java', ['-version']).status === 0;
const missing = hasSpark && hasJava ? false : 'There is no PySpark here, or no Java; .ci/run installs them.';

test('real Spark: local, Connect, a cluster on loopback whose workers are killed, training', {
  skip: skipsAllowed && missing,
}, () => {
  const { status, stdout, stderr } = spawnSync(python, [join(root, 'test/spark/test_telltale_spark.py')], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  assert.equal(status, 0, `${stdout}${stderr}`.slice(-8000));
  assert.match(stderr, /^Ran 11 tests/m);
});
