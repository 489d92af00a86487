// Prints the bill of materials (CycloneDX) of what an installation of the package telltale brings: its dependencies, and what
// the build puts into its page and its files for browsers.
//
// By npm sbom, but of a copy of the lock file that has nothing else: npm 11.19 with --omit dev also leaves out what is needed
// both by the package and by a tool of its development, as fflate is.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { closureOf, packages, placeOf, root } from './lock-file.mjs';

const { devDependencies: _, ...manifest } = { name: 'telltale', ...packages['packages/telltale'] };
const installed = [...closureOf('packages/telltale')].filter((place) => place !== 'packages/telltale');
const bundled = new Set(
  ['telltale/dist/browser', 'telltale/dist/web', 'core/dist']
    .flatMap(packagesIn)
    .filter((place) => !installed.includes(place)),
);
manifest.dependencies = { ...manifest.dependencies };
for (const place of bundled) manifest.dependencies[place.slice('node_modules/'.length)] = packages[place].version;
const lock = {
  lockfileVersion: 3,
  packages: Object.fromEntries([
    ['', manifest],
    ...installed.map((place) => {
      const { dev: _d, devOptional: _o, ...entry } = packages[place];
      return [entry.name ? `node_modules/${entry.name}` : place, entry];
    }),
    // What of their own dependencies is bundled is in the list, too.
    ...[...bundled].map((place) => {
      const { dev: _d, dependencies: _n, peer: _p, optional: _o, ...entry } = packages[place];
      return [place, entry];
    }),
  ]),
};

const temporary = mkdtempSync(join(tmpdir(), 'telltale-sbom-'));
try {
  // npm names the package after the folder.
  const folder = join(temporary, manifest.name);
  mkdirSync(folder);
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
  writeFileSync(join(folder, 'package-lock.json'), JSON.stringify(lock));
  const options = ['--sbom-format', 'cyclonedx', '--sbom-type', 'library', '--package-lock-only'];
  const shell = process.platform === 'win32';
  const made = spawnSync('npm', ['sbom', ...options], { cwd: folder, encoding: 'utf8', maxBuffer: 2 ** 28, shell });
  if (made.status !== 0) throw new Error(made.stderr || String(made.error));
  process.stdout.write(made.stdout);
} finally {
  rmSync(temporary, { recursive: true });
}

/** The places of the packages that a folder of the build holds, which the list of their licences names. */
function packagesIn(folder) {
  const licences = readFileSync(`${root}packages/${folder}/LICENSES.md`, 'utf8');
  return Array.from(licences.matchAll(/^## (\S+) - (\S+) \(/gm), ([, name, version]) => {
    const place = placeOf(name, '');
    if (packages[place]?.version === version) return place;
    throw new Error(`${folder} holds ${name} ${version}, which the lock file has not. Run npm run build.`);
  });
}
