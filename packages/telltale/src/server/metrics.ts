import type { FastifyInstance } from 'fastify';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Service } from './service.js';

/** Of a route that whoever keeps the service running asks: the limit of requests a minute is none of its business. */
export const unlimited = { rateLimit: false } as const;

/** GET /metrics, for Prometheus: requests by route and status, texts that wait, and what the process needs. */
export function metricRoutes(app: FastifyInstance, service: Service): void {
  const registers = [new Registry()];
  collectDefaultMetrics({ register: registers[0] });
  const requests = new Histogram({
    name: 'telltale_request_seconds',
    help: 'Seconds from a request to its answer.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers,
  });
  new Gauge({
    name: 'telltale_texts_waiting',
    help: 'Texts that wait for a thread.',
    registers,
    collect() {
      this.set(service.load.waiting);
    },
  });
  new Gauge({
    name: 'telltale_texts_busy',
    help: 'Texts that threads have.',
    registers,
    collect() {
      this.set(service.load.busy);
    },
  });
  new Counter({
    name: 'telltale_texts_total',
    help: 'Texts that threads have worked on.',
    registers,
    collect() {
      this.reset();
      this.inc(service.load.done);
    },
  });
  app.addHook('onResponse', ({ method, routeOptions }, reply, done) => {
    const route = routeOptions.url ?? 'none';
    requests.observe({ method, route, status: String(reply.statusCode) }, reply.elapsedTime / 1000);
    done();
  });
  app.get('/metrics', {
    config: unlimited,
    schema: { hide: true },
    handler: async (_, reply) => reply.type(registers[0].contentType).send(await registers[0].metrics()),
  });
}
