import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { test } from 'node:test';
import { root } from './support.js';

test('documents derived from tables are current', () => {
  const { status, stderr } = spawnSync(process.execPath, [join(root, 'scripts/make-docs.mjs'), '--check'], {
    encoding: 'utf8',
  });
  assert.equal(status, 0, stderr);
});
