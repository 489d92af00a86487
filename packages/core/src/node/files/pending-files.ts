import { unlinkSync } from 'node:fs';

/** Temporary files of this process, to be removed when it ends before they are done with. */
const pending = new Set<string>();
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Has a temporary file removed when the process ends. */
export function watch(temporary: string): void {
  pending.add(temporary);
  if (pending.size > 1) return;
  process.on('exit', removePending);
  // Before all others: one that listens once is counted no more after it was called.
  for (const name of signals) process.prependListener(name, endBySignal);
}

/** It is in its place, or removed. */
export function unwatch(temporary: string): void {
  pending.delete(temporary);
  if (pending.size > 0) return;
  process.off('exit', removePending);
  for (const name of signals) process.off(name, endBySignal);
}

function removePending(): void {
  for (const temporary of pending) {
    try {
      unlinkSync(temporary);
    } catch {
      // It was not made yet, or is in its place already.
    }
  }
}

/** Ends the process as the signal would have done. Whoever else listens decides instead, by an abort or by an exit. */
function endBySignal(name: NodeJS.Signals): void {
  if (process.listenerCount(name) > 1) return;
  removePending();
  process.off(name, endBySignal);
  process.kill(process.pid, name);
}
