// Prints the bill of materials (CycloneDX) of what an installation of the package brings.
//
// By npm sbom, but without its --omit dev: npm 11.19 then also leaves out what is needed both by the package and by a tool of
// its development, as fflate is. So the tools are taken out of a copy of the lock file instead.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const read = (name) => JSON.parse(readFileSync(new URL(`../${name}`, import.meta.url), 'utf8'));
const { devDependencies: _, scripts: _s, ...manifest } = read('package.json');
const lock = read('package-lock.json');
lock.packages = Object.fromEntries(Object.entries(lock.packages).filter(([, { dev }]) => !dev));
delete lock.packages[''].devDependencies;

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
