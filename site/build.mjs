// Builds the documentation: pages from the documents of the repository, references from the code and from the service, and the
// page as the playground. `npm run docs:site` at the root, after `npm run build`; what it writes is site/dist.
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'vitepress';
import { writeApi } from './api.mjs';
import { httpReference } from './http.mjs';
import { writePages } from './pages.mjs';

const path = (name) => fileURLToPath(new URL(name, import.meta.url));
const source = path('source');
const playground = path('../packages/telltale/dist/site');
if (!existsSync(playground)) throw new Error('The page is missing: run npm run build first.');

rmSync(source, { recursive: true, force: true });
mkdirSync(`${source}/zh/api`, { recursive: true });
writePages(source);
await writeApi(`${source}/api`, `${source}/zh/api`);
rmSync(`${source}/api/README.md`);
const { en, zh } = await httpReference();
writeFileSync(`${source}/http.md`, en);
writeFileSync(`${source}/zh/http.md`, zh);
const icon = readdirSync(`${playground}/assets`).find((name) => name.endsWith('.svg'));
mkdirSync(`${source}/public`, { recursive: true });
cpSync(`${playground}/assets/${icon}`, `${source}/public/icon.svg`);
cpSync(playground, `${source}/public/playground`, { recursive: true });
await build(path('.'));
