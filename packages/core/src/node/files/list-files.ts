import { readdirSync, readlinkSync, realpathSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileError } from './read-text-file.js';

/** What a path leads to. */
export interface FoundFiles {
  readonly found: readonly string[];
  /** Files in a directory whose endings are others than those looked for, and names that lead nowhere. */
  readonly leftOut: readonly string[];
  /** Folders that are not searched, and hidden files whose endings are those looked for. */
  readonly skipped: readonly string[];
}

/** Whether a directory is searched for what a user wrote: hidden names and installed packages are not. */
const isSkipped = (name: string) => name.startsWith('.') || name === 'node_modules';

/** What is known of a file or directory; named here so that users need no types of Node.js. */
export interface FileStatus {
  readonly dev: number;
  readonly ino: number;
  readonly size: number;
  isFile(): boolean;
  isDirectory(): boolean;
}

/**
 * What is at a path. Nothing where it leads nowhere: there is no such file, links go round in a circle, a name is too long,
 * or a folder on the way may not be entered.
 */
export function statusOf(path: string): FileStatus | undefined {
  try {
    return statSync(path);
  } catch {
    return undefined;
  }
}

/** Links that systems follow. */
const MOST_LINKS = 40;

/** Where the links of a path lead, though nothing may be there yet. */
export function endOfLinks(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    let end = path;
    for (let i = 0; i < MOST_LINKS; i++) {
      try {
        end = resolve(dirname(end), readlinkSync(end));
      } catch {
        return end;
      }
    }
    return path;
  }
}

/**
 * Finds out whether there is something at a path.
 *
 * @throws KeywordError FILE_NOT_FOUND, or FILE_UNREADABLE where a folder on the way may not be entered
 */
export function checkIsThere(path: string): void {
  try {
    statSync(path);
  } catch (cause) {
    throw fileError(path, cause);
  }
}

/**
 * A file as it is; of a directory all files in it and below, in the order of their names, without hidden files and
 * folders and without `node_modules`. Links that lead nowhere, or to a directory that they are in, are left out. A directory
 * that may not be listed is found as a file is, and reading it is an error.
 *
 * @param endings in small letters
 */
export function findFiles(path: string, endings: readonly string[]): FoundFiles {
  return findIn(path, endings, []);
}

function findIn(path: string, endings: readonly string[], above: readonly FileStatus[]): FoundFiles {
  const directory = statusOf(path);
  if (!directory?.isDirectory()) return { found: [path], leftOut: [], skipped: [] };
  const names = namesIn(path);
  if (!names) return { found: [path], leftOut: [], skipped: [] };
  const here = [...above, directory];
  const found: string[] = [];
  const leftOut: string[] = [];
  const skipped: string[] = [];
  for (const name of names) {
    const inside = join(path, name);
    const status = statusOf(inside);
    const isWanted = status?.isFile() && endings.some((ending) => name.toLowerCase().endsWith(ending));
    if (isSkipped(name)) {
      if (isWanted || status?.isDirectory()) skipped.push(inside);
    } else if (status?.isDirectory() && !here.some((one) => isSameFile(one, status))) {
      const below = findIn(inside, endings, here);
      for (const file of below.found) found.push(file);
      for (const file of below.leftOut) leftOut.push(file);
      for (const one of below.skipped) skipped.push(one);
    } else if (isWanted) found.push(inside);
    else leftOut.push(inside);
  }
  return { found, leftOut, skipped };
}

function namesIn(directory: string): string[] | undefined {
  try {
    return readdirSync(directory).sort();
  } catch {
    return undefined;
  }
}

/** Whether two paths lead to one file or directory. */
export function isSameFile(a: FileStatus, b: FileStatus): boolean {
  return a.ino === b.ino && a.dev === b.dev;
}

/** The files that {@link findFiles} finds. */
export function listFiles(path: string, endings: readonly string[]): readonly string[] {
  return findFiles(path, endings).found;
}
