// Writes packages/core/dist/jieba.bin: the dictionary of @node-rs/jieba and packages/core/data/zh-states.bin.gz as threads share them.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { gunzipSync } from 'node:zlib';
import { buildJiebaTables } from '../packages/core/dist/text/jieba-tables.js';

const require = createRequire(import.meta.url);
const tables = buildJiebaTables({
  version: `@node-rs/jieba ${require('@node-rs/jieba/package.json').version}`,
  dictionary: readFileSync(require.resolve('@node-rs/jieba/dict.txt'), 'utf8'),
  states: gunzipSync(readFileSync(new URL('../packages/core/data/zh-states.bin.gz', import.meta.url))),
});
mkdirSync(new URL('../dist/', import.meta.url), { recursive: true });
writeFileSync(new URL('../packages/core/dist/jieba.bin', import.meta.url), new Uint8Array(tables));
