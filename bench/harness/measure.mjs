// Running programs and summing up what they measured.
import { spawnSync } from 'node:child_process';

/** Libraries of linear algebra must not take threads that the other tools do not have. */
const environment = { ...process.env, OPENBLAS_NUM_THREADS: '1', OMP_NUM_THREADS: '1', MKL_NUM_THREADS: '1' };

/** Runs a program that prints JSON on its last line, and parses that line. */
export function runJson(command, args, options = {}) {
  const { status, stdout, stderr, error } = spawnSync(command, args.map(String), {
    encoding: 'utf8',
    env: environment,
    maxBuffer: 2 ** 28,
    ...options,
  });
  if (error || status !== 0) {
    throw new Error(`${command} ${args.join(' ')} failed (${status}): ${error?.message ?? stderr.slice(-2000)}`);
  }
  return JSON.parse(stdout.trim().split('\n').at(-1));
}

export function median(values) {
  const sorted = values.filter(Number.isFinite).sort((a, b) => a - b);
  if (!sorted.length) return Number.NaN;
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** Distance from the least to the largest in parts of the median: how far the noise reaches. */
export function spread(values) {
  return (Math.max(...values) - Math.min(...values)) / median(values);
}

const WARM_UP_MILLISECONDS = 2000;

/**
 * Wall and CPU milliseconds of one call of a function here, after a warm-up: the medians of batches, each long enough
 * for the clock of CPU time.
 */
export function timeCalls(
  call,
  { batches = 5, batchMilliseconds = 100, warmUpMilliseconds = WARM_UP_MILLISECONDS } = {},
) {
  // Long enough for what compiles while it runs: a service is warm, and threads that compile are of the same process. By
  // CPU time, for where others have the cores little of the wall time is ours.
  const startWarm = process.cpuUsage();
  const spent = () => {
    const { user, system } = process.cpuUsage(startWarm);
    return (user + system) / 1000;
  };
  let warm = 0;
  while (spent() < warmUpMilliseconds) {
    call();
    warm++;
  }
  const calls = Math.max(1, Math.round((warm * batchMilliseconds) / spent()));
  const wall = [];
  const cpu = [];
  for (let batch = 0; batch < batches; batch++) {
    const start = performance.now();
    const startCpu = process.cpuUsage();
    for (let i = 0; i < calls; i++) call();
    const { user, system } = process.cpuUsage(startCpu);
    wall.push((performance.now() - start) / calls);
    cpu.push((user + system) / 1000 / calls);
  }
  return { wall: median(wall), cpu: median(cpu) };
}
