import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { root } from './support.js';

/** Runs a tool of node_modules in the root of the package, as if from a shell of its own and not from within npm. */
function run(tool: string, ...args: string[]) {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name)));
  const shell = process.platform === 'win32';
  return spawnSync(join(root, 'node_modules', '.bin', tool), args, { cwd: root, encoding: 'utf8', shell, env });
}

test('publint finds nothing', () => {
  const { status, stdout } = run('publint', '--strict');
  assert.equal(status, 0, stdout);
});

test('types resolve for every kind of importer of an ES module', () => {
  const { status, stdout } = run('attw', '--pack', '.', '--profile', 'esm-only');
  assert.equal(status, 0, stdout);
});

test('the package installs nothing by script and pins the segmenter', () => {
  const { scripts, dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  for (const name of ['preinstall', 'install', 'postinstall', 'prepare']) assert.equal(scripts[name], undefined);
  // Another version may cut otherwise, and the embedded models name the one they were trained with.
  assert.match(dependencies['@node-rs/jieba'], /^\d/);
});

test('the lock file names no host', () => {
  assert.doesNotMatch(readFileSync(join(root, 'package-lock.json'), 'utf8'), /"resolved"/);
});

test('no dependency refuses the oldest Node.js that the package names, and src has no circles', () => {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const { status, stdout, stderr } = spawnSync(scripts.house, { cwd: root, encoding: 'utf8', shell: true });
  assert.equal(status, 0, stderr);
  assert.match(stdout, /^Packages that refuse Node.js 20: 0$/m);
  assert.match(stdout, /^\| all, each once \| \d+ \| \d+\.\d+ \|$/m);
  assert.doesNotMatch(stdout, /^circle:/m);
});

test('the bill of materials has every dependency with its version and licence', () => {
  const { scripts, dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const { status, stdout, stderr } = spawnSync(scripts.sbom, {
    cwd: root,
    encoding: 'utf8',
    shell: true,
    maxBuffer: 2 ** 28,
  });
  assert.equal(status, 0, stderr);
  const { bomFormat, metadata, components } = JSON.parse(stdout);
  assert.deepEqual([bomFormat, metadata.component.name], ['CycloneDX', 'telltale']);
  const names = new Map<string, { version: string; licenses?: unknown[] }>(
    components.map((component: { group?: string; name: string; version: string }) => [component.name, component]),
  );
  for (const name of Object.keys(dependencies)) {
    assert.match(names.get(name)?.version ?? '', /^\d/, name);
    assert.ok(names.get(name)!.licenses?.length, name);
  }
  // What only develops the package is no part of it.
  assert.ok(!names.has('typescript'));
});
