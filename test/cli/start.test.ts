import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { temporaryDirectory } from '../support.js';
import { fileIn, main } from './command.js';

/** Files that a run of the command imports. */
function filesOf(...args: string[]): string[] {
  const directory = temporaryDirectory();
  const list = join(directory, 'list.txt');
  const hooks = fileIn(directory)(
    'hooks.mjs',
    `import { appendFileSync } from 'node:fs';
    export async function load(url, context, next) {
      if (url.startsWith('file:')) appendFileSync(${JSON.stringify(list)}, url + '\\n');
      return next(url, context);
    }`,
  );
  const register = `import { register } from 'node:module'; register(${JSON.stringify(pathToFileURL(hooks))});`;
  const hooked = ['--import', `data:text/javascript,${encodeURIComponent(register)}`, main, ...args];
  const { status, stderr } = spawnSync(process.execPath, hooked, { encoding: 'utf8' });
  assert.equal(status, 0, stderr);
  return readFileSync(list, 'utf8').trim().split('\n');
}

test('a start loads few files, and of the commands only the one it is for', () => {
  const files = filesOf('extract', '太阳是一颗恒星');
  assert.ok(files.length <= 24, files.join('\n'));
  assert.ok(!files.some((file) => /server|train|mcp|foreign|eld/.test(file)), files.join('\n'));
  assert.ok(filesOf('--version').length <= 12);
});

test('a command that is not built says what to run', () => {
  const directory = temporaryDirectory();
  mkdirSync(join(directory, 'bin'));
  copyFileSync(main, join(directory, 'bin/telltale.js'));
  writeFileSync(join(directory, 'package.json'), '{"type":"module"}');
  const { status, stderr, stdout } = spawnSync(
    process.execPath,
    [join(directory, 'bin/telltale.js'), 'extract', 'A boat.'],
    {
      encoding: 'utf8',
    },
  );
  assert.deepEqual([status, stdout], [2, '']);
  assert.match(stderr, /^telltale: the command is not built\. Run npm ci && npm run build .*\n$/);
});
