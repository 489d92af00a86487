import { Worker } from 'node:worker_threads';

/**
 * Ends this process when a piece of its work takes too long, or it holds too much memory. A thread must do it, for a page that is a bomb leaves no turn
 * to anything else here; and not by the clock, for on a busy machine little work takes long.
 */
export class TimeWatch {
  /** Microseconds of a processor that the process may have taken since it began. */
  readonly #allowed = new Float64Array(new SharedArrayBuffer(8)).fill(Number.POSITIVE_INFINITY);

  /** @param megabytes memory that the process may hold, heap and all; without a bound if not given */
  constructor(megabytes = Number.MAX_SAFE_INTEGER) {
    const program = `const { allowed, bytes } = require('node:worker_threads').workerData;
    setInterval(() => {
      const { user, system } = process.cpuUsage();
      if (user + system > allowed[0] || process.memoryUsage.rss() > bytes) process.kill(process.pid, 'SIGKILL');
    }, 50)`;
    new Worker(program, { eval: true, workerData: { allowed: this.#allowed, bytes: 1e6 * megabytes } }).unref();
  }

  /** Begins a piece of work that may take so much time of a processor. */
  allow(milliseconds: number): void {
    const { user, system } = process.cpuUsage();
    this.#allowed[0] = user + system + 1000 * milliseconds;
  }
}
