// Writes packages/core/dist/jieba.bin: the dictionary of @node-rs/jieba and packages/core/data/zh-states.bin.gz as threads share them.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { gunzipSync } from 'node:zlib';
import { jiebaVersion } from '../packages/core/dist/text/jieba.js';
import { buildJiebaTables } from '../packages/core/dist/text/jieba-tables.js';
import { correctDictionary } from './jieba-tags.mjs';

const require = createRequire(import.meta.url);
const version = `@node-rs/jieba ${require('@node-rs/jieba/package.json').version}`;
// Models record it: the library itself does not install the package that it could be read from.
if (version !== jiebaVersion) throw new Error(`text/jieba.ts names ${jiebaVersion}, but ${version} is installed.`);
const tables = buildJiebaTables({
  version,
  dictionary: correctDictionary(readFileSync(require.resolve('@node-rs/jieba/dict.txt'), 'utf8')),
  states: gunzipSync(readFileSync(new URL('../packages/core/data/zh-states.bin.gz', import.meta.url))),
});
writeFileSync(new URL('../packages/core/dist/jieba.bin', import.meta.url), new Uint8Array(tables));
