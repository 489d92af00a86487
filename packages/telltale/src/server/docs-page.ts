import type { FastifyDynamicSwaggerOptions } from '@fastify/swagger';
import type { FastifySwaggerUiOptions } from '@fastify/swagger-ui';
import { describedInChinese } from './description-in-chinese.js';

type Plugin = NonNullable<NonNullable<FastifySwaggerUiOptions['uiConfig']>['plugins']>[number];
type SampleOf = (schema: unknown, type: string, ...others: unknown[]) => unknown;

/** What the browser has when it runs the plugins below. */
declare const SwaggerUIBundle: { readonly plugins: { readonly DownloadUrl: Plugin } };

/** Its bar has nothing but a logo and the address of the description; in the dark, its own style leaves the body white. */
const style = '.swagger-ui .topbar { display: none; } html.dark-mode body { background: #1c2022; }';

/** Its page names no width for phones; as a script, since it takes styles and scripts alone. */
const viewport = `document.head.append(Object.assign(document.createElement('meta'),
  { name: 'viewport', content: 'width=device-width, initial-scale=1' }));`;

/** Whether a reader would rather have Chinese than English, by the Accept-Language of the browser. */
function prefersChinese(header = ''): boolean {
  const [best] = header
    .split(',')
    .map((item) => {
      const [range, quality = '1'] = item.split(/;\s*q=/i);
      return { range: range.trim(), quality: Number(quality) };
    })
    .filter(({ range, quality }) => /^(?:zh|en)\b/i.test(range) && quality > 0)
    .sort((a, b) => b.quality - a.quality);
  return best !== undefined && /^zh/i.test(best.range);
}

/** What is said of answers by the first digit of their status. */
const meanings: Readonly<Record<string, string>> = {
  2: 'The answer.',
  4: 'The request cannot be answered; the message says why.',
  5: 'The service cannot answer now.',
};

/** Says of each answer what it is, where its schema does not. */
export const describeAnswers = ((document) => {
  if (!('openapiObject' in document)) return document.swaggerObject;
  for (const methods of Object.values(document.openapiObject.paths ?? {}))
    for (const { responses } of Object.values(methods ?? {}) as { responses: object }[])
      for (const [status, response] of Object.entries(responses)) response.description = meanings[status[0]];
  return document.openapiObject;
}) satisfies FastifyDynamicSwaggerOptions['transformObject'];

/** How Swagger UI shows the documentation of the service. Its plugins are sent as source text, so they use nothing of this file. */
export const docsPage = {
  // It has no words but English ones for what it draws itself.
  transformSpecification: (description, { headers }, reply) => {
    reply.header('vary', 'accept-language');
    return prefersChinese(headers['accept-language']) ? describedInChinese(description) : description;
  },
  transformSpecificationClone: false,
  theme: {
    title: 'Telltale',
    favicon: [],
    css: [{ filename: 'theme.css', content: style }],
    js: [{ filename: 'viewport.js', content: viewport }],
  },
  uiConfig: {
    plugins: [
      // This list takes the place of one that has it.
      () => SwaggerUIBundle.plugins.DownloadUrl as unknown as ReturnType<Plugin>,
      // A type with "json" in its name is taken for one value, and lines for a string in quotes; a plain text stays as it is.
      ({ fn: { getSampleSchema } }: { fn: { getSampleSchema: SampleOf } }) => ({
        fn: {
          getSampleSchema: ((schema, type, ...others) =>
            getSampleSchema(schema, type === 'application/x-ndjson' ? 'text/plain' : type, ...others)) as SampleOf,
        },
      }),
    ],
  },
} satisfies FastifySwaggerUiOptions;
