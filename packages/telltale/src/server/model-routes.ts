import { quoted, resolveOptions } from '@telltale/core/internal/check-options.js';
import { KeywordError } from '@telltale/core/internal/errors.js';
import { extractOptions } from '@telltale/core/internal/options.js';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { isWantedBy } from './answer-texts.js';
import { checkText } from './parse-body.js';
import { badRequest, bodyOf } from './problem.js';
import { answers, longestWord, neighbourCount, neighbourQuery } from './schemas.js';
import type { Service } from './service.js';

const errors = { '4xx': answers.error, '5xx': answers.error };

/** GET /v1/models, /v1/similar and /v1/predict. */
export function modelRoutes(app: FastifyInstance, service: Service): void {
  app.get('/v1/models', {
    schema: {
      tags: ['Models'],
      summary: 'The models, weights and encoders that are served.',
      response: { 200: answers.models, ...errors },
    },
    handler: async () => ({
      models: service.models,
      default: service.defaultModel,
      weights: service.weights.names,
      encoders: service.encoders,
    }),
  });
  const summaries = {
    similar: 'The words used most like a word: cosines of their vectors.',
    predict: 'The words most probable in the neighbourhood of a word: log p(word | given) in nats.',
  };
  for (const kind of ['similar', 'predict'] as const) {
    app.get(`/v1/${kind}`, {
      schema: {
        tags: ['Models'],
        summary: summaries[kind],
        querystring: neighbourQuery,
        response: { 200: answers.neighbours, ...errors },
      },
      async handler({ query, socket }: FastifyRequest, reply) {
        const { word, model, lang, topN: asked, ...others } = query as Record<string, unknown>;
        const [unknown] = Object.keys(others);
        if (unknown) throw badRequest(`There is no ${quoted(unknown)} here; there are word, model, lang and topN.`);
        if (typeof word !== 'string' || word === '') {
          throw new KeywordError('INVALID_TEXT', 'Which word? Give one as ?word=…');
        }
        checkText(word, longestWord, 'word');
        const rows = { topN: neighbourCount, lang: { ...extractOptions.lang, type: 'language' } as const };
        const options = resolveOptions(rows, {
          topN: numberOf(asked),
          ...(lang !== undefined && { lang: lang as string }),
        });
        const job = { kind, model: service.modelNamed(model), word, ...options };
        const result = await service.run(job, isWantedBy(socket));
        return reply.type('application/json; charset=utf-8').send(bodyOf(result));
      },
    });
  }
}

/** A number of a query; what is none stays as it is, to be refused with what was given. */
function numberOf(given: unknown): number | undefined {
  const number = Number(given);
  return given === undefined ? undefined : Number.isNaN(number) ? (given as number) : number;
}
