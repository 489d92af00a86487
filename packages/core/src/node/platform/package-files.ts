import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { hasVectors, vectorLanguages } from '../../text/language.js';

/** The package's own directory: the nearest one above this file with its package.json. */
export function packageRoot(): string {
  for (let directory = dirname(fileURLToPath(import.meta.url)); ; directory = dirname(directory)) {
    if (existsSync(join(directory, 'package.json')) && manifest(directory).name === '@telltale/core') return directory;
    if (directory === dirname(directory)) throw new Error('The package is not complete: its package.json is missing.');
  }
}

/** Version of this package, as in package.json. */
export function packageVersion(): string {
  return manifest(packageRoot()).version;
}

/** The directory of an installed package, beside this one or where the command runs; undefined when it is not installed. */
export function installedPackage(name: string): string | undefined {
  for (const require of requires()) {
    try {
      return dirname(require.resolve(`${name}/package.json`));
    } catch {
      // Perhaps from the other place.
    }
  }
  return undefined;
}

/** The folder of the vectors of a language in the package `@telltale/vectors`; undefined where there is none. */
export function vectorFolder(language: string): string | undefined {
  const folder = hasVectors(language) ? installedPackage('@telltale/vectors') : undefined;
  return folder === undefined ? undefined : join(folder, language);
}

/** Names of the installed packages `@telltale/model-NAME`, and the languages of `@telltale/vectors`, sorted. */
export function installedModels(): string[] {
  const folders = requires().flatMap((require) => require.resolve.paths('@telltale/core') ?? []);
  const packages = folders
    .map((folder) => join(folder, '@telltale'))
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder));
  const models = packages.flatMap((name) => /^model-(.+)$/.exec(name)?.[1] ?? []);
  return [...new Set([...models, ...(packages.includes('vectors') ? vectorLanguages : [])])].sort();
}

function requires(): NodeJS.Require[] {
  return [import.meta.url, join(process.cwd(), 'index.js')].map((place) => createRequire(place));
}

function manifest(directory: string): { name: string; version: string } {
  return JSON.parse(readFileSync(join(directory, 'package.json'), 'utf8'));
}
