import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../support.js';

/** The command that is tested. */
export const main = join(root, 'dist/cli/main.js');

/** Writes a file in a directory, and names its path. */
export const fileIn = (directory: string) => (name: string, contents: string | Uint8Array) => {
  const path = join(directory, name);
  writeFileSync(path, contents);
  return path;
};

/** Runs the command to its end. */
export function run(args: string[], input: string | Uint8Array = '') {
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...args], { input, encoding: 'utf8' });
  return { status, stdout, stderr };
}
