import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * A file as it is; of a directory all files in it and below with one of the endings, in the order of their names, those
 * that begin with a dot left out.
 */
export function listFiles(path: string, endings: readonly string[]): string[] {
  if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) return [path];
  return readdirSync(path, { withFileTypes: true })
    .filter((entry) => !entry.name.startsWith('.'))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const inside = join(path, entry.name);
      if (entry.isDirectory()) return listFiles(inside, endings);
      return endings.some((ending) => entry.name.toLowerCase().endsWith(ending)) ? [inside] : [];
    });
}
