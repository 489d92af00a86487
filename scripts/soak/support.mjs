// What the rows share.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The command. */
export const main = fileURLToPath(new URL('../../packages/telltale/bin/telltale.js', import.meta.url));

/** How often something is done with this budget, `full` times with the whole one, `least` times at least. */
export const share = (full, budget, least = 1) => Math.max(least, Math.round(full * budget));

/** Numbers from 0 to 1, the same for the same start (mulberry32). */
export function randomOf(start) {
  let state = start >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Calls `work` with a folder that is removed afterwards. */
export async function inFolder(work) {
  const folder = mkdtempSync(join(tmpdir(), 'telltale-soak-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Runs Node.js, and sends it a signal after some time unless it has ended.
 *
 * @returns how it ended, what it said on standard error, and whether the signal met it alive
 */
export async function runAndSignal(args, signal, milliseconds) {
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'pipe'] });
  let stderr = '';
  child.stderr.on('data', (chunk) => {
    stderr += chunk;
  });
  let signalled = false;
  const timer = signal && setTimeout(() => (signalled = child.kill(signal)), milliseconds);
  const [code, killer] = await once(child, 'close');
  clearTimeout(timer);
  return { code, killer, stderr, signalled: signalled && code !== 0 };
}
