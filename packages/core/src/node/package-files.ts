import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The package's own directory: the nearest one above this file with its package.json. */
export function packageRoot(): string {
  for (let directory = dirname(fileURLToPath(import.meta.url)); ; directory = dirname(directory)) {
    if (existsSync(join(directory, 'package.json')) && manifest(directory).name === 'telltale') return directory;
    if (directory === dirname(directory)) throw new Error('The package is not complete: its package.json is missing.');
  }
}

/** Version of this package, as in package.json. */
export function packageVersion(): string {
  return manifest(packageRoot()).version;
}

function manifest(directory: string): { name: string; version: string } {
  return JSON.parse(readFileSync(join(directory, 'package.json'), 'utf8'));
}
