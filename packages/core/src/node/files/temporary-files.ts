import { createHash, randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, readlinkSync, statSync, unlinkSync } from 'node:fs';
import { hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';

/** Age at which a temporary file whose writer cannot be asked counts as left over. */
const DAY = 24 * 3600 * 1000;

/**
 * Says which processes can be seen from here: the machine and, in containers, which of its worlds of process numbers.
 * Elsewhere the same number is another process.
 */
const place = createHash('sha256').update(`${hostname()} ${processNamespace()}`).digest('hex').slice(0, 8);

function processNamespace(): string {
  try {
    return readlinkSync('/proc/self/ns/pid');
  } catch {
    return '';
  }
}

/** A new name for a temporary file beside `target`, which says who writes it. */
export function temporaryBeside(target: string): string {
  const writer = process.pid.toString(16).padStart(8, '0');
  return join(dirname(target), `.${basename(target)}.${place}${writer}${randomBytes(6).toString('hex')}.tmp`);
}

/**
 * Removes the temporary files that killed writers left beside `target`: those of processes that are gone, and of writers
 * that cannot be asked (on another machine, or of an older release) when nothing was written to them for a day.
 *
 * @returns those of writers that are there
 */
export function sweepLeftovers(target: string): TemporaryFile[] {
  const directory = dirname(target);
  const prefix = `.${basename(target)}.`;
  const kept: TemporaryFile[] = [];
  for (const name of namesIn(directory)) {
    if (!name.startsWith(prefix)) continue;
    const hex = /^([0-9a-f]{12}|[0-9a-f]{28})\.tmp$/.exec(name.slice(prefix.length))?.[1];
    if (hex === undefined) continue;
    const path = join(directory, name);
    try {
      if (isLeftOver(path, hex)) unlinkSync(path);
      else kept.push({ path, writer: hex.length === 28 && hex.startsWith(place) ? writerOf(hex) : undefined });
    } catch {
      // Another run was faster, or may not.
    }
  }
  return kept;
}

/** A temporary file that is written, and the number of the process that writes it, if it is on this machine. */
export interface TemporaryFile {
  readonly path: string;
  readonly writer: number | undefined;
}

const writerOf = (hex: string) => Number.parseInt(hex.slice(8, 16), 16);

function isLeftOver(path: string, hex: string): boolean {
  const changed = statSync(path).mtimeMs;
  if (hex.length === 12 || !hex.startsWith(place)) return changed < Date.now() - DAY;
  const writer = writerOf(hex);
  // In a container that starts again the writer often had the number that this process has.
  if (writer === process.pid) return changed < performance.timeOrigin - 1000;
  return !isAlive(writer);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !isZombie(pid);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}

/** Whether a process has ended, and only its number is there until somebody asks how; in containers often nobody does. */
function isZombie(pid: number): boolean {
  try {
    // The name of the program, in brackets, may hold anything.
    return /\) [ZX] [^)]*$/.test(readFileSync(`/proc/${pid}/stat`, 'latin1'));
  } catch {
    return false;
  }
}

function namesIn(directory: string): string[] {
  try {
    return readdirSync(directory);
  } catch {
    return [];
  }
}
