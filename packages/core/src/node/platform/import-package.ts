import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Purpose, packageMissing } from '../../errors.js';

/**
 * Imports a package that is not a dependency, for most users do not need it: beside this package, or where the command runs.
 *
 * @param names of packages that serve alike; the first that is installed and runs is taken
 * @param purpose what needs it, as the start of a sentence
 * @param install what to install for that purpose
 * @throws KeywordError PACKAGE_MISSING, saying why those that are installed do not run
 */
export async function importPackage(names: readonly string[], purpose: Purpose, install = names.at(-1)!) {
  const reasons: string[] = [];
  for (const name of names) {
    for (const find of [() => import.meta.resolve(name), () => besideCommand(name)]) {
      try {
        return (await import(find())) as unknown;
      } catch (cause) {
        const { code, message } = cause as NodeJS.ErrnoException;
        const isMissing = code === 'ERR_MODULE_NOT_FOUND' || code === 'MODULE_NOT_FOUND';
        if (!isMissing) reasons.push(` ${name} does not run here: ${message}.`);
      }
    }
  }
  throw packageMissing(names.join(' or '), purpose, { install, reason: [...new Set(reasons)].join('') });
}

function besideCommand(name: string): string {
  return pathToFileURL(createRequire(join(process.cwd(), 'index.js')).resolve(name)).href;
}
