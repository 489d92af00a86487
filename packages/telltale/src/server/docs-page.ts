import type { FastifySwaggerUiOptions } from '@fastify/swagger-ui';
import { describedInChinese } from './description-in-chinese.js';

type Plugin = NonNullable<NonNullable<FastifySwaggerUiOptions['uiConfig']>['plugins']>[number];
type SampleOf = (schema: unknown, type: string, ...others: unknown[]) => unknown;

/** What the browser has when it runs the plugins below. */
declare const SwaggerUIBundle: { readonly plugins: { readonly DownloadUrl: Plugin } };

/** Its bar has nothing but a logo and the address of the description; in the dark, its own style leaves the body white. */
const style = '.swagger-ui .topbar { display: none; } html.dark-mode body { background: #1c2022; }';

/** How Swagger UI shows the documentation of the service. Its plugins are sent as source text, so they use nothing of this file. */
export const docsPage = {
  // It has no words but English ones for what it draws itself.
  transformSpecification: (description, { headers }, reply) => {
    reply.header('vary', 'accept-language');
    return /^zh\b/i.test(headers['accept-language'] ?? '') ? describedInChinese(description) : description;
  },
  transformSpecificationClone: false,
  theme: { title: 'Telltale', favicon: [], css: [{ filename: 'theme.css', content: style }] },
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
