import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { test } from 'node:test';
import { root, skipsAllowed } from '../support.js';
import { missing, python } from './real-spark.js';

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
