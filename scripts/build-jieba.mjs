// Writes into packages/core/dist the dictionary of @node-rs/jieba as it is right: zh-dictionary.txt.gz, which browsers load, and
// jieba.bin, which has packages/core/data/zh-states.bin.gz as well, as threads share them.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { gunzipSync, gzipSync } from 'node:zlib';
import { jiebaVersion } from '../packages/core/dist/text/jieba.js';
import { buildJiebaTables } from '../packages/core/dist/text/jieba-tables.js';
import { correctDictionary } from './jieba-tags.mjs';

const require = createRequire(import.meta.url);
const version = `@node-rs/jieba ${require('@node-rs/jieba/package.json').version}`;
// Models record it: the library itself does not install the package that it could be read from.
if (version !== jiebaVersion) throw new Error(`text/jieba.ts names ${jiebaVersion}, but ${version} is installed.`);
const dictionary = correctDictionary(readFileSync(require.resolve('@node-rs/jieba/dict.txt'), 'utf8'));
const tables = buildJiebaTables({
  version,
  dictionary: commonestFirst(dictionary),
  states: gunzipSync(readFileSync(new URL('../packages/core/data/zh-states.bin.gz', import.meta.url))),
});
const dist = new URL('../packages/core/dist/', import.meta.url);
writeFileSync(new URL('jieba.bin', dist), new Uint8Array(tables));
writeFileSync(new URL('zh-dictionary.txt.gz', dist), gzipSync(dictionary, { level: 9 }));

/** What texts have lies together then, in a few caches of the processor: cutting takes less time. */
function commonestFirst(dictionary) {
  const countOf = (line) => Number(line.split(' ')[1]);
  const lines = dictionary.split('\n').filter((line) => line !== '');
  return lines.sort((a, b) => countOf(b) - countOf(a)).join('\n');
}
