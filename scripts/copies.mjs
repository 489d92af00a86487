import { readFileSync } from 'node:fs';

/**
 * For bundles: what packages/core/dist holds copies of, as the packages they are of, so that the bundle's list of licences
 * names them.
 */
export const copies = { './opencc.js': 'opencc-js/t2cn' };

/** The licences of a package, under a heading as Vite writes it for what it bundles. */
export function licencesOf(name, ...files) {
  const [manifest, ...texts] = ['package.json', ...files].map((file) =>
    readFileSync(new URL(`../node_modules/${name}/${file}`, import.meta.url), 'utf8').trim(),
  );
  const { version, license } = JSON.parse(manifest);
  return [`## ${name} - ${version} (${license})`, ...texts].join('\n\n');
}

/** Those of the dictionary of Chinese, which no bundler sees as a package's. */
export const jiebaLicences = [
  licencesOf('@node-rs/jieba', 'LICENSE'),
  'Its dictionary is that of jieba, MIT, Copyright (c) 2013 Sun Junyi.',
].join('\n\n');
