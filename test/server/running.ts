import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { join } from 'node:path';
import { root, start } from '../support.js';

/** A service in a process of its own. */
export interface Running {
  readonly url: string;
  readonly process: ChildProcess;
  /** What it has logged so far. */
  log(): string;
}

/**
 * Starts `telltale serve` at any free port; it ends with the test file. However busy the machine is, no text is given up
 * because it takes long, unless the test says so.
 */
export async function serve(...args: string[]): Promise<Running> {
  const own = [
    ['--port', '0'],
    ['--time-limit', '600'],
    ['--close-seconds', '600'],
  ].filter(([flag]) => !args.includes(flag));
  const given = ['serve', ...own.flat(), ...args];
  const child = start(process.execPath, [join(root, 'packages/telltale/bin/telltale.js'), ...given]);
  let log = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    log += text;
  });
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  const ended = once(child, 'close');
  for (;;) {
    const url = /http:\S+/.exec(said)?.[0];
    if (url) return { url, process: child, log: () => log };
    const [first] = await Promise.race([once(child.stdout, 'data'), ended]);
    if (typeof first === 'string') continue;
    throw Object.assign(new Error(`telltale serve ended: ${log}`), { exitCode: first, log });
  }
}

/** A number that /metrics has. */
export async function metric(url: string, name: string): Promise<number> {
  const metrics = await (await fetch(`${url}/metrics`)).text();
  return Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(metrics)?.[1]);
}

/** POSTs JSON, or what is given. */
export function post(url: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' || body instanceof Uint8Array ? (body as string) : JSON.stringify(body),
  });
}

/**
 * What a service answers to bytes that are sent to it, until it closes the connection.
 *
 * @param isAll whether the client says that it sends no more
 */
export async function answerTo(url: string, bytes: string | Uint8Array, { isAll = false } = {}): Promise<string> {
  const { hostname: host, port } = new URL(url);
  const socket = connect({ host, port: Number(port) });
  socket.on('error', () => {});
  if (isAll) socket.end(bytes);
  else socket.write(bytes);
  let answer = '';
  socket.setEncoding('utf8').on('data', (text: string) => {
    answer += text;
  });
  await once(socket, 'close');
  return answer;
}

/** The error of an answer, which has the one shape that all have. */
export function errorOf(body: string): { code: string; message: string } {
  const { error, ...others } = JSON.parse(body);
  if (Object.keys(others).length > 0 || Object.keys(error).join() !== 'code,message') throw new Error(body);
  return error;
}
