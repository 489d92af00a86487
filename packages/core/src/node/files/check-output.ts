import { accessSync, closeSync, constants, openSync, statfsSync, statSync, unlinkSync } from 'node:fs';
import { dirname } from 'node:path';
import { KeywordError } from '../../errors.js';
import { endOfLinks, isSameFile, statusOf } from './list-files.js';
import { sweepLeftovers, temporaryBeside } from './temporary-files.js';

/**
 * Finds out whether a file can be written, before hours are spent on what is to be in it: its folder exists and takes a
 * file, nothing but a regular file is in its place, and there is room. Sweeps what killed writers left beside it.
 *
 * @param bytes room needed, as far as it is known
 * @throws KeywordError WRITE_FAILED
 */
export function checkOutput(path: string, bytes = 0): void {
  if (path === '-') throw failed(path, 'nothing is written to standard output here. Name a file');
  const target = endOfLinks(path);
  const old = statusOf(path);
  if (old?.isDirectory() || /[/\\]$/.test(path)) throw failed(path, 'it is a folder. Name a file in it');
  if (old && !old.isFile()) throw failed(path, 'it exists and is not a regular file');
  if (old) checkMode(path);
  const directory = dirname(target);
  const folder = statusOf(directory);
  if (!folder) throw failed(path, `there is no folder ${directory}. Create it first`);
  if (!folder.isDirectory()) throw failed(path, `${directory} is not a folder`);
  checkSpace(path, bytes);
  sweepLeftovers(target);
  const probe = temporaryBeside(target);
  try {
    closeSync(openSync(probe, 'wx'));
    unlinkSync(probe);
  } catch (cause) {
    throw failed(path, (cause as Error).message, cause);
  }
}

/**
 * Finds out whether a file may be replaced. Its folder alone decides what a rename may do, so it is asked here.
 *
 * @throws KeywordError WRITE_FAILED for one that is read-only
 */
export function checkMode(path: string): void {
  let isWritable: boolean;
  try {
    accessSync(path, constants.W_OK);
    // Who may write everything may have marked it all the same.
    isWritable = (statSync(path).mode & 0o222) !== 0;
  } catch {
    isWritable = false;
  }
  if (!isWritable) throw failed(path, 'it is read-only. Make it writable, or write elsewhere');
}

/**
 * Finds out whether a file is none of those that are read to make it, and so would be lost.
 *
 * @param read paths; `-` is standard input
 * @throws KeywordError WRITE_FAILED
 */
export function checkNotRead(path: string | undefined, read: readonly string[]): void {
  const old = path === undefined ? undefined : statusOf(path);
  if (path === undefined || !old) return;
  for (const one of read) {
    const status = statusOf(one);
    if (status && isSameFile(old, status)) throw failed(path, 'it is one of the input files. Write elsewhere');
  }
}

/**
 * Finds out whether files whose sum is made are different ones: one named twice would count twice.
 *
 * @throws KeywordError INVALID_OPTION naming the one
 */
export function checkDifferent(paths: readonly string[]): void {
  const seen = new Map<string, string>();
  for (const path of paths) {
    const status = statusOf(path);
    if (!status?.isFile()) continue;
    const key = `${status.dev} ${status.ino}`;
    const earlier = seen.get(key);
    if (earlier !== undefined) {
      const same = earlier === path ? `${path} is named twice` : `${earlier} and ${path} are one file`;
      throw new KeywordError('INVALID_OPTION', `${same}, and would count twice. Leave one out.`);
    }
    seen.set(key, path);
  }
}

/**
 * Finds out whether there is room for a file.
 *
 * @throws KeywordError WRITE_FAILED naming what is needed and what is free
 */
export function checkSpace(path: string, bytes: number): void {
  const directory = dirname(endOfLinks(path));
  const free = freeBytes(directory);
  if (bytes <= free) return;
  throw failed(
    path,
    `it needs about ${amount(bytes)}, and ${directory} has ${amount(free)} left. Free space, or write elsewhere`,
  );
}

function freeBytes(directory: string): number {
  try {
    const { bavail, bsize } = statfsSync(directory);
    return bavail * bsize;
  } catch {
    // Not every system says; writing will tell.
    return Number.POSITIVE_INFINITY;
  }
}

function amount(bytes: number): string {
  const [unit, size] = bytes < 1e6 ? (['kB', 1e3] as const) : (['MB', 1e6] as const);
  return `${Math.ceil(bytes / size).toLocaleString('en-US')} ${unit}`;
}

function failed(path: string, reason: string, cause?: unknown): KeywordError {
  return new KeywordError('WRITE_FAILED', `Cannot write ${path}: ${reason}.`, cause ? { cause } : {});
}
