import { Worker } from 'node:worker_threads';

/**
 * Ends this process when a piece of its work takes too long. A thread must do it, for a page that is a bomb leaves no turn
 * to anything else here; and not by the clock, for on a busy machine little work takes long.
 */
export class TimeWatch {
  /** Microseconds of a processor that the process may have taken since it began. */
  readonly #allowed = new Float64Array(new SharedArrayBuffer(8)).fill(Number.POSITIVE_INFINITY);

  constructor() {
    const program = `setInterval(() => {
      const { user, system } = process.cpuUsage();
      if (user + system > require('node:worker_threads').workerData[0]) process.kill(process.pid, 'SIGKILL');
    }, 50)`;
    new Worker(program, { eval: true, workerData: this.#allowed }).unref();
  }

  /** Begins a piece of work that may take so much time of a processor. */
  allow(milliseconds: number): void {
    const { user, system } = process.cpuUsage();
    this.#allowed[0] = user + system + 1000 * milliseconds;
  }
}
