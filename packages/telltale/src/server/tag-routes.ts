import { type ResolvedOf, type serveOptions, suggestOptions } from '@telltale/core/internal/options.js';
import type { FastifyInstance } from 'fastify';
import { answerTexts, checkOneOf, checkRoomFirst } from './answer-texts.js';
import type { Job } from './jobs.js';
import { checkText, splitBody } from './parse-body.js';
import { badRequest } from './problem.js';
import { streamExamples } from './request-examples.js';
import { answers, bodiesOf, orStream } from './schemas.js';
import type { Service } from './service.js';

/** Characters of the name of a list. */
const LONGEST_NAME = 200;

const errors = { '4xx': answers.error, '5xx': answers.error };

/**
 * POST /v1/tags, GET /v1/tags and POST /v1/tags/lists.
 *
 * @param lastCall aborted when streams have to end
 */
export function tagRoutes(
  app: FastifyInstance,
  service: Service,
  limits: ResolvedOf<typeof serveOptions>,
  lastCall: AbortSignal,
): void {
  app.post('/v1/tags/lists', {
    schema: {
      tags: ['Tags'],
      summary: 'Takes a list of tags and keeps it in memory until eight other lists have been used since.',
      body: bodiesOf(limits).tagList,
      response: { 200: answers.takenList, ...errors },
    },
    handler: async ({ body }) => {
      const { fields } = splitBody(body, ['contents', 'name'], {});
      const { name = 'list.txt' } = fields;
      if (typeof name !== 'string' || name.length > LONGEST_NAME) {
        throw badRequest(`name must be the name of a file, of at most ${LONGEST_NAME} characters.`);
      }
      return service.takeList(checkText(fields.contents, limits.maxTextLength, 'contents'), name);
    },
  });
  app.get('/v1/tags', {
    schema: {
      tags: ['Tags'],
      summary: 'The lists of tags that are served.',
      response: { 200: answers.tagLists, ...errors },
    },
    handler: async () => ({ lists: service.tagLists }),
  });
  app.post('/v1/tags', {
    onRequest: checkRoomFirst(service),
    schema: {
      tags: ['Tags'],
      summary:
        'Tags of one or more texts, from a list of POST /v1/tags/lists or of --tags at start-up; with application/x-ndjson, of a stream of texts, one object per line.',
      body: orStream(bodiesOf(limits).tags, streamExamples.tags),
      response: { 200: answers.tags, ...errors },
    },
    handler: answerTexts(service, limits, lastCall, {
      read(body) {
        const { fields, options } = splitBody(body, ['text', 'texts', 'title', 'list'], suggestOptions);
        const found = service.listNamed(fields.list);
        checkOneOf(fields);
        const title = checkTitle(fields.title, limits);
        const { text, texts } = fields;
        return { text, texts, title, jobOf: (one) => ({ kind: 'tags', ...found, text: one, title, options }) };
      },
      jobOfLine: (body) => tagJobOf(service, limits, body, ['id']),
    }),
  });
}

/**
 * The job of a body with one text.
 *
 * @param also a field that the body may have besides
 * @throws what is wrong with the body
 */
export function tagJobOf(service: Service, limits: Limits, body: unknown, also: string[] = []): Job {
  const { fields, options } = splitBody(body, [...also, 'text', 'title', 'list'], suggestOptions);
  const title = checkTitle(fields.title, limits);
  const text = checkText(fields.text, limits.maxTextLength, 'text', title);
  return { kind: 'tags', ...service.listNamed(fields.list), text, title, options };
}

type Limits = Pick<ResolvedOf<typeof serveOptions>, 'maxTextLength'>;

const checkTitle = (title: unknown, { maxTextLength }: Limits) =>
  title === undefined ? undefined : checkText(title, maxTextLength, 'title');
