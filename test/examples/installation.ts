import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, skipsAllowed, temporaryDirectory } from '../support.js';

const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name)));

/** Runs a program in a folder without what npm says to those it starts. */
export function run(folder: string, program: string, ...args: string[]): { output: string; status: number | null } {
  const { stdout, stderr, status } = spawnSync(program, args, { cwd: folder, encoding: 'utf8', env });
  return { output: `${stdout}${stderr}`, status };
}

/** What npm says where it reaches no registry, or one that has not all packages. */
const unreachable = /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ERR_SOCKET_TIMEOUT|E403|E404/;

/**
 * The named examples in a folder each, with the packages they name: the core as it is published, our models by links.
 *
 * @param tools packages that the examples do not name
 * @returns the folder above them, or why they could not be installed, which in CI is a failure
 */
export function installExamples(
  names: readonly string[],
  tools: Record<string, string> = {},
): { readonly folder: string } | { readonly missing: string } {
  const folder = temporaryDirectory();
  const packed = run(
    join(root, 'packages/core'),
    'npm',
    'pack',
    '--ignore-scripts',
    '--silent',
    '--pack-destination',
    folder,
  );
  assert.equal(packed.status, 0, packed.output);
  const ours: Record<string, string> = { '@telltale/core': join(folder, packed.output.trim()) };
  for (const name of ['en', 'zh']) ours[`@telltale/model-${name}`] = join(root, `packages/model-${name}`);
  for (const name of names) {
    cpSync(join(root, 'examples', name), join(folder, name), { recursive: true });
    const manifest = JSON.parse(readFileSync(join(folder, name, 'package.json'), 'utf8'));
    for (const ourName of Object.keys(ours)) manifest.dependencies[ourName] = `file:${ours[ourName]}`;
    writeFileSync(join(folder, name, 'package.json'), JSON.stringify(manifest));
  }
  writeFileSync(
    join(folder, 'package.json'),
    JSON.stringify({ private: true, workspaces: names, dependencies: tools }),
  );
  const options = ['--ignore-scripts', '--prefer-offline', '--no-audit', '--no-fund', '--fetch-retries', '1'];
  const installed = run(folder, 'npm', 'install', ...options);
  if (installed.status === 0) return { folder };
  assert.ok(skipsAllowed && unreachable.test(installed.output), installed.output);
  return { missing: `no registry here: ${unreachable.exec(installed.output)}` };
}
