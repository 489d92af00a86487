import { existsSync } from 'node:fs';
import { type IncomingMessage, maxHeaderSize } from 'node:http';
import { fileURLToPath } from 'node:url';
import bearerAuth from '@fastify/bearer-auth';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import files from '@fastify/static';
import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import { quoted } from '@telltale/core/internal/check-options.js';
import { KeywordError } from '@telltale/core/internal/errors.js';
import { readTextFile } from '@telltale/core/internal/node/files/read-text-file.js';
import { packageVersion } from '@telltale/core/internal/node/platform/package-files.js';
import type { ResolvedOf, serveOptions } from '@telltale/core/internal/options.js';
import Fastify, {
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  type HTTPMethods,
  LogController,
} from 'fastify';
import { Connections } from './connections.js';
import { describeAnswers, docsPage } from './docs-page.js';
import { keywordRoutes } from './keyword-routes.js';
import { mcpRoute } from './mcp-route.js';
import { metricRoutes, unlimited } from './metrics.js';
import { modelRoutes } from './model-routes.js';
import { parseJson } from './parse-body.js';
import { badRequest, loggedProblem } from './problem.js';
import { readBody, unpackedStream } from './read-body.js';
import { answers } from './schemas.js';
import type { Service } from './service.js';
import { tagRoutes } from './tag-routes.js';
import { bareAddresses, trustedProxies } from './trusted-proxies.js';

/** What an answer for programs says to a browser that shows it all the same; pages have more. */
const secure = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};

/** Characters of a path that an answer repeats. */
const LONGEST_PATH = 100;

/** What is said of bytes that are no request, by Node's code of what is wrong with them: status and message. */
const refusals: Readonly<Record<string, readonly [number, string]>> = {
  HPE_HEADER_OVERFLOW: [431, `The address and headers have more than the ${maxHeaderSize} bytes allowed.`],
  HPE_INVALID_EOF_STATE: [400, 'The request ended before it was complete.'],
  ERR_HTTP_REQUEST_TIMEOUT: [408, 'The headers were not complete in time.'],
  HPE_INVALID_URL: [400, 'The request is not valid HTTP; other letters than a-z in an address are written with %.'],
};

const pagePolicy =
  "default-src 'self'; img-src 'self' blob: data:; object-src 'none'; base-uri 'none'; frame-ancestors 'none'";

/**
 * The HTTP service over loaded models, not listening yet.
 *
 * @param log where JSON lines go
 * @param hurry aborted when closing it may not wait any longer
 * @throws KeywordError FILE_NOT_FOUND, FILE_UNREADABLE, INVALID_OPTION
 */
export async function createServer(
  service: Service,
  options: ResolvedOf<typeof serveOptions>,
  log: { write(line: string): unknown },
  hurry: AbortSignal = new AbortController().signal,
): Promise<FastifyInstance> {
  const connections = new Connections(options.requestSeconds);
  const app = Fastify({
    // Query strings hold words of people; what is logged of a request is below.
    logController: new LogController({ disableRequestLogging: true }),
    logger: { level: options.logLevel, stream: { write: (line: string) => log.write(line) } },
    serverFactory: (handler) =>
      connections.createServer((request, response) => {
        const { 'x-forwarded-for': forwarded } = request.headers;
        if (forwarded !== undefined) request.headers['x-forwarded-for'] = bareAddresses(String(forwarded));
        handler(request, response);
      }),
    // Until its connections have ended, see preClose below, it goes on answering.
    return503OnClosing: false,
    // Nor is it a failure that this takes longer than the 10 s that Fastify gives a hook.
    pluginTimeout: 0,
    trustProxy: trustedProxies(options.trustProxy ?? []),
    // What the router refuses before there is a route: an address like /%zz.
    frameworkErrors: (error, _, reply) => answerProblem(error, reply.headers(secure)),
    clientErrorHandler(error, socket) {
      // Why Node's parser gave up, in its own words, which repeat nothing of the request: "Invalid character in chunk size".
      const { code = '', reason } = error as typeof error & { reason?: string };
      const why = reason ? `: ${reason.replace(/\.$/, '')}` : '';
      connections.refuse(
        socket,
        error,
        ...(refusals[code] ?? ([400, `The request is not valid HTTP${why}.`] as const)),
      );
    },
  });
  // Options are checked by their table, with the same messages as everywhere; the schemas are for people and programs.
  app.setValidatorCompiler(() => () => true);
  app.setSerializerCompiler(() => JSON.stringify);
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', async (_: unknown, body: IncomingMessage) =>
    parseJson(await readBody(body, options)),
  );
  app.addContentTypeParser('application/x-ndjson', async (request: FastifyRequest, body: IncomingMessage) => {
    if (!STREAMED.has(request.routeOptions.url ?? '')) throw unsupportedType(request.headers['content-type']);
    return unpackedStream(body, options);
  });

  const answerProblem = (error: unknown, reply: FastifyReply) => {
    const { status, code, message } = loggedProblem(asTold(error, reply.request.headers['content-type']), reply.log);
    if (status === 503) reply.header('retry-after', '1');
    return reply.code(status).type('application/json; charset=utf-8').send({ error: { code, message } });
  };
  app.setErrorHandler((error, _, reply) => answerProblem(error, reply));
  app.setNotFoundHandler(async ({ method, url }, reply) => {
    const [path] = url.split('?');
    const allowed = app.supportedMethods
      .filter((one) => app.hasRoute({ method: one as HTTPMethods, url: path }))
      .join(', ');
    if (allowed) reply.header('allow', allowed);
    const advice = allowed ? `It takes ${allowed}.` : 'GET /docs lists what there is.';
    const message = `There is no ${method} ${path.slice(0, LONGEST_PATH)} here. ${advice}`;
    return reply.code(allowed ? 405 : 404).send({ error: { code: 'NOT_FOUND', message } });
  });
  app.addHook('preClose', () => connections.end(options, hurry));
  app.addHook('onRequest', (_, reply, done) => {
    reply.headers(secure);
    done();
  });
  // Else a connection whose last answer was under way would be kept, and keep the process, until it has been idle long.
  app.addHook('onSend', (_, reply, payload, done) => {
    const send = () => {
      if (connections.isEnding) reply.header('connection', 'close');
      done(null, payload);
    };
    if (connections.pause) connections.pause.then(send);
    else send();
  });
  if (options.logLevel === 'info') {
    app.addHook('onResponse', ({ method, routeOptions, log: logger }, reply, done) => {
      const { statusCode: status, elapsedTime } = reply;
      logger.info({ method, route: routeOptions.url, status, ms: Math.round(elapsedTime * 10) / 10 }, 'request');
      done();
    });
  }

  if (options.rateLimit > 0) await app.register(rateLimit, { max: options.rateLimit, timeWindow: '1 minute' });
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Telltale', description: 'The words that give a text away.', version: packageVersion() },
    },
    transformObject: describeAnswers,
  });

  await app.register(async (open) => {
    open.get('/healthz', {
      config: unlimited,
      schema: { tags: ['Health'], summary: 'Whether the process is alive.', response: { 200: answers.health } },
      handler: async () => ({ status: 'ok' }),
    });
    open.get('/readyz', {
      config: unlimited,
      schema: {
        tags: ['Health'],
        summary: 'Whether it takes requests.',
        response: { 200: answers.health, 503: answers.health },
      },
      async handler(_, reply) {
        const { isEnding } = connections;
        return reply.code(isEnding ? 503 : 200).send({ status: isEnding ? 'closing' : 'ready' });
      },
    });
  });
  await app.register(async (guarded) => {
    if (options.tokens !== undefined) {
      const keys = new Set(readTokens(options.tokens));
      await guarded.register(bearerAuth, {
        keys,
        errorResponse: unauthorized as unknown as () => { error: string },
        contentType: 'application/json; charset=utf-8',
      });
    }
    metricRoutes(guarded, service);
    keywordRoutes(guarded, service, options, connections.lastCall);
    modelRoutes(guarded, service);
    tagRoutes(guarded, service, options, connections.lastCall);
    if (options.mcp) await mcpRoute(guarded, service, options, connections.lastCall);
    await guarded.register(async (pages) => {
      // Who serves it over https adds strict transport security before it.
      await pages.register(helmet, { contentSecurityPolicy: false, strictTransportSecurity: false });
      pages.addHook('onRequest', (_, reply, done) => {
        reply.header('content-security-policy', pagePolicy);
        done();
      });
      // Swagger UI styles what it draws in place.
      const docsPolicy = `${pagePolicy}; style-src 'self' 'unsafe-inline'`;
      await pages.register(swaggerUi, { routePrefix: '/docs', staticCSP: docsPolicy, ...docsPage });
      // Browsers ask for one by themselves where a page names none.
      pages.get('/favicon.ico', { schema: { hide: true }, handler: (_, reply) => reply.code(204).send() });
      const page = fileURLToPath(new URL('../web', import.meta.url));
      // Names of assets change with their contents.
      const setHeaders = (reply: Pick<FastifyReply, 'header'>, path: string) => {
        reply.header('cache-control', path.includes('assets') ? 'max-age=31536000, immutable' : 'no-cache');
      };
      if (existsSync(page))
        await pages.register(files, { root: page, wildcard: false, cacheControl: false, setHeaders });
    });
    guarded.get('/openapi.json', { schema: { hide: true }, handler: async () => app.swagger() });
  });
  return app;
}

/** Routes that take streams of texts. */
const STREAMED = new Set(['/v1/keywords', '/v1/tags']);

/** Fastify's own message is "Unsupported Media Type". */
function asTold(error: unknown, contentType: string | undefined): unknown {
  return (error as { code?: unknown }).code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE' ? unsupportedType(contentType) : error;
}

function unsupportedType(contentType: string | undefined): Error {
  const given = contentType === undefined ? 'not given' : quoted(contentType);
  return badRequest(
    `content-type is ${given}; send application/json, or a stream to /v1/keywords or /v1/tags as application/x-ndjson.`,
    415,
  );
}

const unauthorized = () => ({ error: { code: 'UNAUTHORIZED', message: 'A bearer token is required.' } });

function readTokens(path: string): string[] {
  const tokens = readTextFile(path)
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean);
  if (tokens.length > 0) return tokens;
  throw new KeywordError('INVALID_OPTION', `${path} has no token: write one per line.`);
}
