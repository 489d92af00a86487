import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { root, skipsAllowed, temporaryDirectory } from './support.js';

const hasCompiler = spawnSync('cc', ['--version']).status === 0;

test('the package as it is published extracts, and builds its native kernel', {
  skip: !hasCompiler && skipsAllowed && 'no C compiler here',
}, () => {
  const directory = temporaryDirectory();
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name)));
  const packed = spawnSync('npm', ['pack', '--ignore-scripts', '--silent', '--pack-destination', directory], {
    cwd: root,
    encoding: 'utf8',
    env,
  });
  assert.equal(packed.status, 0, packed.stderr);
  const unpacked = spawnSync('tar', ['xzf', join(directory, packed.stdout.trim()), '-C', directory]);
  assert.equal(unpacked.status, 0);
  symlinkSync(join(root, 'node_modules'), join(directory, 'node_modules'));
  const run = (...args: string[]) => {
    const main = join(directory, 'package/dist/cli/main.js');
    return spawnSync(process.execPath, [main, ...args], { encoding: 'utf8', env });
  };
  const text = '太阳是一颗恒星。';
  const args = ['extract', text, '--format', 'json', '--method', 'likelihood'];
  assert.match(run(...args, '--kernel', 'native').stderr, /Run "telltale native build"/);
  const built = run('native', 'build');
  assert.equal(built.status, 0, built.stderr);
  const keywords = (kernel: string) => {
    const { stdout, stderr } = run(...args, '--kernel', kernel);
    assert.equal(stderr, '');
    return JSON.parse(stdout)[0].keywords.map(({ text }: { text: string }) => text);
  };
  assert.ok(keywords('native').length > 0);
  assert.deepEqual(keywords('native'), keywords('wasm'));
});
