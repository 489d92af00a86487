import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type ResolvedOf, type serveOptions, suggestOptions } from '../options.js';
import { inOrder } from './in-order.js';
import type { Job } from './jobs.js';
import { isWantedBy } from './keyword-routes.js';
import { answerLines, isStream } from './ndjson.js';
import { checkText, splitBody } from './parse-body.js';
import { badRequest, bodyOf, partOf } from './problem.js';
import { answers, bodiesOf } from './schemas.js';
import type { Service } from './service.js';

const errors = { '4xx': answers.error, '5xx': answers.error };

/**
 * POST /v1/tags and GET /v1/tags.
 *
 * @param lastCall aborted when streams have to end
 */
export function tagRoutes(
  app: FastifyInstance,
  service: Service,
  limits: ResolvedOf<typeof serveOptions>,
  lastCall: AbortSignal,
): void {
  const { maxTextLength, maxTexts } = limits;
  const checkTitle = (title: unknown) => (title === undefined ? undefined : checkText(title, maxTextLength, 'title'));

  const jobOfLine = (body: unknown): Job => {
    const { fields, options } = splitBody(body, ['id', 'text', 'title', 'list'], suggestOptions);
    const title = checkTitle(fields.title);
    const text = checkText(fields.text, maxTextLength, 'text', title);
    return { kind: 'tags', list: service.listNamed(fields.list), text, title, options };
  };

  app.get('/v1/tags', {
    schema: { summary: 'The lists of tags that are served.', response: { 200: answers.tagLists, ...errors } },
    handler: async () => ({ lists: service.tagLists }),
  });
  app.post('/v1/tags', {
    // Before the body is read: what is refused should cost nothing.
    onRequest: ({ headers }: FastifyRequest, _: FastifyReply, done: () => void) => {
      if (!isStream(headers)) service.checkRoom();
      done();
    },
    schema: {
      summary:
        'Tags of one text or several, from a list that is served; as application/x-ndjson of a stream of texts, one object a line.',
      consumes: ['application/json', 'application/x-ndjson'],
      body: bodiesOf(limits).tags,
      response: { 200: answers.tags, ...errors },
    },
    async handler({ body, headers, socket, log }: FastifyRequest, reply: FastifyReply) {
      const isWanted = isWantedBy(socket);
      if (isStream(headers)) {
        const lines = body as AsyncIterable<Uint8Array>;
        return reply
          .type('application/x-ndjson; charset=utf-8')
          .send(answerLines(lines, service, limits, { isWanted, lastCall, log }, jobOfLine));
      }
      const { fields, options } = splitBody(body, ['text', 'texts', 'title', 'list'], suggestOptions);
      const list = service.listNamed(fields.list);
      const { text, texts } = fields;
      if ((text === undefined) === (texts === undefined)) {
        throw badRequest('The body must have either "text" or "texts".');
      }
      const title = checkTitle(fields.title);
      const job = (text: string): Job => ({ kind: 'tags', list, text, title, options });
      reply.type('application/json; charset=utf-8');
      if (texts === undefined) {
        return bodyOf(await service.run(job(checkText(text, maxTextLength, 'text', title)), isWanted));
      }
      if (!Array.isArray(texts)) throw badRequest('texts must be a list of strings.');
      if (title !== undefined) {
        throw badRequest(
          'title is the title of one text; stream several as application/x-ndjson, each with its title.',
        );
      }
      if (texts.length > maxTexts) {
        throw badRequest(`${texts.length} texts are more than the ${maxTexts} of one call; stream them instead.`, 413);
      }
      const results: string[] = [];
      const found = inOrder(texts.entries(), service.underWay, async ([i, given]: [number, unknown]) => {
        try {
          return bodyOf(await service.runWhenRoom(job(checkText(given, maxTextLength, `texts[${i}]`)), isWanted));
        } catch (error) {
          return partOf(error, log);
        }
      });
      for await (const part of found) results.push(part);
      return `{"results":[${results.join(',')}]}`;
    },
  });
}
