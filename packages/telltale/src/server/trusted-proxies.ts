import { BlockList, isIP } from 'node:net';
import { KeywordError } from '@telltale/core/internal/errors.js';

/** Networks that have a name. */
const named = new Map([
  ['loopback', ['127.0.0.0/8', '::1']],
  ['linklocal', ['169.254.0.0/16', 'fe80::/10']],
  ['uniquelocal', ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', 'fc00::/7']],
]);

/**
 * Whether an address is that of a proxy that is believed when it says whose request it passes on.
 *
 * @param given addresses, networks like 10.0.0.0/8, and names of networks
 * @throws KeywordError INVALID_OPTION
 */
export function trustedProxies(given: readonly string[]): (address: string) => boolean {
  const trusted = new BlockList();
  for (const name of given) {
    for (const network of named.get(name) ?? [name]) {
      const [address, bits, ...rest] = network.split('/');
      const family = isIP(address);
      const longest = family === 6 ? 128 : 32;
      const length = bits === undefined ? longest : /^\d+$/.test(bits) ? Number(bits) : -1;
      if (!family || rest.length > 0 || length < 0 || length > longest) throw noNetwork(name);
      trusted.addSubnet(address, length, `ipv${family as 4 | 6}`);
    }
  }
  return (address) => trusted.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');
}

/**
 * Addresses that were forwarded, without what some proxies add: a port, which is another for each connection of a client
 * and would make it another client. All that is not an address counts as one client.
 *
 * @param forwarded what a header X-Forwarded-For says
 */
export function bareAddresses(forwarded: string): string {
  const given = forwarded.split(',').map((one) => one.trim());
  return given.filter(Boolean).map(bareAddress).join(', ');
}

function bareAddress(given: string): string {
  const bare = /^\[(.*)\](?::\d+)?$/.exec(given)?.[1] ?? given.replace(/^([\d.]+):\d+$/, '$1');
  return isIP(bare) ? bare : 'unknown';
}

function noNetwork(name: string): KeywordError {
  return new KeywordError(
    'INVALID_OPTION',
    `trustProxy must be addresses (10.0.0.1), networks (10.0.0.0/8), ${[...named.keys()].join(', ')}; got ${JSON.stringify(name.slice(0, 100))}.`,
    { option: 'trustProxy' },
  );
}
