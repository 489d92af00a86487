// Starts the service and the load generator, each on its cores, and reads what processor time they take.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Cores for what is measured, and those left for the load generator; where none are left, they share. */
export function splitCores(wanted) {
  const all = Array.from({ length: availableParallelism() }, (_, i) => i);
  return wanted < all.length
    ? { measured: all.slice(0, wanted), others: all.slice(wanted), apart: true }
    : { measured: all, others: all, apart: false };
}

const on = (cores, command) => ['taskset', '--cpu-list', cores.join(','), ...command];

/** Runs a command on some cores; its output. */
export async function run(cores, command) {
  const [program, ...args] = on(cores, command);
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'ignore'] });
  let out = '';
  child.stdout.setEncoding('utf8').on('data', (text) => {
    out += text;
  });
  await once(child, 'close');
  return JSON.parse(out);
}

/** Starts `telltale serve`; ends with the process that asked. */
export async function start(cores, ...flags) {
  const main = fileURLToPath(new URL('../../packages/telltale/bin/telltale.js', import.meta.url));
  const [program, ...args] = on(cores, [process.execPath, main, 'serve', '--port', '0', ...flags]);
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'ignore'] });
  process.on('exit', () => child.kill('SIGKILL'));
  const [line] = await once(child.stdout.setEncoding('utf8'), 'data');
  return {
    url: /http:\S+/.exec(line)[0],
    megabytes: () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))[1]) / 1024,
    cpu: () => processorTime(child.pid),
    stop: () => child.kill('SIGKILL'),
  };
}

/** Milliseconds of processor time of a process so far: of the thread that takes the requests, and of all others. */
function processorTime(pid) {
  let requests = 0;
  let others = 0;
  for (const thread of readdirSync(`/proc/${pid}/task`)) {
    // First the time on a core, in nanoseconds.
    const milliseconds = Number(readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'utf8').split(' ')[0]) / 1e6;
    if (Number(thread) === pid) requests += milliseconds;
    else others += milliseconds;
  }
  return { requests, others };
}

/** Writes requests with these bodies for autocannon; returns what asks with them. */
export function generator(folder, bodies, cores) {
  const requests = bodies.map((body) => ({
    method: 'POST',
    url: 'ADDRESS/v1/keywords',
    headers: [{ name: 'content-type', value: 'application/json' }],
    postData: { mimeType: 'application/json', text: JSON.stringify({ ...body, model: 'zh' }) },
  }));
  const entries = JSON.stringify(requests.map((request) => ({ request })));
  return async (url, { connections, seconds, rate }) => {
    const har = join(folder, 'requests.har');
    const log = `{"version":"1.2","creator":{"name":"telltale","version":"1"},"entries":${entries.replaceAll('ADDRESS', url)}}`;
    writeFileSync(har, `{"log":${log}}`);
    const limits = rate ? ['--overallRate', Math.max(1, Math.round(rate))] : [];
    const flags = ['--json', '-c', connections, '-d', seconds, ...limits, '--har', har, url];
    return run(cores, ['npx', '-y', 'autocannon@9', ...flags.map(String)]);
  };
}
