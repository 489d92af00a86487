import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { root, skipsAllowed } from '../support.js';

/** The version that .clang-format is written for, where .ci/run puts it or on the path; others break lines otherwise. */
const formatter = [join(root, '.venv-python/bin/clang-format'), 'clang-format'].find((program) =>
  / 21\./.test(spawnSync(program, ['--version'], { encoding: 'utf8' }).stdout ?? ''),
);

test('the native kernel is formatted', { skip: skipsAllowed && !formatter && 'no clang-format 21 here' }, () => {
  assert.ok(formatter, 'clang-format 21 is missing: pip install clang-format');
  const folder = join(root, 'packages/core/native');
  const files = readdirSync(folder).filter((name) => /\.[ch]$/.test(name));
  const { status, stderr } = spawnSync(formatter, ['--dry-run', '-Werror', ...files], {
    cwd: folder,
    encoding: 'utf8',
  });
  assert.equal(status, 0, stderr);
});
