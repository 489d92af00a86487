import type { ResolvedOf, serveOptions } from '@telltale/core/internal/options.js';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { checkRoomFirst } from './answer-texts.js';
import { loadMcp, mcpServers } from './mcp-server.js';
import { badRequest } from './problem.js';
import type { Service } from './service.js';

/** Where pages may come from that call the tools in a browser: this machine. */
const own = ['localhost', '127.0.0.1', '[::1]'];

/**
 * POST /mcp: the tools over the Model Context Protocol's streamable HTTP, a request at a time, without sessions.
 *
 * @param lastCall aborted when streams have to end
 * @throws KeywordError PACKAGE_MISSING
 */
export async function mcpRoute(
  app: FastifyInstance,
  service: Service,
  limits: ResolvedOf<typeof serveOptions>,
  lastCall: AbortSignal,
): Promise<void> {
  const mcp = await loadMcp();
  const tell = (error: unknown) => app.log.error({ stack: (error as Error).stack }, 'internal error');
  const handler = mcp.createMcpHandler(mcpServers(mcp, service, limits, tell));
  lastCall.addEventListener('abort', () => void handler.close(), { once: true });

  app.route({
    method: ['GET', 'POST', 'DELETE'],
    url: '/mcp',
    // The length of what the handler answers is not known before it is sent.
    exposeHeadRoute: false,
    schema: { hide: true },
    onRequest: checkRoomFirst(service),
    async handler({ method, url, headers, body }: FastifyRequest, reply: FastifyReply) {
      // A page of a site whose name was pointed at this machine looks like one of its own, but for this header.
      const { ok } = mcp.validateOriginHeader(headers.origin, [...own, limits.host]);
      if (!ok) throw badRequest(`Pages at ${headers.origin} may not call the tools; pages of this machine may.`, 403);
      const left = new AbortController();
      reply.raw.once('close', () => left.abort());
      const request = new Request(new URL(url, 'http://localhost'), {
        method,
        headers: Object.entries(headers).map(([name, value]) => [name, String(value)]),
        signal: left.signal,
      });
      return reply.send(await handler.fetch(request, body === undefined ? {} : { parsedBody: body }));
    },
  });
}
