import { Readable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import { KeywordError } from '@telltale/core/internal/errors.js';
import { inOrder } from '@telltale/core/internal/node/threads/in-order.js';
import type { ResolvedOf, serveOptions } from '@telltale/core/internal/options.js';
import { type BoundedLine, LineSplitter } from '@telltale/core/internal/records/bounded-lines.js';
import { rawFields } from '@telltale/core/internal/records/raw-fields.js';
import type { FastifyBaseLogger, FastifyRequest } from 'fastify';
import type { Job } from './jobs.js';
import { checkDepth, parseAnyJson } from './parse-body.js';
import { badRequest, bodyOf, partOf } from './problem.js';
import type { Service } from './service.js';

const NEWLINE = 10;

/** What a stream is answered in. */
export interface Surroundings {
  readonly isWanted: () => boolean;
  /** Aborted when no more lines are taken. */
  readonly lastCall: AbortSignal;
  readonly log: FastifyBaseLogger;
}

const utf8 = new TextDecoder();

/** Milliseconds that lines may be answered at a stretch, where none of them waits for a thread: others have their turn then. */
const STRETCH = 10;

/** Characters of an `id`, written as JSON. */
const LONGEST_ID = 1000;

/**
 * A line of output for every line of input, in order: what was found in its text, or its error, with its `id` if it has
 * one. The input is read only as fast as the output is taken; where the queue is full, it waits. Where the input breaks
 * off, or the service ends, the last line says so.
 *
 * @param jobOf what a line asks for; throws where something is wrong with it
 */
export function answerLines(
  input: AsyncIterable<Uint8Array>,
  service: Service,
  limits: ResolvedOf<typeof serveOptions>,
  { isWanted, lastCall, log }: Surroundings,
  jobOf: (body: unknown) => Job,
): Readable {
  async function* lines() {
    const splitter = new LineSplitter(limits.maxBodyBytes);
    let number = 0;
    let began = performance.now();
    for await (const chunk of inTime(input, limits.requestSeconds, lastCall)) {
      for (const line of splitter.push(chunk)) {
        if (performance.now() - began > STRETCH) {
          await setImmediate();
          began = performance.now();
        }
        number++;
        if (line.length > 0) yield { ...line, number };
      }
    }
    for (const line of splitter.end()) if (line.length > 0) yield { ...line, number: number + 1 };
  }

  async function answerLine({ bytes, length, number }: BoundedLine & { readonly number: number }): Promise<string> {
    let id: string | undefined;
    try {
      if (length > bytes.length) {
        throw badRequest(`The line has ${length} bytes, more than the ${limits.maxBodyBytes} allowed.`, 413);
      }
      const body = parseAnyJson(bytes) as { readonly id?: unknown; readonly texts?: unknown } | null;
      if (body?.id !== undefined) id = checkedId(rawFields(utf8.decode(bytes)).get('id')!);
      checkDepth(body);
      if (body?.texts !== undefined) {
        throw badRequest('The line has "texts", but a line holds one text, in "text": send each on a line of its own.');
      }
      return lineOf(id, bodyOf(await service.runWhenRoom(jobOf(body), isWanted)));
    } catch (error) {
      return lineOf(
        id,
        partOf(error, log, (message) => messageOfLine(message, number)),
      );
    }
  }

  async function* answers() {
    try {
      yield* inOrder(lines(), service.underWay, answerLine);
    } catch (error) {
      yield lineOf(undefined, partOf(error, log));
    }
  }
  return Readable.from(answers());
}

/**
 * The chunks of a stream, while each line comes in time; to wait for the next line to begin, or for who reads the answers,
 * does not count. It is not closed at the end, for that would end the connection before the last line is out.
 */
async function* inTime(
  input: AsyncIterable<Uint8Array>,
  seconds: number,
  lastCall: AbortSignal,
): AsyncGenerator<Uint8Array> {
  const chunks = input[Symbol.asyncIterator]();
  let isInside = false;
  let waited = 0;
  for (;;) {
    const began = performance.now();
    const next = chunks.next().catch((error: Error) => {
      throw 'statusCode' in error
        ? error
        : badRequest(`The stream broke off: ${error.message.replace(/^T(?=he )/, 't').replace(/\.$/, '')}.`);
    });
    const { value, done } = await unlessAborted(next, lastCall);
    if (done) return;
    waited = isInside && !value.includes(NEWLINE) ? waited + performance.now() - began : 0;
    if (waited > 1000 * seconds) throw badRequest(`A line was not complete after ${seconds} s.`, 408);
    isInside = value.at(-1) !== NEWLINE;
    yield value;
  }
}

/** Not a race, in which what never comes would keep all that it has been asked. */
function unlessAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const end = () =>
      reject(new KeywordError('OVERLOADED', 'The service is shutting down; send the rest again later.'));
    if (signal.aborted) end();
    signal.addEventListener('abort', end);
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', end));
  });
}

/** What is wrong with a line, beginning with its number: lines without an `id` are told apart by nothing else. */
function messageOfLine(message: string, number: number): string {
  const [about] = /^The (body|line) /.exec(message) ?? [''];
  return about ? `Line ${number} ${message.slice(about.length)}` : `Line ${number}: ${message}`;
}

/** @param json an id as it is written */
function checkedId(json: string): string {
  if (json.length <= LONGEST_ID) return json;
  throw badRequest(`id has ${json.length} characters as JSON, more than the ${LONGEST_ID} allowed.`);
}

const lineOf = (id: string | undefined, body: string) =>
  `${id === undefined ? body : `{"id":${id},${body.slice(1)}`}\n`;

/** Whether a request is a stream of lines. */
export function isStream(headers: FastifyRequest['headers']): boolean {
  return headers['content-type']?.startsWith('application/x-ndjson') ?? false;
}
