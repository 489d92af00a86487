import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { installExamples, run } from './installation.js';

/** Packages that have the programs as files, and where. */
const tools = { '@deno/linux-x64-glibc': '2.9.6', '@oven/bun-linux-x64': '1.4.5' };
const otherMachine =
  process.platform !== 'linux' || process.arch !== 'x64' ? 'the programs are for Linux on x64' : false;

test('Deno and Bun find keywords', { skip: otherMachine }, (t) => {
  const installed = installExamples(['deno', 'bun'], tools);
  if ('missing' in installed) return t.skip(installed.missing);
  const programs = join(installed.folder, 'node_modules');
  const deno = [
    'run',
    '--allow-read',
    '--allow-env',
    '--allow-sys',
    '--allow-ffi',
    '--node-modules-dir=manual',
    'main.ts',
  ];
  for (const [folder, program, args] of [
    ['deno', '@deno/linux-x64-glibc/deno', deno],
    ['bun', '@oven/bun-linux-x64/bin/bun', ['main.ts']],
  ] as const) {
    const { output, status } = run(join(installed.folder, folder), join(programs, program), ...args);
    assert.equal(status, 0, output);
    const [zh, en] = output.trim().split('\n');
    assert.match(zh, /太阳/, folder);
    assert.match(en, /coral bleaching/i, folder);
  }
});
