import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** What a path leads to. */
export interface FoundFiles {
  readonly found: readonly string[];
  /** Files in a directory whose endings are others than those looked for. */
  readonly leftOut: readonly string[];
}

/**
 * A file as it is; of a directory all files in it and below, in the order of their names, those that begin with a dot
 * left out without a word. Links that lead nowhere are left out.
 *
 * @param endings in small letters
 */
export function findFiles(path: string, endings: readonly string[]): FoundFiles {
  if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) return { found: [path], leftOut: [] };
  const found: string[] = [];
  const leftOut: string[] = [];
  const names = readdirSync(path)
    .filter((name) => !name.startsWith('.'))
    .sort();
  for (const name of names) {
    const inside = join(path, name);
    const status = statSync(inside, { throwIfNoEntry: false });
    if (status?.isDirectory()) {
      const below = findFiles(inside, endings);
      for (const file of below.found) found.push(file);
      for (const file of below.leftOut) leftOut.push(file);
    } else if (status?.isFile() && endings.some((ending) => name.toLowerCase().endsWith(ending))) found.push(inside);
    else leftOut.push(inside);
  }
  return { found, leftOut };
}

/** The files that {@link findFiles} finds. */
export function listFiles(path: string, endings: readonly string[]): readonly string[] {
  return findFiles(path, endings).found;
}
