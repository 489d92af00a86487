import type { ResolvedOf, serveOptions } from '@telltale/core/internal/options.js';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { answerTexts, checkOneOf, checkRoomFirst, isWantedBy } from './answer-texts.js';
import { compareMethods, keywordJob, keywordJobOf } from './keyword-jobs.js';
import { checkText, splitBody } from './parse-body.js';
import { bodyOf } from './problem.js';
import { streamExamples } from './request-examples.js';
import { answers, bodiesOf, orStream } from './schemas.js';
import type { Service } from './service.js';

const JSON_TYPE = 'application/json; charset=utf-8';
const errors = { '4xx': answers.error, '5xx': answers.error };

/**
 * POST /v1/keywords, /v1/explain and /v1/compare.
 *
 * @param lastCall aborted when streams have to end
 */
export function keywordRoutes(
  app: FastifyInstance,
  service: Service,
  limits: ResolvedOf<typeof serveOptions>,
  lastCall: AbortSignal,
): void {
  const { maxTextLength } = limits;
  const bodies = bodiesOf(limits);

  const onRequest = checkRoomFirst(service);

  app.post('/v1/keywords', {
    onRequest,
    schema: {
      tags: ['Keywords'],
      summary: 'Keywords of one text or several; as application/x-ndjson of a stream of texts, one object per line.',
      body: orStream(bodies.keywords, streamExamples.keywords),
      response: { 200: answers.keywords, ...errors },
    },
    handler: answerTexts(service, limits, lastCall, {
      read(body) {
        const { fields, options } = splitBody(body, ['text', 'texts', 'model', 'encoder']);
        checkOneOf(fields);
        const asked = service.askedBy(fields);
        const { text, texts } = fields;
        return { text, texts, title: options.title, jobOf: (one) => keywordJob(service, asked, one, options) };
      },
      jobOfLine: (body) => keywordJobOf(service, limits, body, ['id']),
    }),
  });

  app.post('/v1/explain', {
    onRequest,
    schema: {
      tags: ['Keywords'],
      summary: 'Keywords with what every word of the text adds to their scores; as JSON, a page or a picture.',
      produces: ['application/json', 'text/html', 'image/svg+xml'],
      body: bodies.explain,
      response: { 200: answers.analysis, ...errors },
    },
    async handler({ body, headers, socket }: FastifyRequest, reply: FastifyReply) {
      const { fields, options } = splitBody(body, ['text', 'model', 'encoder']);
      const accepted = headers.accept ?? '';
      const form = accepted.includes('image/svg+xml') ? 'svg' : accepted.includes('text/html') ? 'html' : 'json';
      const text = checkText(fields.text, maxTextLength, 'text', options.title);
      const explained = { ...options, explain: true };
      const result = await service.run(
        keywordJob(service, service.askedBy(fields), text, explained, form),
        isWantedBy(socket),
      );
      const written = bodyOf(result);
      return reply
        .type({ json: JSON_TYPE, html: 'text/html; charset=utf-8', svg: 'image/svg+xml' }[form])
        .send(written);
    },
  });

  app.post('/v1/compare', {
    onRequest,
    schema: {
      tags: ['Keywords'],
      summary: 'Keywords of one text by several methods.',
      body: bodies.compare,
      response: { 200: answers.compare, ...errors },
    },
    async handler({ body, socket }: FastifyRequest, reply: FastifyReply) {
      return reply.type(JSON_TYPE).send(await compareMethods(service, limits, body, isWantedBy(socket)));
    },
  });
}
