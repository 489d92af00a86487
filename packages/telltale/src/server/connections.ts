import { setMaxListeners } from 'node:events';
import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
  STATUS_CODES,
} from 'node:http';
import type { Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** Milliseconds: a connection that says nothing for so long is closed, and a head must have come in so long. */
const IDLE = 60_000;
const HEAD = 20_000;
/** Milliseconds between two looks for heads that are late. */
const CHECK = 5000;
/** Milliseconds a kept connection stays after its answer; proxies close theirs after 60 s and must be the first. */
const KEPT = 72_000;

/** Milliseconds until a client that sends no more is asked whether it is there, unless it has been answered; then twice that. */
const ASKED = 50;

/**
 * Milliseconds a kept connection may still send a request, once the service ends. Closed at once, it could have sent one
 * that has not been read yet, and would lose it.
 */
const LINGER = 1000;
/** Milliseconds from when streams are told to end until everything else is ended. */
const LAST = 2000;
/**
 * Milliseconds without a new connection after which listening ends, and most that are waited for them. Answers wait
 * meanwhile: whoever makes a new connection after each answer makes none then.
 */
const QUIET = 200;
const LONGEST_QUIET = 1500;
/** Turns of the event loop without a new connection after which none waits to be accepted. */
const QUIET_TURNS = 3;
/** Milliseconds of a turn in which hardly a connection can have come, and until listening ends in any case. */
const SHORT_TURN = 0.1;
const LONGEST_WAIT = 5000;

interface Connection {
  /** Requests that are not answered yet. */
  unanswered: number;
  /** When it was last answered, and what had been read of it by then. */
  idleSince: number;
  idleAt: number;
  /** The last request and its answer, while there are any under way. */
  last?: { readonly request: IncomingMessage; readonly response: ServerResponse } | undefined;
  /** What is said, before it is closed, once no more requests than these are unanswered. */
  refusal?: { readonly problem: string; readonly unanswered: number };
}

/** How the service ends. */
export interface EndLimits {
  /** Seconds it listens on, so that whoever balances the load learns of it. */
  readonly drainSeconds: number;
  /** Seconds that requests under way then have. */
  readonly closeSeconds: number;
}

/** The servers that listen (localhost may be two addresses) and the connections they have. */
export class Connections {
  readonly #servers: Server[] = [];
  readonly #open = new Map<Socket, Connection>();
  readonly #requestSeconds: number;
  readonly #lastCall = new AbortController();
  #accepted = 0;
  #isEnding = false;
  #pause: Promise<void> | undefined;

  /** @param requestSeconds how long a request may take to come in */
  constructor(requestSeconds: number) {
    this.#requestSeconds = requestSeconds;
    // A stream each.
    setMaxListeners(0, this.#lastCall.signal);
  }

  /** Whether the service is about to end: it takes requests still, but no connection is kept after its answer. */
  get isEnding(): boolean {
    return this.#isEnding;
  }

  /** Answers wait for this, if there is something. It is short. */
  get pause(): Promise<void> | undefined {
    return this.#pause;
  }

  /** Aborted when requests that would last on have to end. */
  get lastCall(): AbortSignal {
    return this.#lastCall.signal;
  }

  /** A server whose connections are known here. */
  createServer(handler: RequestListener): Server {
    const limits = { headersTimeout: HEAD, connectionsCheckingInterval: CHECK, keepAliveTimeout: KEPT };
    // A whole request has a limit of its own: the body of a stream may last. Who names no host is answered by us.
    const server = createServer({ ...limits, requestTimeout: 0, requireHostHeader: false });
    // Who ends its side of a connection after a request, as nc does, is answered all the same. Node's types do not know it.
    Object.assign(server, { httpAllowHalfOpen: true });
    server.setTimeout(IDLE);
    // Node closes idle connections when it stops listening; see LINGER.
    server.closeIdleConnections = () => {};
    server.on('connection', (socket) => {
      this.#accepted++;
      this.#open.set(socket, { unanswered: 0, idleSince: performance.now(), idleAt: 0 });
      socket.once('close', () => this.#open.delete(socket));
      socket.once('end', () => this.#askWhetherThere(socket, ASKED));
    });
    server.on('request', (request, response) => {
      // A request that broke off may have none when it is answered.
      const { socket } = request;
      const connection = this.#open.get(socket);
      if (connection) {
        connection.unanswered++;
        connection.last = { request, response };
      }
      response.once('close', () => {
        this.#dropUnfinished(request, socket);
        if (!connection) return;
        connection.unanswered--;
        if (connection.unanswered === 0) connection.last = undefined;
        connection.idleSince = performance.now();
        connection.idleAt = socket.bytesRead;
        this.#refuseInTurn(socket);
      });
    });
    server.on('request', (request, response) => {
      if (request.headers.host !== undefined || request.httpVersion === '1.0') handler(request, response);
      else refuse(response, 400, 'A request of HTTP/1.1 names its host.');
    });
    server.on('checkExpectation', (_, response) => {
      refuse(response, 417, 'Of what a header "expect" may ask, only 100-continue is done here.');
    });
    server.on('connect', (_, socket) => {
      socket.end(rawProblem(405, 'This is not a proxy: CONNECT is not supported.'));
    });
    this.#servers.push(server);
    return server;
  }

  /**
   * Refuses what came on a connection and is not HTTP, after the answers that are under way: in the midst of one it would be
   * taken for a part of it. A stream whose body breaks so says it in its last line.
   */
  refuse(socket: Socket, error: Error, status: number, message: string): void {
    const connection = this.#open.get(socket);
    if (!connection || connection.refusal) return;
    const { last } = connection;
    const isInside = last !== undefined && !last.request.complete;
    if (isInside && last.response.headersSent) {
      connection.refusal = { problem: '', unanswered: 0 };
      if (last.request.listenerCount('error') > 0) last.request.emit('error', Object.assign(error, { message }));
      else socket.destroy();
      return;
    }
    connection.refusal = { problem: rawProblem(status, message), unanswered: Number(isInside) };
    this.#refuseInTurn(socket);
  }

  #refuseInTurn(socket: Socket): void {
    const { refusal, unanswered = 0 } = this.#open.get(socket) ?? {};
    if (refusal && unanswered <= refusal.unanswered && socket.writable) socket.end(refusal.problem);
  }

  /**
   * A client that sends no more waits for its answer, or has gone, and its text need not be worked on. Only what is sent to
   * it shows which: the machine of one that has gone refuses it, and what follows fails. HTTP/1.1 lets a server say 100
   * before any answer.
   */
  #askWhetherThere(socket: Socket, wait: number): void {
    setTimeout(() => {
      const { last, unanswered } = this.#open.get(socket) ?? {};
      if (!last || socket.destroyed) return;
      // With several under way it would be kept until the answers before are out.
      const { request, response } = last;
      if (unanswered === 1 && !response.headersSent && request.httpVersion === '1.1') response.writeContinue();
      this.#askWhetherThere(socket, 2 * wait);
    }, wait).unref();
  }

  /**
   * Ends all connections without losing a request that was sent: listens on for a while, then has those under way
   * answered, and ends at a limit what is left.
   *
   * @param hurry ends all of that at once
   */
  async end({ drainSeconds, closeSeconds }: EndLimits, hurry: AbortSignal): Promise<void> {
    this.#isEnding = true;
    const began = performance.now();
    await sleep(1000 * drainSeconds, undefined, { signal: hurry }).catch(() => {});
    this.#pause = this.#stopListening(hurry);
    await this.#pause;
    this.#pause = undefined;
    const limit = performance.now() + 1000 * closeSeconds;
    for (let now = began; this.#open.size > 0 && now < limit + LAST && !hurry.aborted; now = performance.now()) {
      if (now >= limit) this.#lastCall.abort();
      for (const [socket, { unanswered, idleSince, idleAt }] of this.#open) {
        const isIdle = unanswered === 0 && socket.bytesRead === idleAt;
        if (isIdle && now - Math.max(began, idleSince) >= LINGER) socket.destroy();
      }
      await sleep(20);
    }
    for (const socket of this.#open.keys()) socket.destroy();
  }

  /**
   * A connection that waits to be accepted when listening ends is reset. They come in one a turn of the event loop, so
   * none waits after some turns without one; and in a turn that was short hardly one can have come since. Before that
   * they have time to become few.
   */
  async #stopListening(hurry: AbortSignal): Promise<void> {
    const limit = performance.now() + LONGEST_QUIET;
    for (let seen = -1; seen !== this.#accepted && performance.now() < limit && !hurry.aborted; ) {
      seen = this.#accepted;
      await sleep(QUIET, undefined, { signal: hurry }).catch(() => {});
    }
    const began = performance.now();
    for (let quiet = 0, last = began; last - began < LONGEST_WAIT; ) {
      const before = this.#accepted;
      await new Promise(setImmediate);
      const now = performance.now();
      quiet = this.#accepted === before ? quiet + 1 : 0;
      // What is short depends on the machine: after each fifth of a second twice as long will do.
      if (quiet >= QUIET_TURNS && now - last < SHORT_TURN * 2 ** ((now - began) / 200)) break;
      last = now;
    }
    for (const server of this.#servers) if (server.listening) server.close();
  }

  /** What is answered before it has come in whole may not take longer than another to do so. */
  #dropUnfinished({ complete }: IncomingMessage, socket: Socket): void {
    if (complete || socket.destroyed) return;
    const timer = setTimeout(() => socket.destroy(), 1000 * this.#requestSeconds).unref();
    socket.once('close', () => clearTimeout(timer));
  }
}

const problemHead = { 'content-type': 'application/json; charset=utf-8' };

function problemBody(message: string): string {
  return JSON.stringify({ error: { code: 'INVALID_REQUEST', message } });
}

function refuse(response: ServerResponse, status: number, message: string): void {
  const body = problemBody(message);
  const length = { 'content-length': Buffer.byteLength(body) };
  response.writeHead(status, { ...problemHead, ...length, connection: 'close' }).end(body);
}

/** A whole answer as it is written to a connection, where there is no request that could be answered. */
function rawProblem(status: number, message: string): string {
  const body = problemBody(message);
  const head = `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nconnection: close\r\ncontent-type: ${problemHead['content-type']}`;
  return `${head}\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
}
