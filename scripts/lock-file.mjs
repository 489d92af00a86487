// What the lock file says of the packages that are installed.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The repository. */
export const root = fileURLToPath(new URL('..', import.meta.url));

/** Every package by its place, as npm writes it; those of the workspace by their folder. */
export const { packages } = JSON.parse(readFileSync(`${root}package-lock.json`, 'utf8'));

/** Where npm put a package that one at a place asks for; undefined where it is optional and not there. */
export function placeOf(name, from) {
  for (
    let at = from.startsWith('node_modules/') ? from : '';
    ;
    at = at.slice(0, Math.max(0, at.lastIndexOf('/node_modules/')))
  ) {
    const place = `${at && `${at}/`}node_modules/${name}`;
    if (packages[place]) return packages[place].link ? packages[place].resolved : place;
    if (at === '') return undefined;
  }
}

/** A package with all that it needs. */
export function closureOf(place, found = new Set()) {
  if (!place || found.has(place)) return found;
  found.add(place);
  const { dependencies = {}, optionalDependencies = {} } = packages[place];
  for (const name of Object.keys({ ...dependencies, ...optionalDependencies })) closureOf(placeOf(name, place), found);
  return found;
}
