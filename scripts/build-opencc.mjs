// Writes packages/core/dist/text/opencc.js, the one file that the library uses of the package opencc-js: 0.1 of 6 MB; and
// dist/LICENSES.md, the licences of what dist holds of others: this file, and jieba's dictionary.
import { copyFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { jiebaLicences, licencesOf } from './copies.mjs';

const path = (name) => fileURLToPath(new URL(`../${name}`, import.meta.url));
const dist = path('packages/core/dist');
copyFileSync(path('node_modules/opencc-js/dist/esm/t2cn.js'), `${dist}/text/opencc.js`);

const texts = [
  '# Licenses',
  'What this folder holds of other packages:',
  jiebaLicences,
  licencesOf('opencc-js', 'LICENSE', 'THIRD_PARTY_LICENSES.md'),
];
writeFileSync(`${dist}/LICENSES.md`, `${texts.join('\n\n')}\n`);
