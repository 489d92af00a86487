// Writes packages/core/dist/text/opencc.js, the one file that the library uses of the package opencc-js: 0.1 of 6 MB; and
// dist/LICENSES.md, the licences of what dist holds of others: this file, and jieba's dictionary in jieba.bin.
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const path = (name) => fileURLToPath(new URL(`../${name}`, import.meta.url));
const dist = path('packages/core/dist');
copyFileSync(path('node_modules/opencc-js/dist/esm/t2cn.js'), `${dist}/text/opencc.js`);

/** The licences of a package, under a heading as Vite writes it for what it bundles. */
function licencesOf(name, ...files) {
  const [manifest, ...texts] = ['package.json', ...files].map((file) =>
    readFileSync(path(`node_modules/${name}/${file}`), 'utf8').trim(),
  );
  const { version, license } = JSON.parse(manifest);
  return [`## ${name} - ${version} (${license})`, ...texts];
}
const texts = [
  '# Licenses',
  'What this folder holds of other packages:',
  ...licencesOf('@node-rs/jieba', 'LICENSE'),
  'Its dictionary is that of jieba, MIT, Copyright (c) 2013 Sun Junyi.',
  ...licencesOf('opencc-js', 'LICENSE', 'THIRD_PARTY_LICENSES.md'),
];
writeFileSync(`${dist}/LICENSES.md`, `${texts.join('\n\n')}\n`);
