// A service in a process of its own, and clients that ask it, for the rows that measure it.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { fileURLToPath } from 'node:url';

const command = fileURLToPath(new URL('../../packages/telltale/bin/telltale.js', import.meta.url));

/** Starts `telltale serve` at any free port. */
export async function startService(...flags) {
  const args = [command, 'serve', '--port', '0', '--time-limit', '600', '--log-level', 'silent', ...flags];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(child, 'exit');
  let said = '';
  for (;;) {
    const [part] = await Promise.race([once(child.stdout, 'data'), ended]);
    if (!(part instanceof Buffer)) throw new Error(`telltale serve ended with code ${part}.`);
    said += part;
    const url = /http:\S+/.exec(said)?.[0];
    if (url) return { url, child, ended };
  }
}

/** POSTs an object. @returns the status, or the code of what went wrong with the connection */
export function ask(url, body, agent) {
  return new Promise((resolve) => {
    const headers = { 'content-type': 'application/json' };
    const sent = request(`${url}/v1/keywords`, { method: 'POST', agent, headers }, (response) => {
      response.resume();
      response.once('end', () => resolve(response.complete ? response.statusCode : 'cut off'));
      response.once('error', ({ code }) => resolve(code ?? 'cut off'));
    });
    sent.once('error', ({ code }) => resolve(code ?? 'error'));
    sent.end(JSON.stringify(body));
  });
}

/** An agent with one connection, kept open. */
export const oneConnection = () => new Agent({ keepAlive: true, maxSockets: 1 });

/** Counts what comes of things. */
export class Tally extends Map {
  add(what) {
    this.set(what, (this.get(what) ?? 0) + 1);
  }

  of(what) {
    return this.get(what) ?? 0;
  }
}
