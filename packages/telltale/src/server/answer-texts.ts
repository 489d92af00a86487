import { inOrder } from '@telltale/core/internal/node/threads/in-order.js';
import type { ResolvedOf, serveOptions } from '@telltale/core/internal/options.js';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Job } from './jobs.js';
import { answerLines, isStream } from './ndjson.js';
import { checkText } from './parse-body.js';
import { badRequest, bodyOf, partOf } from './problem.js';
import type { Service } from './service.js';

/** A request that is not a stream: its texts, the title of a single one, and the job of each. */
export interface TextsAsked {
  readonly text: unknown;
  readonly texts: unknown;
  readonly title: string | undefined;
  jobOf(text: string): Job;
}

/** What answers requests for one text, several, or a stream of them. */
export interface TextRoute {
  /** @throws what is wrong with the body */
  read(body: unknown): TextsAsked;
  /** The job of a line of a stream. @throws what is wrong with the line */
  jobOfLine(body: unknown): Job;
}

/** Before the body is read: what is refused should cost nothing. */
export function checkRoomFirst(service: Service) {
  return ({ headers }: FastifyRequest, _: FastifyReply, done: () => void): void => {
    if (!isStream(headers)) service.checkRoom();
    done();
  };
}

/** Nobody waits for an answer at a connection that has ended. */
export function isWantedBy(socket: FastifyRequest['socket']): () => boolean {
  return () => !socket.destroyed;
}

/**
 * The handler of a route for texts.
 *
 * @param lastCall aborted when streams have to end
 */
export function answerTexts(
  service: Service,
  limits: ResolvedOf<typeof serveOptions>,
  lastCall: AbortSignal,
  { read, jobOfLine }: TextRoute,
) {
  const { maxTextLength, maxTexts } = limits;
  return async ({ body, headers, socket, log }: FastifyRequest, reply: FastifyReply) => {
    const isWanted = isWantedBy(socket);
    if (isStream(headers)) {
      const lines = body as AsyncIterable<Uint8Array>;
      return reply
        .type('application/x-ndjson; charset=utf-8')
        .send(answerLines(lines, service, limits, { isWanted, lastCall, log }, jobOfLine));
    }
    const { text, texts, title, jobOf } = read(body);
    reply.type('application/json; charset=utf-8');
    if (texts === undefined) {
      return bodyOf(await service.run(jobOf(checkText(text, maxTextLength, 'text', title)), isWanted));
    }
    if (!Array.isArray(texts)) throw badRequest('texts must be a list of strings.');
    if (title !== undefined) {
      throw badRequest('title is the title of one text; stream several as application/x-ndjson, each with its title.');
    }
    if (texts.length > maxTexts) {
      throw badRequest(`${texts.length} texts are more than the ${maxTexts} of one call; stream them instead.`, 413);
    }
    const results: string[] = [];
    const found = inOrder(texts.entries(), service.underWay, async ([i, given]: [number, unknown]) => {
      try {
        return bodyOf(await service.runWhenRoom(jobOf(checkText(given, maxTextLength, `texts[${i}]`)), isWanted));
      } catch (error) {
        return partOf(error, log);
      }
    });
    for await (const part of found) results.push(part);
    return `{"results":[${results.join(',')}]}`;
  };
}

/** @throws where a body has both "text" and "texts", or neither */
export function checkOneOf({ text, texts }: { readonly text?: unknown; readonly texts?: unknown }): void {
  if ((text === undefined) !== (texts === undefined)) return;
  throw badRequest('The body must have either "text" or "texts".');
}
