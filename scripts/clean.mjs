// Removes what builds of the packages and of the tests write.
import { readdirSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const packages = readdirSync(`${root}packages`);
for (const folder of ['build', ...packages.map((name) => `packages/${name}/dist`)])
  rmSync(`${root}${folder}`, { recursive: true, force: true });
