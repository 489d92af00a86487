import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type ResolvedOf, type serveOptions, suggestOptions } from '../options.js';
import { inOrder } from './in-order.js';
import { isWantedBy } from './keyword-routes.js';
import { checkText, splitBody } from './parse-body.js';
import { badRequest, bodyOf, partOf } from './problem.js';
import { answers, bodiesOf } from './schemas.js';
import type { Service } from './service.js';

const errors = { '4xx': answers.error, '5xx': answers.error };

/** POST /v1/tags and GET /v1/tags. */
export function tagRoutes(app: FastifyInstance, service: Service, limits: ResolvedOf<typeof serveOptions>): void {
  const { maxTextLength, maxTexts } = limits;
  app.get('/v1/tags', {
    schema: { summary: 'The lists of tags that are served.', response: { 200: answers.tagLists, ...errors } },
    handler: async () => ({ lists: service.tagLists }),
  });
  app.post('/v1/tags', {
    // Before the body is read: what is refused should cost nothing.
    onRequest: (_request: FastifyRequest, _: FastifyReply, done: () => void) => {
      service.checkRoom();
      done();
    },
    schema: {
      summary: 'Tags of one text or several, from a list that is served.',
      body: bodiesOf(limits).tags,
      response: { 200: answers.tags, ...errors },
    },
    async handler({ body, socket, log }: FastifyRequest, reply: FastifyReply) {
      const { fields, options } = splitBody(body, ['text', 'texts', 'list'], suggestOptions);
      const list = service.listNamed(fields.list);
      const isWanted = isWantedBy(socket);
      const job = (text: string) => ({ kind: 'tags', list, text, options }) as const;
      const { text, texts } = fields;
      if ((text === undefined) === (texts === undefined)) {
        throw badRequest('The body must have either "text" or "texts".');
      }
      reply.type('application/json; charset=utf-8');
      if (texts === undefined) return bodyOf(await service.run(job(checkText(text, maxTextLength)), isWanted));
      if (!Array.isArray(texts)) throw badRequest('texts must be a list of strings.');
      if (texts.length > maxTexts) {
        throw badRequest(`${texts.length} texts are more than the ${maxTexts} of one call; send them in several.`, 413);
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
