// Other builds to measure beside the present one, given as NAME=DIST.
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** The command of a build, by its folder `dist`; at first it was in one package with the library. */
export function commandOf(dist) {
  const places = ['../../telltale/bin/telltale.js', 'cli/main.js'].map((file) => join(dist, file));
  const found = places.find(existsSync);
  if (!found) throw new Error(`${dist} has no command: neither of ${places.join(' and ')} exists.`);
  return found;
}
