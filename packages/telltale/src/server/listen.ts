import type { AddressInfo } from 'node:net';
import { KeywordError } from '@telltale/core/internal/errors.js';
import type { FastifyInstance } from 'fastify';

/** What is wrong with an address, by the code of the system. */
const reasons: Readonly<Record<string, string>> = {
  EADDRINUSE: 'another program listens there already. Choose another --port, or 0 for any that is free.',
  EADDRNOTAVAIL:
    'the host is not an address of this machine. Choose another --host, or 0.0.0.0 for all of its addresses.',
  EACCES: 'this user may not listen there. Choose a --port of 1024 or more.',
  ENOTFOUND: 'the host has no address. Check the name given as --host.',
  EAI_AGAIN: 'the name of the host could not be looked up. Check --host, or give an address.',
};

/**
 * Has a service listen.
 *
 * @returns the port
 * @throws KeywordError CANNOT_LISTEN
 */
export async function listen(app: FastifyInstance, { host, port }: { host: string; port: number }): Promise<number> {
  try {
    await app.listen({ host, port, listenTextResolver: () => 'listening' });
  } catch (cause) {
    const { code = '', syscall } = cause as NodeJS.ErrnoException;
    if (syscall === undefined) throw cause;
    const reason = reasons[code] ?? `${code}. Choose another --host or --port.`;
    throw new KeywordError('CANNOT_LISTEN', `Cannot listen at ${host}, port ${port}: ${reason}`, { cause });
  }
  return (app.server.address() as AddressInfo).port;
}
