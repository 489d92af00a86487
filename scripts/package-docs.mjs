// Puts beside the packages what is published with them but lies elsewhere in the repository: the licence, and for the package
// telltale its README with every file and folder that it links to, at the same places, all documents, and the module for Spark.
import { cpSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const path = (name) => fileURLToPath(new URL(`../${name}`, import.meta.url));
const into = 'packages/telltale';

for (const name of ['core', 'telltale']) cpSync(path('LICENSE'), path(`packages/${name}/LICENSE`));
for (const name of ['docs', 'packages', 'spark']) rmSync(path(`${into}/${name}`), { recursive: true, force: true });
for (const name of readdirSync(path('.')).filter((name) => /^README.*\.md$/.test(name))) {
  const links = readFileSync(path(name), 'utf8').matchAll(/\]\((?!https?:)([^)#]+)/g);
  for (const file of new Set([name, ...Array.from(links, ([, link]) => link)]))
    cpSync(path(file), path(`${into}/${file}`), { recursive: true });
}
cpSync(path('docs'), path(`${into}/docs`), { recursive: true });
for (const name of readdirSync(path('spark')).filter((name) => name.endsWith('.py')))
  cpSync(path(`spark/${name}`), path(`${into}/spark/${name}`));
